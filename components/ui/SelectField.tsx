import type { ReactNode } from 'react';
import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes.ts';
import { FieldFrame, inputBox } from './FieldFrame.tsx';
import { optionRow, popoverBox } from './option-row.ts';

export type Option<T extends string> = { value: T; label: string; hint?: string };

export type SelectFieldProps<T extends string> = {
  label: string; options: readonly Option<T>[]; value: T | null; onChange: (value: T) => void;
  hint?: ReactNode; error?: string | null; hideLabel?: boolean; placeholder?: string; isDisabled?: boolean; autoFocus?: boolean;
};

/** One of a short closed list. Typing jumps to the entry; for long lists take `ComboField`. */
export function SelectField<T extends string>({ label, options, value, onChange, hint, error, hideLabel, placeholder = 'Choose', isDisabled = false, autoFocus = false }: SelectFieldProps<T>) {
  return (
    <Select
      className="flex min-w-0 flex-col gap-1" validationBehavior="aria" placeholder={placeholder} isDisabled={isDisabled} isInvalid={(error ?? '') !== ''} autoFocus={autoFocus}
      value={value} onChange={(key) => { const chosen = options.find((one) => one.value === key); if (chosen !== undefined) onChange(chosen.value); }}
    >
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} {...(hideLabel === undefined ? {} : { hideLabel })}>
        <Button className={classes(inputBox, 'flex h-8 items-center justify-between gap-2 text-left')}>
          <SelectValue className="truncate data-[placeholder]:text-ink-3">{({ defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : options.find((one) => one.value === value)?.label)}</SelectValue>
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </Button>
      </FieldFrame>
      <Popover className={classes(popoverBox, 'min-w-(--trigger-width)')}>
        <ListBox className="max-h-72 overflow-auto p-1 outline-none">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={optionRow}>
              <Check aria-hidden className="invisible size-3.5 shrink-0 text-accent group-data-[selected]:visible" />
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              {option.hint !== undefined && <span className="text-small text-ink-3">{option.hint}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
