import { useEffect, useRef, useState } from 'react';
import { CalendarDays, NotebookText, Phone } from 'lucide-react';
import { CaseSummary } from '../../../../components/denial/CaseSummary.tsx';
import { AskList } from '../../../../components/work/AskList.tsx';
import { MissingPlan } from '../../../../components/work/MissingPlan.tsx';
import { SentSteps } from '../../../../components/work/SentSteps.tsx';
import { ClockList } from '../../../../components/denial/ClockList.tsx';
import { ExplanationCard } from '../../../../components/denial/ExplanationCard.tsx';
import { FactsList } from '../../../../components/denial/FactsList.tsx';
import { FilingList } from '../../../../components/denial/FilingList.tsx';
import { NeedsQuestion } from '../../../../components/denial/NeedsQuestion.tsx';
import { PaidProposal } from '../../../../components/denial/PaidProposal.tsx';
import { RevealReasonForm } from '../../../../components/denial/RevealReasonForm.tsx';
import { Timeline } from '../../../../components/denial/Timeline.tsx';
import { coverHistory } from '../../../../components/note/cover-history.ts';
import { withoutNumbers } from '../../../../components/note/without-numbers.ts';
import { statusNoteText } from '../../../../components/note/status-note-text.ts';
import { StatusNote } from '../../../../components/note/StatusNote.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { EmptyState } from '../../../../components/ui/EmptyState.tsx';
import { KeyHint } from '../../../../components/ui/KeyHint.tsx';
import { Menu } from '../../../../components/ui/Menu.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { holdKeys, letKeysGo } from '../../../../components/ui/held-keys.ts';
import { useKeys } from '../../../../components/ui/use-keys.ts';
import { errorWords } from '../../../../components/words/error-words.ts';
import { isoOfDay } from '../../../../components/words/day-words.ts';
import { questionFor } from '../../../../components/words/fact-words.ts';
import { COVERED_FACTS } from '../../../../rules/domain/covered-fields.ts';
import { POOL } from '../../../../rules/domain/vocabulary.ts';
import { settingsUnderPolicy } from '../../../../rules/policy/policy-settings.ts';
import { NO_POLICY } from '../../../../rules/policy/read-policy.ts';
import type { CommandName, CommandRequest } from '../../../../rules/protocol/commands.ts';
import { cadenceOf } from '../../../../rules/work/payer-cadence.ts';
import { caseFile } from '../../../../storage/queries/case-file.ts';
import { roleOf, userNames } from '../../../../storage/people.ts';
import { readSettings } from '../../../../storage/settings.ts';
import { readTellingHours } from '../../../../storage/telling.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { useCopy } from '../use-copy.ts';
import { useManaged } from '../use-managed.ts';
import { useOfferedCommands } from '../offered-commands.ts';
import { useQuery } from '../use-query.ts';
import { useReveal } from '../use-reveal.ts';
import { useToday } from '../use-today.ts';
import { AboutSection } from './AboutSection.tsx';
import { AppealsSection } from './AppealsSection.tsx';
import { CaseForms } from './CaseForms.tsx';
import type { CaseForm } from './CaseForms.tsx';
import { ContactsSection } from './ContactsSection.tsx';
import { CorrectionSection } from './CorrectionSection.tsx';
import { EvidenceSection } from './EvidenceSection.tsx';
import { WorkSections } from './WorkSections.tsx';
import { TwinsSection } from './TwinsSection.tsx';

export type CasePaneProps = { session: OpenVault; caseId: string; areKeysOn: boolean; onCall: () => void; onPayer: (payerKey: string) => void; onCase: (caseId: string) => void; onMessage: (message: StatusMessage) => void };

/** One case: what to do, until when, why; every date opens to its source. */
export function CasePane({ session, caseId, areKeysOn, onCall, onPayer, onCase, onMessage }: CasePaneProps) {
  const { db, vault, userId } = session;
  const today = useToday();
  const managed = useManaged();
  const policy = managed?.policy ?? NO_POLICY;
  const answer = useQuery(async () => {
    const settings = settingsUnderPolicy(await readSettings(db), policy);
    const { working } = await readTellingHours(db, settings);
    return { file: await caseFile(db, vault, caseId, isoOfDay(today)), writer: (await db.users.get(userId))?.name ?? '', role: await roleOf(db, userId), names: await userNames(db), settings, working };
  }, [db, vault, caseId, today, userId, policy]);
  const [form, setForm] = useState<CaseForm | null>(null);
  const openForm = (next: CaseForm) => {
    holdKeys(); // its kept draft is looked up first
    setForm(next);
  };
  const reveal = useReveal(caseId);
  const copy = useCopy(session, onMessage);
  const body = useRef<HTMLDivElement>(null);
  const file = answer.state === 'ready' ? answer.value.file : null;
  const isThere = file !== null;

  useEffect(() => { if (isThere) void sendCommand('case:viewed', { caseId, revealed: [] }); }, [caseId, isThere]);
  useEffect(() => { if (isThere) body.current?.focus({ preventScroll: true }); }, [caseId, isThere]);
  const isAnswered = answer.state !== 'loading';
  useEffect(() => { if (isAnswered) letKeysGo(); }, [isAnswered]);

  const noteText = file === null || answer.state !== 'ready' ? '' : statusNoteText(file, today, answer.value.writer);
  const copyNote = async () => {
    // The note names the claim: copying it shows the number, where that is covered.
    if (file !== null && coveredNote !== noteText && !(await reveal.may({ fields: coveredHere, how: 'copied' }))) return;
    if (await copy(noteText, 'Status note copied.')) void sendCommand('note:copied', { caseId });
  };
  const copyCovered = async () => {
    if (file === null) return;
    if (await copy(withoutNumbers(noteText, file.sealed, COVERED_FACTS.numbers), 'Status note copied with its numbers covered.')) void sendCommand('note:copied', { caseId });
  };
  const send = async <N extends CommandName>(command: N, request: CommandRequest<N>, done: string): Promise<boolean> => {
    const reply = await sendCommand(command, request);
    onMessage(reply.ok ? { tone: 'done', text: done } : { tone: 'problem', text: errorWords(reply.error.code) });
    return reply.ok;
  };
  const covered = COVERED_FACTS[answer.state === 'ready' && managed !== null ? answer.value.settings.cover : 'numbers'];
  const coveredHere = file === null ? [] : [...covered].filter((field) => ({ ...file.sealed.facts, birthDate: file.sealed.patientBirthDate ?? file.sealed.facts.birthDate } as Readonly<Record<string, unknown>>)[field] != null || (field === 'reference' && file.sealed.references.length + file.filings.length > 0));
  const coveredNote = file === null ? '' : withoutNumbers(noteText, file.sealed, reveal.isShown ? new Set() : covered);
  const copyFact = async (field: string, value: string) => {
    // Copying a covered one counts as showing it.
    if (covered.has(field) && !(await reveal.may({ fields: [field], how: 'copied' }))) return;
    await copy(value, 'Copied.');
  };
  useKeys({
    i: () => void reveal.show(coveredHere, !reveal.isShown), c: onCall, n: () => void copyNote(), s: () => openForm({ kind: 'snooze' }), m: () => openForm({ kind: 'note' }), ...(file?.item.open === true ? { t: () => openForm({ kind: 'plan' }), z: () => openForm({ kind: 'resolve' }) } : {}), o: () => { if (file !== null) onPayer(file.item.payerKey); },
  }, areKeysOn && file !== null && form === null);

  const isOpenCase = file?.item.open === true;
  useOfferedCommands(file === null ? [] : [
    { id: 'case-call', label: 'Log a call', group: 'This case', shortcut: 'c', onChoose: onCall }, { id: 'case-note-copy', label: 'Copy the status note', group: 'This case', shortcut: 'n', onChoose: () => void copyNote() }, { id: 'case-note-covered', label: 'Copy the status note, numbers covered', group: 'This case', onChoose: () => void copyCovered() },
    ...(isOpenCase ? [{ id: 'case-snooze', label: 'Snooze', group: 'This case', shortcut: 's', onChoose: () => openForm({ kind: 'snooze' }) }, { id: 'case-plan', label: 'Plan the next step', group: 'This case', shortcut: 't', onChoose: () => openForm({ kind: 'plan' }) }, { id: 'case-take', label: 'Take it', group: 'This case', onChoose: () => void send('case:plan', { caseId, ownerId: userId }, 'It is yours now.') }, { id: 'case-pool', label: 'Give it to the pool', group: 'This case', onChoose: () => void send('case:plan', { caseId, ownerId: POOL }, 'In the pool: whoever takes it works it.') }, { id: 'case-set-aside', label: 'Not workable now', group: 'This case', onChoose: () => openForm({ kind: 'set-aside' }) }, { id: 'case-resolve', label: 'Close the case', group: 'This case', shortcut: 'z', onChoose: () => openForm({ kind: 'resolve' }) }] : []),
    { id: 'case-submission', label: 'Record what was sent', group: 'This case', onChoose: () => openForm({ kind: 'submission' }) }, { id: 'case-letter', label: 'Record a letter', group: 'This case', onChoose: () => openForm({ kind: 'letter' }) },
    { id: 'case-root', label: 'Find the root cause', group: 'This case', onChoose: () => openForm({ kind: 'root-cause' }) }, ...(isOpenCase ? [{ id: 'case-ask', label: 'Ask a colleague', group: 'This case', onChoose: () => openForm({ kind: 'ask' }) }] : []), { id: 'case-note', label: 'Add a note', group: 'This case', shortcut: 'm', onChoose: () => openForm({ kind: 'note' }) }, { id: 'case-payer', label: "Payer's rules and notes", group: 'This case', shortcut: 'o', onChoose: () => onPayer(file.item.payerKey) },
  ]);

  if (answer.state === 'failed') return <EmptyState title="This case cannot be shown">{errorWords(answer.code)}</EmptyState>;
  if (answer.state === 'ready' && file === null) return <EmptyState title="This case is no longer here">Go back to the queue.</EmptyState>;
  if (answer.state !== 'ready' || file === null) return <div aria-busy="true" className="flex-1" />;

  const cadence = cadenceOf(file.payer, answer.value.settings.followUpDays);
  const asked = questionFor(file.clocks.filter((clock) => clock.kind === 'needs').flatMap((clock) => clock.needs));
  // Where a date stands already, the question can wait until the dates were read.
  const hasDate = file.clocks.some((clock) => clock.kind === 'dated');
  const question = asked === null ? null : <NeedsQuestion key={asked.field} question={asked} today={today} onAnswer={async (facts) => { await send('case:answer', { caseId, facts }, 'Answered. The dates were worked out again.'); }} />;
  return (
    <div ref={body} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
      <CaseSummary
        file={file} today={today} onPayer={() => onPayer(file.item.payerKey)}
        actions={
          <div className="flex flex-wrap items-center gap-2">
            <Button kind="primary" icon={<Phone aria-hidden className="size-3.5" />} onPress={onCall}>Log call <KeyHint keys="c" /></Button>
            <Button icon={<NotebookText aria-hidden className="size-3.5" />} onPress={() => void copyNote()}>Copy note <KeyHint keys="n" /></Button>
            <span className="flex-1" />
            <Menu
              label="More for this case"
              entries={[
                { id: 'plan', label: 'Plan next step', shortcut: 't', icon: <CalendarDays aria-hidden className="size-3.5" />, onChoose: () => openForm({ kind: 'plan' }) },
                { id: 'snooze', label: 'Snooze', shortcut: 's', onChoose: () => openForm({ kind: 'snooze' }) },
                ...(file.item.open && file.item.ownerId !== userId ? [{ id: 'take', label: 'Take it', onChoose: () => void send('case:plan', { caseId, ownerId: userId }, 'It is yours now.') }] : []),
                ...(file.item.open && file.item.ownerId === userId ? [{ id: 'pool', label: 'Give it to the pool', onChoose: () => void send('case:plan', { caseId, ownerId: POOL }, 'In the pool: whoever takes it works it.') }] : []),
                { id: 'submission', label: 'Record what was sent', onChoose: () => openForm({ kind: 'submission' }) },
                { id: 'letter', label: 'Record a letter', onChoose: () => openForm({ kind: 'letter' }) },
                { id: 'next-payer', label: 'Name the next payer', onChoose: () => openForm({ kind: 'next-payer' }) },
                { id: 'root-cause', label: 'Find the root cause', onChoose: () => openForm({ kind: 'root-cause' }) },
                ...(file.item.open ? [{ id: 'set-aside', label: 'Not workable now', onChoose: () => openForm({ kind: 'set-aside' as const }) }] : []),
                { id: 'sensitive', label: file.sealed.sensitive == null ? 'Mark as sensitive' : 'Sensitive: change', onChoose: () => openForm({ kind: 'sensitive' }) },
                ...(answer.value.role === 'lead' ? [{ id: 'hold', label: file.sealed.legalHold == null ? 'Set a legal hold' : 'End the legal hold', onChoose: () => openForm({ kind: 'hold' as const }) }] : []),
                ...(file.item.open && answer.value.role !== 'auditor' ? [{ id: 'ask', label: 'Ask a colleague', onChoose: () => openForm({ kind: 'ask' as const }) }] : []),
                { id: 'note', label: 'Add a note', shortcut: 'm', onChoose: () => openForm({ kind: 'note' }) },
                ...(file.observations.length > 1 && file.sealed.mergedInto == null ? [{ id: 'split', label: 'Split off another claim', onChoose: () => openForm({ kind: 'split' as const }) }] : []),
                { id: 'payer', label: "Payer's rules and notes", shortcut: 'o', onChoose: () => onPayer(file.item.payerKey) },
                ...(file.sealed.mergedInto == null ? [file.item.open ? { id: 'resolve', label: 'Close the case', shortcut: 'z', onChoose: () => openForm({ kind: 'resolve' }) } : { id: 'reopen', label: 'Open again', onChoose: () => openForm({ kind: 'reopen' as const }) }] : []),
              ]}
            />
          </div>
        }
      />
      <div className="px-3 pt-3 empty:hidden"><AskList asks={file.sealed.asks ?? []} nameOf={(id) => answer.value.names.get(id) ?? 'somebody'} userId={userId} isLead={answer.value.role === 'lead'} onAnswer={(ask) => openForm({ kind: 'answer-ask', ask })} /></div>
      <div className="px-3 pt-3 empty:hidden"><MissingPlan item={file.item} onTake={() => void send('case:plan', { caseId, ownerId: userId }, 'It is yours now.')} onPlan={() => openForm({ kind: 'plan' })} /></div>
      {file.item.open && file.sealed.suggestion != null && <div className="px-3 pt-3"><PaidProposal sealed={file.sealed} onClose={() => openForm({ kind: 'resolve' })} /></div>}
      {question !== null && !hasDate && <div className="px-3 pt-3">{question}</div>}
      <TwinsSection part="twins" session={session} caseId={caseId} send={send} onOpen={onCase} />
      <Section title="Clocks"><ClockList clocks={file.clocks} traps={file.traps} expected={file.expected} today={today} onOverride={(action) => openForm({ kind: 'override', action })} handSet={new Set(file.sealed.overrides.map(({ action }) => action))} onBackToRule={(action) => openForm({ kind: 'rule-date', action })} {...(file.item.open ? { onAnswered: (letter, letterOn) => openForm({ kind: 'answer-letter', letter, letterOn }) } : {})} /><SentSteps submissions={file.sealed.submissions} {...(file.item.open ? { onDecided: ({ atMs, on }) => openForm({ kind: 'decision-day', atMs, sentOn: on }), onTakeBack: ({ atMs, on }) => openForm({ kind: 'take-back', atMs, sentOn: on }) } : {})} />{hasDate && question !== null && <div className="pt-3">{question}</div>}</Section>
      <Section title="Why it was denied"><ExplanationCard explanation={file.explanation} isPathShown={!file.item.open} onClassify={() => openForm({ kind: 'classify' })} /></Section>
      <WorkSections session={session} file={file} today={today} covered={reveal.isShown ? new Set() : covered} onForm={openForm} actions={<>
        <AppealsSection session={session} file={file} areKeysOn={areKeysOn && form === null && !reveal.isAsking} onMessage={onMessage} />
        <CorrectionSection session={session} file={file} areKeysOn={areKeysOn && form === null && !reveal.isAsking} cadence={cadence} send={send} onClose={() => openForm({ kind: 'resolve' })} />
      </>} />
      <AboutSection session={session} file={file} />
      <Section title="Claim">
        <FactsList
          facts={file.sealed.facts} references={file.sealed.references} birthDate={file.sealed.patientBirthDate ?? null} covered={covered} isShown={reveal.isShown}
          onCopy={copyFact} onShown={(on) => void reveal.show(coveredHere, on)}
        />
      </Section>
      {file.filings.length > 0 && <Section title="Filing"><FilingList facts={file.sealed.facts} filings={file.filings} covered={reveal.isShown ? new Set() : covered} onCopy={async (value) => copyFact('reference', value)} /></Section>}
      <ContactsSection session={session} file={file} send={send} onMessage={onMessage} />
      <EvidenceSection session={session} caseId={caseId} onMessage={onMessage} />
      <TwinsSection part="regroupings" session={session} caseId={caseId} send={send} onOpen={onCase} />
      <Section title="Status note"><StatusNote text={coveredNote} onCopy={copyNote} onCopyCovered={copyCovered} /></Section>
      <Section title="History"><Timeline entries={file.timeline} covered={reveal.isShown ? new Set() : covered} cover={coverHistory(file, reveal.isShown ? new Set() : covered)} /></Section>
      {reveal.isAsking && <RevealReasonForm isBusy={reveal.isBusy} onChoose={(reason) => void reveal.choose(reason)} onClose={reveal.close} />}
      <CaseForms session={session} form={form} file={file} isLead={answer.value.role === 'lead'} today={today} cadence={cadence} working={answer.value.working} onClose={() => setForm(null)} send={send} />
    </div>
  );
}
