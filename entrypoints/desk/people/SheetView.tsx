import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { ArrowLeft, Printer } from 'lucide-react';
import { HandoverSheet } from '../../../components/people/HandoverSheet.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Checkbox } from '../../../components/ui/Checkbox.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { numericDay } from '../../../components/words/day-words.ts';
import type { Person } from '../../../rules/domain/person.ts';
import { handoverSheet } from '../../../storage/queries/handover-sheet.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useToday } from '../../shared/pages/use-today.ts';
import { sendCommand } from '../../shared/send-command.ts';
import '../recovery/recovery-print.css';

/** The sheet of one person's queue, covered unless names are asked for; printing it, and showing names, stands in the trail. */
export function SheetView({ session, owner, payers, onBack }: { session: OpenVault; owner: Person; payers: readonly { key: string; name: string }[]; onBack: () => void }) {
  const { db, vault } = session;
  const today = useToday();
  const [names, setNames] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const lines = useQuery(async () => handoverSheet(db, vault, owner.id), [db, vault, owner.id]);
  if (lines.state !== 'ready') return null;
  const payerNames = new Map(payers.map(({ key, name }) => [key, name]));
  const shown = lines.value.map((line) => ({ ...line, payerName: payerNames.get(line.payerKey) ?? line.payerKey }));
  const made = `As of ${numericDay(today)}`;
  const uncover = async (isOn: boolean) => {
    const noted = isOn ? await sendCommand('audit:note', { what: 'revealed', subject: `sheet of ${owner.id}` }) : null;
    if (noted?.ok === false) setProblem(errorWords(noted.error.code));
    else setNames(isOn);
  };
  const print = async () => {
    const noted = await sendCommand('queue:sheet-printed', { ownerId: owner.id, cases: shown.length, names });
    setProblem(noted.ok ? null : errorWords(noted.error.code));
    if (!noted.ok) return;
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="quiet" icon={<ArrowLeft aria-hidden className="size-4" />} onPress={onBack}>People</Button>
        <h1 className="text-title font-semibold">Hand-over sheet</h1>
        <span className="flex-1" />
        <Checkbox isSelected={names} onChange={(isOn) => void uncover(isOn)}>Show names and numbers</Checkbox>
        <Button kind="primary" icon={<Printer aria-hidden className="size-4" />} onPress={() => void print()}>Print</Button>
      </div>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      <HandoverSheet owner={owner.name} lines={shown} names={names} made={made} />
      {isPrinting && createPortal(<HandoverSheet owner={owner.name} lines={shown} names={names} made={made} isPrinted />, document.body)}
    </div>
  );
}
