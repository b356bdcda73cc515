import { useState } from 'react';
import { Eye, EyeOff } from 'lucide-react';
import { RevealReasonForm } from '../../../components/denial/RevealReasonForm.tsx';
import { maskedValue } from '../../../components/denial/masked-value.ts';
import { ChoiceCard } from '../../../components/team/ChoiceCard.tsx';
import { coveredFact } from '../../../components/team/FieldValue.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { handoverErrorWords } from '../../../components/words/team-words.ts';
import type { Candidate } from '../../../rules/team/field-register.ts';
import type { CaseToDecide } from '../../../storage/team/decide-choice.ts';
import { useReveal } from '../../shared/pages/use-reveal.ts';
import { sendCommand } from '../../shared/send-command.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** The open choices of one case. Identifiers among them are covered as on the case: shown with a reason, which the trail keeps. */
export function DecideCase({ decided: { caseId, item, choices }, names, machine, covered, mayDecide, onProblem }: {
  decided: CaseToDecide; names: ReadonlyMap<string, string>; machine: string | null; covered: ReadonlySet<string>; mayDecide: boolean; onProblem: (problem: string | null) => void;
}) {
  const [isBusy, setBusy] = useState(false);
  const reveal = useReveal(caseId);
  const fields = [...new Set(choices.map(({ path }) => coveredFact(path, covered)).filter((field) => field !== null))];
  const keep = async (path: string, { dot }: Candidate) => {
    setBusy(true);
    const reply = await sendCommand('case:decide', { caseId, path, dot: [dot[0], dot[1]] });
    setBusy(false);
    onProblem(reply.ok ? null : handoverErrorWords(reply.error));
  };
  const number = item?.patientControlNumber ?? item?.claimControlNumber ?? '';
  return (
    <article aria-label={item?.patientName ?? 'Case'} className="flex flex-col gap-2 border-b border-line pb-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="flex flex-wrap gap-x-3"><span className="foreign font-medium wrap-anywhere">{item?.patientName ?? 'No name'}</span><span className="foreign figures font-normal text-ink-2">{covered.has('patientControlNumber') && number !== '' ? maskedValue(number) : number}</span><span className="foreign font-normal text-ink-2">{item?.payerName ?? ''}</span></h3>
        {fields.length > 0 && <Button size="small" kind="quiet" icon={reveal.isShown ? <EyeOff aria-hidden className="size-3.5" /> : <Eye aria-hidden className="size-3.5" />} onPress={() => void reveal.show(fields, !reveal.isShown)}>{reveal.isShown ? 'Cover identifiers' : 'Show identifiers'}</Button>}
      </div>
      {choices.map(({ path, choice }) => <ChoiceCard key={path} path={path} choice={choice} covered={reveal.isShown ? NOTHING : covered} names={names} machine={machine} isBusy={isBusy || !mayDecide} onKeep={(kept) => void keep(path, kept)} />)}
      {reveal.isAsking && <RevealReasonForm isBusy={reveal.isBusy} onChoose={(reason) => void reveal.choose(reason)} onClose={reveal.close} />}
    </article>
  );
}
