import { useState } from 'react';
import { ChevronDown, Eye, EyeOff } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { COVERED_FIELDS, valueForms } from '../../rules/calls/caller-fields.ts';
import type { CallerField, ValueForm } from '../../rules/calls/caller-fields.ts';
import type { DayNumber } from '../../rules/domain/day-number.ts';
import { maskedValue } from '../denial/masked-value.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { DateField } from '../ui/DateField.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { optionRow, popoverBox } from '../ui/option-row.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { callerFieldWords } from '../words/call-words.ts';

export type CallerCardProps = {
  /** What is known, as valueForms takes it; fields without a value are said to be missing. */
  values: readonly { field: CallerField; value: string | null }[];
  /** The practice's numbers, where there are several. */
  identities: readonly { label: string }[]; identity: number; onIdentity: (index: number) => void;
  onCopy: (field: CallerField, text: string) => void | Promise<void>; onReveal: (field: CallerField) => void;
  onBirthDate: (iso: string | null) => void; today: DayNumber;
};

/** What the payer asks before it answers: covered until needed, copied in the form wanted. */
export function CallerCard({ values, identities, identity, onIdentity, onCopy, onReveal, onBirthDate, today }: CallerCardProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="flex flex-col gap-2">
      {identities.length > 1 && <SelectField label="Billing as" options={identities.map(({ label }, index) => ({ value: String(index), label }))} value={String(identity)} onChange={(value) => onIdentity(Number(value))} />}
      <dl>
        {values.map(({ field, value }) => <CardRow key={field} field={field} value={value} onCopy={onCopy} onReveal={onReveal} />)}
      </dl>
      {values.some(({ field, value }) => field === 'birth-date' && value === null) && (
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1"><DateField label="Add the birth date" value={typed} onChange={setTyped} today={today} hint="As on the card, 3/9/1957" /></div>
          <div className="pt-5"><Button isDisabled={typed === null} onPress={() => { onBirthDate(typed); setTyped(null); }}>Add</Button></div>
        </div>
      )}
    </div>
  );
}

function CardRow({ field, value, onCopy, onReveal }: { field: CallerField; value: string | null } & Pick<CallerCardProps, 'onCopy' | 'onReveal'>) {
  const [isShown, setShown] = useState(!COVERED_FIELDS.has(field));
  const [formId, setFormId] = useState<string | null>(null);
  const forms = valueForms(field, value);
  const name = callerFieldWords(field);
  const chosen = forms.find(({ id }) => id === formId) ?? forms[0];
  return (
    <div className="flex min-h-8 items-center gap-1.5 border-b border-line py-0.5 last:border-b-0">
      <dt className="w-24 shrink-0 text-small text-ink-3">{name}</dt>
      <dd className="foreign figures min-w-0 flex-1 truncate">{chosen === undefined ? <span className="font-sans text-ink-3">Not known</span> : isShown ? chosen.text : maskedValue(chosen.text)}</dd>
      {chosen !== undefined && (
        <dd className="flex shrink-0 items-center">
          {COVERED_FIELDS.has(field) && <IconButton label={isShown ? `Cover ${name}` : `Show ${name}`} icon={isShown ? <EyeOff aria-hidden className="size-3.5" /> : <Eye aria-hidden className="size-3.5" />} onPress={() => { if (!isShown) onReveal(field); setShown(!isShown); }} />}
          {forms.length > 1 && <FormMenu name={name} forms={forms} isShown={isShown} onChoose={(form) => { setFormId(form.id); void onCopy(field, form.text); }} />}
          <CopyButton label={`Copy ${name}`} onCopy={() => onCopy(field, chosen.text)} />
        </dd>
      )}
    </div>
  );
}

/** Choosing a form copies it and keeps it for the next time. */
function FormMenu({ name, forms, isShown, onChoose }: { name: string; forms: readonly ValueForm[]; isShown: boolean; onChoose: (form: ValueForm) => void }) {
  return (
    <MenuTrigger>
      <AriaButton aria-label={`Other forms of ${name}`} className="inline-flex size-6 items-center justify-center rounded-md text-ink-3 data-[hovered]:bg-hover"><ChevronDown aria-hidden className="size-3.5" /></AriaButton>
      <Popover placement="bottom end" className={popoverBox}>
        <Menu className="min-w-48 p-1 outline-none" onAction={(key) => { const form = forms.find(({ id }) => id === key); if (form !== undefined) onChoose(form); }}>
          {forms.map((form) => (
            <MenuItem key={form.id} id={form.id} textValue={form.label} className={optionRow}>
              <span className="min-w-0 flex-1">{form.label}</span>
              <span className="figures text-small text-ink-3">{isShown ? form.text : maskedValue(form.text)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
