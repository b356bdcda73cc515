import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { DropArea } from '../ui/DropArea.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { worklistFaultWords } from '../words/worklist-words.ts';

/** The ways in: a file, or cells copied from a table. */
export function WorklistStart({ isReading, fault, done, onFile, onPaste, onOpenQueue }: {
  isReading: boolean; fault: string | null; done: { name: string; isNew: number; known: number; leftOut: number } | null; onFile: (file: File) => void; onPaste: (text: string) => void; onOpenQueue: () => void;
}) {
  const [text, setText] = useState('');
  return (
    <div className="flex flex-col gap-4">
      {done !== null && (
        <Notice tone="note" title={`${done.name} is in`}>
          <p>{done.isNew.toLocaleString('en-US')} new in the queue, {done.known.toLocaleString('en-US')} known before{done.leftOut > 0 && <>, {done.leftOut.toLocaleString('en-US')} left out</>}.</p>
          <div className="mt-2"><Button size="small" onPress={onOpenQueue}>Open the queue</Button></div>
        </Notice>
      )}
      {fault !== null && <Notice tone="problem" title="Not read">{worklistFaultWords[fault] ?? 'This could not be read. Nothing was changed.'}</Notice>}
      <DropArea label="Drop a worklist here" button="Choose a file" accept={['.csv', '.tsv', '.txt', '.xlsx']} onFiles={([file]) => { if (file !== undefined) onFile(file); }}>
        <p>CSV or Excel (.xlsx). Read on this computer; you choose what each column means before anything is kept.</p>
      </DropArea>
      {isReading && <p role="status" className="text-ink-2">Reading the list…</p>}
      <div className="flex flex-col gap-2">
        <TextField label="Or paste cells copied from a table" value={text} onChange={setText} rows={4} maxLength={5_000_000} />
        <div><Button isDisabled={text.trim() === '' || isReading} onPress={() => onPaste(text)}>Read what I pasted</Button></div>
      </div>
    </div>
  );
}
