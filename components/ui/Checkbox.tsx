import type { ReactNode } from 'react';
import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import type { CheckboxFieldProps } from 'react-aria-components/Checkbox';
import { Text } from 'react-aria-components/Text';
import { classes } from './classes.ts';

/** A yes or no that is part of a form. */
export function Checkbox({ children, hint, ...rest }: Omit<CheckboxFieldProps, 'children' | 'className' | 'style'> & { children: ReactNode; hint?: string }) {
  return (
    <CheckboxField {...rest} className="flex flex-col">
      <CheckboxButton className="flex min-h-6 items-start gap-2 py-0.5 data-[disabled]:opacity-60">
        {({ isSelected, isFocusVisible }) => (
          <>
            <span aria-hidden className={classes('mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border', isSelected ? 'border-accent bg-accent text-on-accent' : 'border-edge bg-raised', isFocusVisible && 'outline-2 outline-offset-1 outline-accent')}>
              {isSelected && <Check className="size-3" strokeWidth={3} />}
            </span>
            <span className="min-w-0">{children}</span>
          </>
        )}
      </CheckboxButton>
      {hint !== undefined && <Text slot="description" className="pl-6 text-small text-ink-3">{hint}</Text>}
    </CheckboxField>
  );
}
