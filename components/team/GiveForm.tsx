import { useState } from 'react';
import type { QueueItem } from '../../rules/work/queue-item.ts';
import { MOST_BUNDLED } from '../../rules/team/bundle.ts';
import { NO_DAY } from '../../rules/domain/day-number.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { maskedValue } from '../denial/masked-value.ts';
import { numericDay } from '../words/day-words.ts';
import { moneyWords } from '../words/money-words.ts';
import { casesWords } from '../words/team-words.ts';

export type Give = { caseIds: string[]; withDocuments: boolean; passphrase: string; words: string };
export type GiveItem = QueueItem & { isSensitive: boolean };

/** The numbers of account and claim are covered together. */
function numberOf({ patientControlNumber, claimControlNumber }: GiveItem, covered: ReadonlySet<string>): string {
  const number = patientControlNumber ?? claimControlNumber ?? '';
  return number === '' || !covered.has('patientControlNumber') ? number : maskedValue(number);
}

/** Whose cases, which of them, and the passphrase that is said by phone. `items`: open cases of the chosen owner, the most urgent first. */
export function GiveForm({ covered, owners, ownerId, onOwner, items, total, isBusy, progress, problem, made, onGive }: {
  covered: ReadonlySet<string>; owners: readonly { value: string; label: string }[]; ownerId: string; onOwner: (id: string) => void; items: readonly GiveItem[]; total: number;
  isBusy: boolean; progress: string; problem: string | null; made: { name: string; cases: number; sensitive: number; damaged: number; documents: number } | null; onGive: (give: Give) => void;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [withDocuments, setWithDocuments] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [words, setWords] = useState('');
  const open = items.filter(({ isSensitive }) => !isSensitive);
  const ids = open.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const isAll = ids.length === open.length && open.length > 0;
  const isReady = ids.length > 0 && passphrase !== '' && passphrase === again && !isBusy;
  return (
    <form
      noValidate className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onGive({ caseIds: ids, withDocuments, passphrase, words: words.trim() });
        setPassphrase('');
        setAgain('');
      }}
    >
      {owners.length > 1 && <div className="max-w-md"><SelectField label="Open cases of" options={owners} value={ownerId} onChange={onOwner} /></div>}
      {items.length === 0 ? <p className="text-ink-2">No open cases here.</p> : (
        <fieldset>
          <legend className="sr-only">Cases to give away</legend>
          <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
            <Checkbox isSelected={isAll} isIndeterminate={ids.length > 0 && !isAll} onChange={(isOn) => setChosen(new Set(isOn ? open.map(({ id }) => id) : []))}>All {casesWords(open.length)}</Checkbox>
            <span role="status" className="text-small text-ink-3">{ids.length} chosen{total > items.length ? `; the ${MOST_BUNDLED} most urgent of ${total.toLocaleString('en-US')}` : ''}</span>
          </div>
          <ul className="max-h-80 overflow-y-auto rounded-md border border-line">
            {items.map((item) => (
              <li key={item.id} className="border-b border-line px-3 py-1 last:border-b-0">
                <Checkbox isSelected={chosen.has(item.id) && !item.isSensitive} isDisabled={item.isSensitive} onChange={(isOn) => setChosen(new Set(isOn ? [...chosen, item.id] : [...chosen].filter((id) => id !== item.id)))}>
                  <span className="flex flex-wrap gap-x-3">
                    <span className="foreign wrap-anywhere">{item.isSensitive ? 'Sensitive: stays here' : item.patientName ?? 'No name'}</span>
                    <span className="foreign figures text-ink-2">{numberOf(item, covered)}</span>
                    <span className="foreign text-ink-2">{item.payerName}</span>
                    <span className="figures text-ink-2">{moneyWords(item.deniedCents)}</span>
                    <span className="figures text-ink-2">{item.dueDay === NO_DAY ? 'no date' : `last day ${numericDay(item.dueDay)}`}</span>
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {items.length > 0 && <div className="flex max-w-md flex-col gap-3">
        <Checkbox isSelected={withDocuments} onChange={setWithDocuments} hint="Without them only their names go along.">With the documents of appeals</Checkbox>
        <TextField label="A word to whoever takes it in" value={words} onChange={setWords} maxLength={300} />
        <TextField label="Passphrase for this file" type="password" autoComplete="new-password" value={passphrase} onChange={setPassphrase} maxLength={1000} error={problem} hint="Say it by phone, never beside the file. At least 12 characters that are not easily guessed." />
        <TextField label="The same again" type="password" autoComplete="new-password" value={again} onChange={setAgain} maxLength={1000} error={again !== '' && !passphrase.startsWith(again) ? 'Not the same.' : null} />
        <div className="flex items-center gap-3"><Button type="submit" kind="primary" isDisabled={!isReady}>{isBusy ? 'Writing' : 'Save the hand-over file'}</Button><span role="status" className="text-ink-2">{progress}</span></div>
      </div>}
      {made !== null && (
        <div role="status"><Notice title="Saved">
          {casesWords(made.cases)}{made.documents > 0 ? ` and ${made.documents === 1 ? '1 document' : `${made.documents} documents`}` : ''} went to <span className="foreign">{made.name}</span> in your downloads.
          {made.sensitive > 0 && ` ${casesWords(made.sensitive)} marked sensitive stayed here.`}{made.damaged > 0 && ` ${casesWords(made.damaged)} could not be opened and stayed here.`} The cases stay here as well; what is done on both sides joins again.
        </Notice></div>
      )}
    </form>
  );
}
