import { useId } from 'react';
import type { ReactNode } from 'react';
import { FileUp } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from './Button.tsx';

/** Takes files by drop, by paste or by a button. `accept` only guides the dialog: what comes in must still be checked. */
export function DropArea({ label, button, accept, onFiles, children }: { label: string; button: string; accept?: readonly string[]; onFiles: (files: File[]) => void; children?: ReactNode }) {
  const id = useId();
  return (
    <DropZone
      aria-labelledby={id}
      className="flex flex-col items-center gap-2 rounded-lg border border-dashed border-edge bg-sunken px-6 py-8 text-center data-[drop-target]:border-accent data-[drop-target]:bg-accent-soft"
      onDrop={(event) => {
        void Promise.all(event.items.filter((item) => item.kind === 'file').map((item) => item.getFile())).then((files) => { if (files.length > 0) onFiles(files); });
      }}
    >
      <FileUp aria-hidden className="size-6 text-ink-3" />
      <p id={id} className="text-lead font-medium">{label}</p>
      {children !== undefined && <div className="text-ink-2">{children}</div>}
      <FileTrigger allowsMultiple {...(accept === undefined ? {} : { acceptedFileTypes: [...accept] })} onSelect={(files) => { if (files !== null && files.length > 0) onFiles([...files]); }}>
        <Button>{button}</Button>
      </FileTrigger>
    </DropZone>
  );
}
