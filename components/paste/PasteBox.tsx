import { ClipboardPaste } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';

/** What came of reading the text in the box. */
export type PasteOutcome = 'not-read' | 'nothing-read' | 'looks-like-edi';
export type PastedFlavours = { text: string; html: string | null };

/** Where a pasted piece goes: over what is selected. The HTML flavour counts only where it is all there is. */
function pastedInto(area: HTMLTextAreaElement, data: DataTransfer): PastedFlavours {
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  return { text: `${before}${text}${after}`, html: before.trim() === '' && after.trim() === '' && html !== '' ? html : null };
}

/** The box for a copied page: reads as soon as something is pasted, says plainly when there was nothing to read. */
export function PasteBox({ isDocument = false, text, outcome, isLong, keyWords, onText, onPaste, onRead, onByHand, onImport, onBack }: {
  /** The text is that of a PDF, not of a copied page. */
  isDocument?: boolean;
  text: string; outcome: PasteOutcome;
  /** More was pasted than is read or kept. */
  isLong: boolean;
  /** The key that copies on this computer: `Ctrl` or `⌘`. */
  keyWords: string;
  onText: (text: string) => void; onPaste: (pasted: PastedFlavours) => void; onRead: () => void; onByHand: () => void; onImport: () => void; onBack: () => void;
}) {
  const isEmpty = text.trim() === '';
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-3 py-3">
        <p className="flex items-start gap-2 text-ink-2">
          <ClipboardPaste aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
          {isDocument ? <span>This is the text of the PDF, as it was read.</span> : <span>In the portal, click into the page and press {keyWords}+A, {keyWords}+C. Then click into the box below and press {keyWords}+V.</span>}
        </p>
        <TextField
          label={isDocument ? 'Text of the PDF' : 'Copied page'} rows={9} value={text} autoFocus placeholder="Paste here" hint="Read on this computer. Nothing is saved before you confirm it."
          onChange={onText} onPaste={(event) => {
            if (!(event.target instanceof HTMLTextAreaElement)) return;
            event.preventDefault();
            onPaste(pastedInto(event.target, event.clipboardData));
          }}
        />
        {isLong && <Notice tone="caution">This is more than one page. Only its beginning was read; copy the one claim or list you need.</Notice>}
        {outcome === 'nothing-read' && <Notice tone="caution" title="No claim was found in this text" action={<Button size="small" onPress={onByHand}>Fill in by hand</Button>}>{isDocument ? 'Leave the lines of one claim in the box and press Read, or type what it says.' : 'Copy the page that shows the claim, with its number and amounts, or type what it says.'} The text goes along as proof.</Notice>}
        {outcome === 'looks-like-edi' && <Notice tone="caution" title="This is an electronic remittance file" action={<Button size="small" onPress={onImport}>Open the import</Button>}>Save it as a file and drop it on the import page of the desk: there every claim in it is read.</Notice>}
        <p role="status" className="sr-only">{outcome === 'not-read' ? '' : outcome === 'nothing-read' ? 'No claim was found in this text.' : 'This is an electronic remittance file.'}</p>
      </div>
      <div className="flex items-center gap-2 border-t border-line bg-ground px-3 py-2">
        <Button kind="primary" isDisabled={isEmpty} onPress={onRead}>Read</Button>
        <Button kind="quiet" onPress={onByHand}>Fill in by hand</Button>
        <span className="flex-1" />
        <Button kind="quiet" onPress={onBack}>Back</Button>
      </div>
    </div>
  );
}
