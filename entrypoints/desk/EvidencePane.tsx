import { useState } from 'react';
import { LookList } from '../../components/evidence/LookList.tsx';
import { DropArea } from '../../components/ui/DropArea.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { fileVerdictWords } from '../../components/words/evidence-words.ts';
import { momentWords } from '../../components/words/day-words.ts';
import type { EvidenceVerdict } from '../../rules/evidence/evidence-file.ts';
import { checkEvidence, looksOfFile } from '../../storage/evidence/read-evidence.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { sendCommand } from '../shared/send-command.ts';

/** A case of many years has some hundred looks; what is larger than this is another file. */
const MOST_BYTES = 50_000_000;

/** Takes an evidence file and says whether it is as it was exported, and if not, where. Nothing of it is kept. */
export function EvidencePane({ session }: { session: OpenVault }) {
  const [checked, setChecked] = useState<{ fileName: string; verdict: EvidenceVerdict } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const check = async (file: File | undefined) => {
    if (file === undefined) return;
    setChecked(null);
    setProblem(file.size > MOST_BYTES ? 'This file is too large to be an evidence file.' : null);
    if (file.size > MOST_BYTES) return;
    const verdict = checkEvidence(new Uint8Array(await file.arrayBuffer()), session.vault);
    setChecked({ fileName: file.name, verdict });
    void sendCommand('evidence:checked', { caseId: verdict.file?.caseId ?? null, whole: verdict.whole });
  };
  const words = checked === null ? null : fileVerdictWords(checked.verdict);
  const file = checked?.verdict.file ?? null;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <h1 className="text-title font-semibold">Check an evidence file</h1>
      <DropArea label="Drop an evidence file" button="Choose a file" accept={['.json', 'application/json']} onFiles={(files) => void check(files[0])}>
        The whole chain is computed again. One changed byte anywhere is found. The file is not kept.
      </DropArea>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {checked !== null && words !== null && (
        <div aria-live="polite" className="flex flex-col gap-1">
          <p className="foreign text-small text-ink-3">{checked.fileName}</p>
          <Notice tone={!checked.verdict.whole ? 'problem' : checked.verdict.seal === 'practice' ? 'note' : 'caution'} title={words.title}>{words.text}</Notice>
        </div>
      )}
      {file !== null && (
        <Section title={checked?.verdict.whole === true ? 'In this file' : 'In this file, not to be relied on'} aside={`${file.practice} · exported ${momentWords(Temporal.Instant.from(file.exportedAt).epochMilliseconds)} by ${file.exportedBy.name}`}>
          <LookList looks={looksOfFile(file)} />
        </Section>
      )}
    </div>
  );
}
