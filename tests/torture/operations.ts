import type { CommandName, CommandRequest } from '../../rules/protocol/commands.ts';
import { isoToDayNumber } from '../../rules/domain/day-number.ts';
import { blankFacts } from '../../rules/work/blank-facts.ts';
import type { Random } from '../portals/generate/random.ts';
import type { Ledger } from './ledger.ts';
import type { Subject } from './subject.ts';

/** A command on its way. `settled` once the answer was noted down; never rejects. */
type Sent = { name: CommandName; answered: Promise<boolean> };

const TODAY = Temporal.Now.plainDateISO('America/New_York');
const inDays = (days: number): string => TODAY.add({ days }).toString();

function claim(claimControlNumber: string) {
  return {
    index: -1, references: [], edited: [], noReferenceIssued: true,
    facts: {
      ...blankFacts(), payerName: 'Cedar Valley Health', claimControlNumber, patientControlNumber: `P${claimControlNumber}`, patientName: 'Odalys Quillfeather', memberId: 'JHP881204', provider: 'Amit Sorrel',
      serviceFrom: '2026-02-19', serviceTo: '2026-02-19', remittanceOn: '2026-03-20', charge: 24_000, paid: 0, status: 'denied' as const, adjustments: [{ groupCode: 'CO' as const, carc: '197', cents: 24_000 }],
    },
  };
}

/** Sends a command and notes its answer: `kept` where it was acknowledged; where it was refused, `refused`; neither where nobody answered. */
function send<N extends CommandName>(subject: Subject, window: number, name: N, request: CommandRequest<N>, kept: (value: unknown) => void, refused: () => void, lost: () => void = () => undefined): Sent {
  const surface = window === 1 ? 'sidepanel.html' : 'popup.html';
  const answered = subject.command(name, request, surface, window).then((answer) => {
    if (answer?.ok === true) kept(answer.value);
    // `context-gone` is the page's word for no answer; a refusal of the background means that nothing was written.
    else if (answer !== null && answer.error.code !== 'context-gone') refused();
    else lost();
    return answer?.ok === true;
  }).catch(() => {
    lost(); // the page died with what it asked
    return false;
  });
  return { name, answered };
}

/** One thing a biller does, chosen by the seed, with what it changes noted before it is sent. */
export function act(subject: Subject, ledger: Ledger, random: Random, { window = 0, alone = true }: { window?: number; alone?: boolean } = {}): Sent {
  // Only cases that were looked at since they came about: of the others nobody knows yet what they began with.
  const cases = [...ledger.followUps.keys()];
  const kind = cases.length < 3 ? 'record' : random.pick(['record', 'again', 'note', 'note', 'call', 'plan', 'plan', 'draft', 'draft'] as const);
  if (kind === 'record' || kind === 'again') {
    const number = kind === 'again' ? random.pick([...ledger.claims.keys()]) : `TX${random.digits(10)}`;
    const before = ledger.claims.get(number) ?? null;
    ledger.claims.set(number, before);
    return send(subject, window, 'case:record', { payerKey: 'cedar-valley-health', claim: claim(number), source: 'form', pasted: null }, (value) => ledger.claims.set(number, (value as { caseId: string }).caseId), () => undefined);
  }
  const caseId = random.pick(cases);
  if (kind === 'note') {
    const text = `note ${random.letters(12)}`;
    ledger.notes.set(text, { caseId, sure: false });
    return send(subject, window, 'case:add-note', { caseId, text }, () => ledger.notes.set(text, { caseId, sure: true }), () => ledger.notes.delete(text), () => ledger.late.texts.add(text, true));
  }
  if (kind === 'call') {
    const note = `call ${random.letters(12)}`;
    const followUpOn = inDays(random.int(1, 40));
    const planned = may(ledger.followUps, ledger.late.followUps, caseId, isoToDayNumber(followUpOn), alone);
    ledger.contacts.set(note, { caseId, sure: false });
    const contact = { channel: 'phone' as const, numberDialled: '', representative: 'Wilhelmine', reference: random.digits(8), noReferenceReason: null, outcome: 'denied' as const, promise: '', promisedFor: null, note, startedAtMs: 1, endedAtMs: 2, holdSeconds: null };
    return send(subject, window, 'contact:log', { caseIds: [caseId], contact, outcome: 'denied', followUpOn, nextAction: 'check-status' }, () => {
      ledger.contacts.set(note, { caseId, sure: true });
      planned.kept();
    }, () => {
      ledger.contacts.delete(note);
      planned.refused();
    }, () => {
      ledger.late.texts.add(note, true);
      ledger.late.followUps.add(caseId, isoToDayNumber(followUpOn));
    });
  }
  if (kind === 'plan') {
    const followUpOn = inDays(random.int(-5, 40));
    const planned = may(ledger.followUps, ledger.late.followUps, caseId, isoToDayNumber(followUpOn), alone);
    return send(subject, window, 'case:plan', { caseId, followUpOn }, planned.kept, planned.refused, () => ledger.late.followUps.add(caseId, isoToDayNumber(followUpOn)));
  }
  const key = `contact:${caseId}`;
  const text = random.letters(200);
  if (!ledger.drafts.has(key)) ledger.drafts.set(key, new Set([null]));
  const typed = may(ledger.drafts, ledger.late.drafts, key, text, alone);
  return send(subject, window, 'draft:keep', { key, value: { text } }, typed.kept, typed.refused, () => ledger.late.drafts.add(key, text));
}

/** A value that something may have from now on; the only one, beside what may still come in late, once it is acknowledged and nobody else writes there at the same time. */
function may<T>(values: Map<string, Set<T>>, late: { of: (key: string) => T[] }, key: string, value: T, alone: boolean): { kept: () => void; refused: () => void } {
  const before = new Set(values.get(key));
  values.set(key, new Set([...before, value]));
  return {
    kept: () => {
      if (alone) values.set(key, new Set([value, ...late.of(key)]));
    },
    refused: () => {
      if (alone) values.set(key, before);
    },
  };
}
