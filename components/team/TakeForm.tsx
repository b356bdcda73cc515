import { useState } from 'react';
import type { ComponentProps } from 'react';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { momentWords } from '../words/day-words.ts';
import { casesWords, LEAD_FIRST } from '../words/team-words.ts';
import { BundleCases } from './BundleCases.tsx';
import type { BundleCase } from './BundleCases.tsx';
import { ForeignWindowsNotice } from './ForeignWindowsNotice.tsx';

export type TakeLook = {
  practiceName: string; byName: string; madeMs: number; words: string; documents: number; isFromHere: boolean;
  key: 'own' | 'known' | 'unknown'; signer: string | null; keyMark: string; practice: 'own' | 'known' | 'unknown'; cases: readonly BundleCase[]; holds: number; purged: number; names: ReadonlyMap<string, string>; foreignWindows: ComponentProps<typeof ForeignWindowsNotice>['payers'];
};
export type Take = { signerName: string | null; samePractice: boolean; ownerId: string };

/** What a file holds and whose it is, before anything of it is taken in. */
export function TakeForm({ look, covered, owners, userId, isLead, isBusy, progress, problem, onTake, onOther }: {
  look: TakeLook; covered: ReadonlySet<string>; owners: readonly { value: string; label: string }[]; userId: string; isLead: boolean; isBusy: boolean; progress: string; problem: string | null; onTake: (take: Take) => void; onOther: () => void;
}) {
  const [signerName, setSignerName] = useState('');
  const [samePractice, setSamePractice] = useState(false);
  const [ownerId, setOwnerId] = useState(userId);
  const gone = look.cases.filter(({ isPurged }) => isPurged).length;
  const fresh = look.cases.filter(({ isNew, isPurged }) => isNew && !isPurged).length;
  const same = look.cases.filter(({ isSame }) => isSame).length;
  const choices = look.cases.reduce((sum, one) => sum + one.choices.length, 0);
  const needsLead = !isLead && (look.key === 'unknown' || look.practice === 'unknown');
  const isReady = !isBusy && !needsLead && (look.key !== 'unknown' || signerName.trim() !== '') && (look.practice !== 'unknown' || samePractice);
  return (
    <div className="flex flex-col gap-3">
      <dl className="grid max-w-2xl grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-3">From</dt><dd className="foreign">{look.byName}, {look.practiceName}{look.isFromHere ? ' (made on this computer)' : ''}</dd>
        <dt className="text-ink-3">Made</dt><dd>{momentWords(look.madeMs)}</dd>
        <dt className="text-ink-3">Signed</dt>
        <dd>{look.key === 'own' ? "With this practice's own key" : look.key === 'known' ? <>With the key of <span className="foreign">{look.signer}</span></> : 'With a key that is not known here'}<span className="figures block text-small text-ink-2">Key {look.keyMark}</span></dd>
        <dt className="text-ink-3">Holds</dt><dd>{casesWords(look.cases.length)}: {fresh} new here, {look.cases.length - fresh - same - gone} that join, {same} as they are here{gone > 0 ? `, ${gone} purged here` : ''}{look.documents > 0 ? `; ${look.documents} documents` : ''}</dd>
        {look.words !== '' && <><dt className="text-ink-3">Says</dt><dd className="foreign wrap-anywhere">{look.words}</dd></>}
      </dl>
      {look.holds > 0 && <Notice tone="caution" title="A legal hold on everything comes along">From then on nothing is purged here either, until a lead ends it under Keep and delete.</Notice>}
      {look.purged > 0 && <Notice>{look.purged === 1 ? '1 case was' : `${casesWords(look.purged)} were`} purged on the other computer and will not come back by an older file. {isLead ? 'Copies here that are past their time go too; what is open or on hold stays.' : 'Copies here stay until a lead purges them.'}</Notice>}
      {choices > 0 && <Notice tone="caution">{choices === 1 ? '1 value differs' : `${choices} values differ`} between the two computers. Both stay, side by side, until somebody decides below.</Notice>}
      <ForeignWindowsNotice payers={look.foreignWindows} />
      <BundleCases cases={look.cases} covered={covered} names={look.names} />
      <div className="flex max-w-md flex-col gap-3">
        {needsLead && <Notice tone="caution">{LEAD_FIRST}</Notice>}
        {!needsLead && look.key === 'unknown' && <TextField label="Whose key is it?" value={signerName} onChange={setSignerName} maxLength={120} hint="Compare the key by phone first. On their side it stands under this page's title." />}
        {!needsLead && look.practice === 'unknown' && <Checkbox isSelected={samePractice} onChange={setSamePractice} hint="Work of another client does not belong in here.">It is work of this practice, from another computer</Checkbox>}
        <SelectField label="Cases whose owner does not work here go to" options={owners} value={ownerId} onChange={setOwnerId} />
        {problem !== null && <Notice tone="problem">{problem}</Notice>}
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" isDisabled={!isReady} onPress={() => onTake({ signerName: look.key === 'unknown' ? signerName.trim() : null, samePractice, ownerId })}>{isBusy ? 'Taking in' : `Take in ${casesWords(look.cases.length)}`}</Button>
          <Button kind="quiet" isDisabled={isBusy} onPress={onOther}>Another file</Button>
          <span role="status" className="text-ink-2">{progress}</span>
        </div>
      </div>
    </div>
  );
}
