import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { FormFooter } from './FormFooter.tsx';

/** A small form over a case. Enter in a line or Ctrl Enter anywhere saves; Escape leaves. */
export function DialogForm({ title, save, isReady = true, missing = [], isBusy, onSave, onClose, children, wide = false }: { title: string; save: string; isReady?: boolean; /** What still has to be given, in the words of the form. */ missing?: readonly string[]; isBusy: boolean; onSave: () => void; onClose: () => void; children: ReactNode; wide?: boolean }) {
  const form = useRef<HTMLFormElement>(null);
  const submit = () => { if (isReady && !isBusy && form.current?.checkValidity() !== false) onSave(); };
  return (
    <Dialog title={title} isOpen onClose={onClose} wide={wide}>
      <form
        ref={form} noValidate className="flex flex-col gap-3"
        onSubmit={(event) => { event.preventDefault(); submit(); }}
        onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); } }}
      >
        {children}
        <FormFooter save={save} isReady={isReady} missing={missing} isBusy={isBusy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
