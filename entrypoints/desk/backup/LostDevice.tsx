import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { Printer } from 'lucide-react';
import { LostDeviceView } from '../../../components/computer/LostDeviceView.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Disclosure } from '../../../components/ui/Disclosure.tsx';
import { momentWords } from '../../../components/words/day-words.ts';
import type { LostDeviceReport } from '../../../rules/health/lost-device.ts';
import { sendCommand } from '../../shared/send-command.ts';
import '../recovery/recovery-print.css';

/** What the computer held on which a checked backup was made, in case it is gone. `isNoted`: printing leaves a row in the trail of this practice. */
export function LostDevice({ check, isNoted }: { check: { facts: { madeMs: number }; lost: LostDeviceReport; practice: string }; isNoted: boolean }) {
  const [isPrinting, setPrinting] = useState(false);
  const about = { report: check.lost, practice: check.practice, source: `Made from the backup of ${momentWords(check.facts.madeMs)}` };
  const print = async () => {
    if (isNoted && !(await sendCommand('computer:report', { what: 'lost-device' })).ok) return;
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  return (
    <div className="max-w-2xl">
      {/* Before a practice is there it stands right under the page's heading. */}
      <Disclosure level={isNoted ? 3 : 2} title="If the computer it was made on is lost">
        <LostDeviceView {...about} />
        <div className="mt-2"><Button size="small" icon={<Printer aria-hidden className="size-3.5" />} onPress={() => void print()}>Print the report</Button></div>
      </Disclosure>
      {isPrinting && createPortal(<LostDeviceView {...about} isPrinted />, document.body)}
    </div>
  );
}
