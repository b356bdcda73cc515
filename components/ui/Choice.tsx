import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { classes } from './classes.ts';
import type { Option } from './SelectField.tsx';

/** One of a few, all in sight. Arrow keys move. */
export function Choice<T extends string>({ label, options, value, onChange, hint, hideLabel = false }: { label: string; options: readonly Option<T>[]; value: T | null; onChange: (value: T) => void; hint?: ReactNode; hideLabel?: boolean }) {
  return (
    <RadioGroup value={value} onChange={(key) => { const chosen = options.find((one) => one.value === key); if (chosen !== undefined) onChange(chosen.value); }} className="flex min-w-0 flex-col gap-1">
      <Label className={hideLabel ? 'sr-only' : 'text-small font-medium text-ink-2'}>{label}</Label>
      <div className="flex flex-wrap gap-1">
        {options.map((option) => (
          <RadioField key={option.value} value={option.value}>
            <RadioButton className={({ isSelected, isFocusVisible }) => classes('flex min-h-7 items-center rounded-md border px-2 text-body select-none data-[hovered]:bg-hover', isSelected ? 'border-accent bg-accent-soft font-medium text-accent' : 'border-edge bg-raised text-ink', isFocusVisible && 'outline-2 outline-offset-1 outline-accent')}>
              {option.label}
            </RadioButton>
          </RadioField>
        ))}
      </div>
      {hint !== undefined && <span className="text-small text-ink-3">{hint}</span>}
    </RadioGroup>
  );
}
