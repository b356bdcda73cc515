import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { EnterTakes, KeysInOrder } from './combo-keys.tsx';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { bestFirst } from './best-match.ts';
import { classes } from './classes.ts';
import { FieldFrame, inputBox } from './FieldFrame.tsx';
import { optionRow, popoverBox } from './option-row.ts';
import type { Option } from './SelectField.tsx';

export type ComboFieldProps<T extends string> = {
  label: string; options: readonly Option<T>[]; value: T | null; onChange: (value: T | null) => void;
  hint?: ReactNode; error?: string | null; hideLabel?: boolean; placeholder?: string; autoFocus?: boolean;
};

/** One of a long list, found by typing part of it: Enter takes the first that fits, Tab the only one. */
export function ComboField<T extends string>({ label, options, value, onChange, hint, error, hideLabel, placeholder = '', autoFocus = false }: ComboFieldProps<T>) {
  const [typed, setTyped] = useState('');
  return (
    <ComboBox
      className="flex min-w-0 flex-col gap-1" menuTrigger="input" validationBehavior="aria" isInvalid={(error ?? '') !== ''} autoFocus={autoFocus} defaultItems={bestFirst(options, ({ label: name }) => name, typed).map((option) => ({ id: option.value, ...option }))} onInputChange={setTyped}
      // A value that is there from the start, as from a kept draft, is not written into the box by itself.
      defaultInputValue={options.find((one) => one.value === value)?.label ?? ''}
      value={value} onChange={(key) => onChange(options.find((one) => one.value === key)?.value ?? null)}
    >
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })} {...(error === undefined ? {} : { error })} {...(hideLabel === undefined ? {} : { hideLabel })}>
        <KeysInOrder>
          <Group className="relative">
            <Input placeholder={placeholder} className={classes(inputBox, 'h-8 pr-7')} />
            <Button className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-sm text-ink-3 data-[hovered]:bg-hover"><ChevronDown aria-hidden className="size-3.5" /></Button>
          </Group>
        </KeysInOrder>
      </FieldFrame>
      <Popover className={classes(popoverBox, 'min-w-(--trigger-width)')}>
        <ListBox className="max-h-64 overflow-auto p-1 outline-none">
          {(option: Option<T> & { id: T }) => (
            <ListBoxItem id={option.id} textValue={option.label} className={optionRow}>
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              {option.hint !== undefined && <span className="text-small text-ink-3">{option.hint}</span>}
              <EnterTakes id={option.id} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
