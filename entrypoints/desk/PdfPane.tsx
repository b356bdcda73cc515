import { useState } from 'react';
import { DropArea } from '../../components/ui/DropArea.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { StatusLine } from '../../components/ui/StatusLine.tsx';
import type { StatusMessage } from '../../components/ui/StatusLine.tsx';
import { pdfWords } from '../../components/words/pdf-words.ts';
import { readDraft } from '../../storage/drafts.ts';
import { StorageFault } from '../../storage/storage-fault.ts';
import { PDF_REVIEW, PastePane } from '../shared/pages/panes/PastePane.tsx';
import { restoredPaste } from '../shared/pages/panes/paste-draft.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { readPdf } from './pdf/read-pdf.ts';
import type { PdfOutcome } from './pdf/read-pdf.ts';

type Open = { round: number; name: string; text: string | null; rest: number };

/** Explanations of benefits and letters as PDF: the text layer is read here, and reviewed in the same card as a page of a portal. */
export function PdfPane({ session }: { session: OpenVault }) {
  const { db, vault, userId } = session;
  const [open, setOpen] = useState<Open | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [stopped, setStopped] = useState<{ name: string; kind: PdfOutcome['kind'] } | null>(null);
  const [message, setMessage] = useState<StatusMessage | null>(null);
  const left = useQuery(async () => {
    try {
      return restoredPaste((await readDraft(db, vault, userId, PDF_REVIEW))?.value ?? null)?.reading ?? null;
    } catch (error) {
      if (error instanceof StorageFault) return null; // a damaged draft must not stand in the way of a new file
      throw error;
    }
  }, [db, vault, userId]);

  const take = async ([file]: File[]) => {
    if (file === undefined || isBusy) return;
    setBusy(true);
    setStopped(null);
    setMessage(null);
    const read = await readPdf(file);
    setBusy(false);
    if (read.kind === 'text') setOpen({ round: (open?.round ?? 0) + 1, name: file.name, text: read.text, rest: read.of - read.pages });
    else setStopped({ name: file.name, kind: read.kind });
  };

  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <h1 className="text-title font-semibold">PDF</h1>
      {open === null ? (
        <>
          <DropArea label="Drop an EOB or a letter here" button="Choose a PDF" accept={['.pdf', 'application/pdf']} onFiles={(files) => void take(files)}>
            <p>Its text is read on this computer; the file itself is not kept. One claim or several.</p>
          </DropArea>
          {isBusy && <p role="status">Reading…</p>}
          {stopped !== null && <Notice tone="problem" title={`${stopped.name}: ${pdfWords(stopped.kind).title}`} action={<Button size="small" kind="quiet" onPress={() => setStopped(null)}>Put away</Button>}>{pdfWords(stopped.kind).text}</Notice>}
          {left.state === 'ready' && left.value !== null && !isBusy && <Notice title="A review is unfinished" action={<Button size="small" onPress={() => setOpen({ round: 1, name: 'PDF', text: null, rest: 0 })}>Go on with it</Button>}>What you checked and corrected is still there.</Notice>}
        </>
      ) : (
        <>
          {open.rest > 0 && <Notice tone="caution">Only its first 60 pages were read; {open.rest} more follow.</Notice>}
          <div className="flex h-[calc(100dvh-9rem)] min-h-96 flex-col overflow-hidden rounded-md border border-line">
            <PastePane
              key={open.round} session={session} document={open.name} given={open.text === null ? null : { text: open.text, html: null }} onBack={() => setOpen(null)} onMessage={setMessage}
              onSaved={() => setOpen(null)}
            />
          </div>
        </>
      )}
      <StatusLine message={message} />
    </div>
  );
}
