import { useEffect, useState } from 'react';
import { CorrectionCard } from '../../../../components/correction/CorrectionCard.tsx';
import { CorrectionForm } from '../../../../components/correction/CorrectionForm.tsx';
import { CorrectionStepForm } from '../../../../components/correction/CorrectionStepForm.tsx';
import { StatusCheckForm } from '../../../../components/correction/StatusCheckForm.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import { holdKeys, letKeysGo } from '../../../../components/ui/held-keys.ts';
import { useKeys } from '../../../../components/ui/use-keys.ts';
import { useOfferedCommands } from '../offered-commands.ts';
import { KeyHint } from '../../../../components/ui/KeyHint.tsx';
import { dayOfIso, dueWords, isoOfDay, usDates } from '../../../../components/words/day-words.ts';
import { changesFromChecks, correctionAnswer } from '../../../../rules/corrections/correction-answer.ts';
import type { CorrectionAnswer } from '../../../../rules/corrections/correction-answer.ts';
import { guardFindings, isAppealPending } from '../../../../rules/corrections/duplicate-guard.ts';
import type { CorrectionChange, CorrectionKind, CorrectionState } from '../../../../rules/domain/correction.ts';
import type { Cadence } from '../../../../rules/work/payer-cadence.ts';
import type { CaseFile } from '../../../../rules/work/case-file.ts';
import type { CorrectionView } from '../../../../storage/corrections/correction-row.ts';
import { correctionsOfCase } from '../../../../storage/queries/corrections.ts';
import { workView } from '../../../../storage/queries/work-view.ts';
import { sameServices } from '../../../../storage/queries/same-service.ts';
import type { OpenVault } from '../open-vault.ts';
import { useDraft } from '../use-draft.ts';
import { useFormSave } from '../use-form-save.ts';
import type { Send } from '../use-form-save.ts';
import { useQuery } from '../use-query.ts';
import { useToday } from '../use-today.ts';

type Open = { form: 'begin' } | { form: 'change'; correction: CorrectionView } | { form: 'check'; correction: CorrectionView } | { form: 'step'; correction: CorrectionView; state: CorrectionState; answer: CorrectionAnswer | null };
export type CorrectionSectionProps = { session: OpenVault; file: CaseFile; cadence: Cadence; areKeysOn: boolean; send: Send; onClose: () => void };

const clockOf: Record<CorrectionKind, string> = { replacement: 'corrected-claim', void: 'corrected-claim', resubmission: 'timely-filing', records: 'records-request' };
const asKept = (kept: unknown) => kept;
const blank = (): unknown => null;

/** Everything of a case that goes back to the payer outside of an appeal: begun, guarded, sent, followed. */
export function CorrectionSection({ session, file, cadence, areKeysOn, send, onClose }: CorrectionSectionProps) {
  const { db, vault } = session;
  const today = useToday();
  const caseId = file.item.id;
  const { facts } = file.sealed;
  const found = useQuery(async () => {
    const corrections = await correctionsOfCase(db, vault, caseId);
    const others = await Promise.all(corrections.map(async ({ id, open }) => (open === 1 ? sameServices(db, vault, caseId, facts, id) : [])));
    return corrections.map((correction, index) => ({ correction, others: others[index] ?? [] }));
  }, [db, vault, caseId, file.item.rev]);
  const [open, setOpen] = useState<Open | null>(null);
  const begin = () => {
    holdKeys(); // its kept draft is looked up first
    setOpen({ form: 'begin' });
  };
  useKeys({ e: begin }, areKeysOn && file.item.open && open === null);
  useOfferedCommands(file.item.open ? [{ id: 'case-correct', label: 'Correct or send records', group: 'This case', shortcut: 'e', onChoose: begin }] : []);
  if (found.state !== 'ready') return null;
  const dueOf = (kind: CorrectionKind) => file.clocks.find(({ action, due }) => action === clockOf[kind] && due !== null)?.due ?? null;
  const windowOf = (kind: CorrectionKind) => { const due = dueOf(kind); const day = due === null ? null : dayOfIso(due); return due === null || day === null ? 'No window for this is known.' : `Last day ${usDates(due)}, ${dueWords(day, today)}.`; };
  const looks = file.observations.filter(({ id }) => !(file.sealed.setAside ?? []).includes(id));
  const answerTo = ({ content }: CorrectionView) => correctionAnswer(content, facts, looks, file.filings);
  const guardOf = ({ correction: { content }, others }: (typeof found.value)[number]) => guardFindings({ kind: content.kind, facts, originalClaimNumber: content.originalClaimNumber, changes: content.changes.length, statusCheck: content.statusCheck, today: isoOfDay(today), others, isAppealPending: isAppealPending(file.sealed) });
  return (
    <Section title="Corrections and records" {...(found.value.length === 0 ? {} : { aside: found.value.length })}>
      <div className="flex flex-col gap-2">
        {found.value.map((one) => (
          <CorrectionCard
            key={one.correction.id} content={one.correction.content} state={one.correction.state} guard={guardOf(one)} windowWords={windowOf(one.correction.content.kind)} isOpen={file.item.open} answer={answerTo(one.correction)} onAnswer={() => { const answer = answerTo(one.correction); if (answer !== null) setOpen({ form: 'step', correction: one.correction, state: answer.state, answer }); }} onClose={onClose}
            onStep={(state) => setOpen({ form: 'step', correction: one.correction, state, answer: null })} onCheck={() => setOpen({ form: 'check', correction: one.correction })} onChange={() => setOpen({ form: 'change', correction: one.correction })}
          />
        ))}
        {file.item.open && <div><Button size="small" onPress={begin}>Correct or send records <KeyHint keys="e" /></Button></div>}
        {!file.item.open && found.value.length === 0 && <p className="text-ink-2">Nothing was sent again.</p>}
      </div>
      {open !== null && <OpenForm key={`${open.form}:${'correction' in open ? open.correction.id : ''}:${open.form === 'step' ? open.state : ''}`} session={session} open={open} file={file} guard={open.form === 'step' ? found.value.filter(({ correction }) => correction.id === open.correction.id).flatMap(guardOf) : []} dueOf={dueOf} windowOf={windowOf} cadence={cadence} send={send} onClose={() => setOpen(null)} />}
    </Section>
  );
}

/** What the denial itself names as missing: its row stands ready, with nothing in it. */
function likelyChange(category: string): CorrectionChange[] {
  return category === 'prior-authorization' ? [{ field: 'authorization-number', was: '', now: '', why: '' }] : [];
}

type OpenFormProps = { session: OpenVault; open: Open; file: CaseFile; guard: ReturnType<typeof guardFindings>; dueOf: (kind: CorrectionKind) => string | null; windowOf: (kind: CorrectionKind) => string; cadence: Cadence; send: Send; onClose: () => void };

function OpenForm({ session, open, file, guard, dueOf, windowOf, cadence, send, onClose }: OpenFormProps) {
  const today = useToday();
  const caseId = file.item.id;
  const name = open.form === 'begin' ? 'begin' : `${open.correction.id}:${open.form}${open.form === 'step' ? `:${open.state}` : ''}`;
  const draft = useDraft<unknown>(session, `correction:${open.form === 'begin' ? caseId : ''}${name}`.slice(0, 120), asKept, blank);
  const { isBusy, save: work } = useFormSave(send, draft, onClose);
  // What differs from the claim as it was sent is the first draft of what changed.
  const differing = useQuery(async () => (open.form === 'begin' ? changesFromChecks((await workView(session.db, session.vault, file)).checks) : []), [session.db, session.vault, file.item.id, open.form]);
  const isThere = draft !== null && differing.state !== 'loading';
  useEffect(() => { if (isThere) letKeysGo(); }, [isThere]);
  if (draft === null) return null;
  const shared = { isBusy, onClose, kept: draft.value, onKeep: draft.change };
  if (open.form === 'begin') {
    if (differing.state === 'loading') return null;
    const isAsked = (file.sealed.letters ?? []).some(({ kind, answeredOn }) => kind === 'records-request' && answeredOn === null) || file.item.nextAction === 'send-records';
    return <CorrectionForm {...shared} isNew windowWords={null} start={{ kind: isAsked ? 'records' : 'replacement', originalClaimNumber: file.sealed.facts.claimControlNumber, reason: '', records: [], requestReference: null, changes: differing.state === 'ready' && differing.value.length > 0 ? differing.value : likelyChange(file.item.category) }} onSave={(words) => work('correction:begin', { caseId, ...words }, 'Begun. Check the status, then send.')} />;
  }
  const { correction } = open;
  if (open.form === 'check') return <StatusCheckForm {...shared} today={today} onSave={(check) => work('correction:check-status', { correctionId: correction.id, check }, 'Status noted.')} />;
  if (open.form === 'change') return <CorrectionForm {...shared} isNew={false} windowWords={windowOf(correction.content.kind)} start={correction.content} onSave={(words) => work('correction:change', { correctionId: correction.id, rev: correction.rev, originalClaimNumber: words.originalClaimNumber, changes: words.changes, reason: words.reason, records: words.records, requestReference: words.requestReference }, 'Draft changed.')} />;
  return <CorrectionStepForm {...shared} kind={correction.content.kind} state={open.state} guard={guard} answer={open.answer} lastDay={dueOf(correction.content.kind)} today={today} cadence={cadence} onSave={(step) => work('correction:step', { correctionId: correction.id, rev: correction.rev, ...step }, 'Saved.')} />;
}
