import { useState } from 'react';
import { Download, Printer } from 'lucide-react';
import { LookList } from '../../../../components/evidence/LookList.tsx';
import { Button } from '../../../../components/ui/Button.tsx';
import { IconButton } from '../../../../components/ui/IconButton.tsx';
import { Notice } from '../../../../components/ui/Notice.tsx';
import { Section } from '../../../../components/ui/Section.tsx';
import type { StatusMessage } from '../../../../components/ui/StatusLine.tsx';
import { errorWords } from '../../../../components/words/error-words.ts';
import { chainWords } from '../../../../components/words/evidence-words.ts';
import { SensitiveWarning } from '../../../../components/work/SensitiveWarning.tsx';
import { DialogForm } from '../../../../components/work/DialogForm.tsx';
import { caseEvidence } from '../../../../storage/evidence/case-evidence.ts';
import { sendCommand } from '../../send-command.ts';
import { openEvidencePage } from '../evidence-address.ts';
import type { OpenVault } from '../open-vault.ts';
import { saveText } from '../save-file.ts';
import { useQuery } from '../use-query.ts';

/** Looks drawn before somebody asks for the others. */
const SHOWN = 5;

/** What pages, files and persons said of a claim: in order, with differences, to print and to take along. */
export function EvidenceSection({ session, caseId, onMessage }: { session: OpenVault; caseId: string; onMessage: (message: StatusMessage) => void }) {
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [isSensitive, setSensitive] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const answer = useQuery(() => caseEvidence(session.db, session.vault, caseId), [session.db, session.vault, caseId]);
  const evidence = answer.state === 'ready' ? answer.value : null;
  if (evidence === null) return null;
  const { looks, chain } = evidence;
  const save = async () => {
    setBusy(true);
    const reply = await sendCommand('evidence:export', { caseId, sensitive: isSensitive });
    setBusy(false);
    setAsking(false);
    if (!reply.ok && reply.error.code === 'sensitive-record') {
      setSensitive(true);
      setAsking(true);
      return;
    }
    setSensitive(false);
    if (reply.ok) saveText(reply.value.fileName, reply.value.text);
    onMessage(reply.ok ? { tone: 'done', text: 'Evidence file saved.' } : { tone: 'problem', text: errorWords(reply.error.code) });
  };
  return (
    <Section title="What the portal said" aside={chain.whole && looks.length > 0 ? 'Chain whole' : undefined}>
      {!chain.whole && <Notice tone="problem" title="The chain is broken">{chainWords(chain)}</Notice>}
      <LookList
        looks={isWhole ? looks : looks.slice(-SHOWN)}
        actionOf={(look) => (look.content === null ? null : <IconButton label={`Open entry ${look.n} as a page to print`} icon={<Printer aria-hidden className="size-3.5" />} onPress={() => openEvidencePage(caseId, look.n)} />)}
      />
      <div className="mt-1 flex flex-wrap gap-2">
        {looks.length > SHOWN && <Button size="small" kind="quiet" onPress={() => setWhole(!isWhole)}>{isWhole ? 'Show fewer' : `Show all ${looks.length}`}</Button>}
        {looks.length > 0 && chain.whole && <Button size="small" icon={<Download aria-hidden className="size-3.5" />} onPress={() => setAsking(true)}>Save as evidence file</Button>}
      </div>
      {isAsking && (
        <DialogForm title={isSensitive ? 'This case is marked sensitive' : 'Save as evidence file'} save={isSensitive ? 'Save it all the same' : 'Save file'} isBusy={isBusy} onSave={() => void save()} onClose={() => { setAsking(false); setSensitive(false); }}>
          {isSensitive && <SensitiveWarning />}
          <p className="text-ink-2">The file holds everything that was kept of this claim, <strong>with the patient's name and numbers, not encrypted</strong>. Keep it as you keep records. The audit trail notes that it was saved.</p>
        </DialogForm>
      )}
    </Section>
  );
}
