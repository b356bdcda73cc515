import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import type { ContractWindow, PracticePayer } from '../../rules/domain/practice.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { lineOfBusinessOptions, networkOptions } from '../words/payer-words.ts';
import { stateOptions } from '../words/us-states.ts';


const filingOptions = [{ value: 'unknown', label: 'Not set' }, { value: 'portal', label: 'Portal' }, { value: 'fax', label: 'Fax' }, { value: 'mail', label: 'Mail' }] as const;
const hourOptions = [{ value: 'unknown', label: 'Not known' }, ...[15, 16, 17, 18, 19, 20, 21].map((hour) => ({ value: String(hour * 60), label: `${hour - 12}:00 PM` }))];
const zoneOptions = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu'].map((value) => ({ value, label: (value.split('/')[1] ?? value).replaceAll('_', ' ') }));

const isDays = (text: string) => /^\s*\d{1,4}\s*$/u.test(text) && Number(text) >= 1 && Number(text) <= 3660;

const isAnswerTime = (text: string) => /^\s*\d{1,3}\s*$/u.test(text) && Number(text) >= 7 && Number(text) <= 365;

/** The appeal window a person typed, if any; others of the same payer are kept as they are. */
function appealWindow(payer: PracticePayer): ContractWindow | undefined {
  return payer.contractWindows?.find((window) => window.action === 'appeal-level-1');
}

function withAppealWindow(payer: PracticePayer, change: Partial<ContractWindow>): PracticePayer {
  const others = (payer.contractWindows ?? []).filter((window) => window.action !== 'appeal-level-1');
  const next: ContractWindow = { action: 'appeal-level-1', value: 180, unit: 'calendar-days', startsFrom: 'remittance-date', evidence: '', ...appealWindow(payer), ...change };
  return { ...payer, contractWindows: [...others, next] };
}

/**
 * One payer of the practice: what decides which rules hold for it. A payer the library does not know can bring its appeal window
 * from the contract, with the place where it is written; without it there is honestly no date. `may`: what of it the reader may
 * change, a window of the contract only as a lead.
 */
export function PayerEditor({ payer, may = 'all', onChange, onRemove }: { payer: PracticePayer; may?: 'all' | 'no-window' | 'nothing'; onChange: (payer: PracticePayer) => void; onRemove: (() => void) | null }) {
  const window = appealWindow(payer);
  // What is typed stays as typed: half a number must not become another one.
  const [days, setDays] = useState(window === undefined ? '' : String(window.value));
  const [answers, setAnswers] = useState(payer.answersWithinDays == null ? '' : String(payer.answersWithinDays));
  return (
    <div role="group" aria-label={payer.name} className="rounded-md border border-line bg-raised px-3 py-2.5">
      <div className="mb-2 flex items-center gap-2">
        <h2 className="foreign min-w-0 flex-1 font-semibold">{payer.name}</h2>
        <span className="text-small text-ink-3">{payer.libraryPayer === null ? 'Not in the rule library' : 'Rules in the library'}</span>
        {onRemove !== null && <IconButton label={`Remove ${payer.name}`} icon={<Trash2 aria-hidden className="size-4" />} onPress={onRemove} />}
      </div>
      <div className="grid gap-2 sm:grid-cols-3">
        <SelectField isDisabled={may === 'nothing'} label="Kind of plan" options={lineOfBusinessOptions} value={payer.lineOfBusiness} onChange={(lineOfBusiness) => onChange({ ...payer, lineOfBusiness })} />
        <SelectField isDisabled={may === 'nothing'} label="State" options={stateOptions} value={payer.state} onChange={(state) => onChange({ ...payer, state })} />
        <SelectField isDisabled={may === 'nothing'} label="Network" options={networkOptions} value={payer.network} onChange={(network) => onChange({ ...payer, network })} />
      </div>
      <div className="mt-2 grid gap-2 sm:grid-cols-3">
        <SelectField isDisabled={may === 'nothing'} label="Disputes go out by" options={filingOptions} value={payer.filesBy ?? 'unknown'} onChange={(way) => onChange({ ...payer, filesBy: way === 'unknown' ? null : way })} hint="Paper is sent ahead." />
        <TextField
          isDisabled={may === 'nothing'} label="Usually answers within, days" isIdentifier inputMode="numeric" value={answers} hint="Sets the next look; empty: the practice's usual days."
          error={answers.trim() === '' || isAnswerTime(answers) ? null : 'Whole days, 7 to 365.'}
          onChange={(text) => {
            setAnswers(text);
            onChange({ ...payer, answersWithinDays: isAnswerTime(text) ? Number(text.trim()) : null });
          }}
        />
        <SelectField isDisabled={may === 'nothing'} label="Payer's day ends at" options={hourOptions} value={payer.cutOff == null ? 'unknown' : String(payer.cutOff.minute)} onChange={(hour) => onChange({ ...payer, cutOff: hour === 'unknown' ? null : { minute: Number(hour), timeZone: payer.cutOff?.timeZone ?? 'America/New_York' } })} />
        {payer.cutOff != null && <SelectField isDisabled={may === 'nothing'} label="In the zone of" options={zoneOptions} value={payer.cutOff.timeZone} onChange={(timeZone) => onChange({ ...payer, cutOff: { minute: payer.cutOff?.minute ?? 1020, timeZone } })} />}
      </div>
      {(payer.libraryPayer === null || window !== undefined || days !== '') && (
        <div className="mt-2 grid gap-2 sm:grid-cols-3">
          <TextField
            isDisabled={may !== 'all'} label="Appeal window, days" isIdentifier inputMode="numeric" value={days} hint={may === 'all' ? 'From the remittance date' : 'From the remittance date. A lead sets it; you can propose a rule under Library.'}
            error={days.trim() === '' || isDays(days) ? null : 'Whole days, 1 to 3660.'}
            onChange={(text) => {
              setDays(text);
              onChange(isDays(text) ? withAppealWindow(payer, { value: Number(text.trim()) }) : { ...payer, contractWindows: (payer.contractWindows ?? []).filter((one) => one.action !== 'appeal-level-1') });
            }}
          />
          <div className="sm:col-span-2">
            <TextField
              label="Where that is written" maxLength={300} placeholder="Contract, section 4.2" value={window?.evidence ?? ''} isDisabled={window === undefined || may !== 'all'}
              error={window !== undefined && window.evidence.trim() === '' ? 'A date without a source is a guess: name the page or letter.' : null}
              onChange={(evidence) => onChange(withAppealWindow(payer, { evidence }))}
            />
          </div>
        </div>
      )}
    </div>
  );
}
