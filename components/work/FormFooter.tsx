import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';

/** The end of a form in a dialog: what saves it, and the way out. */
export function FormFooter({ save, isReady = true, missing = [], isBusy, onCancel }: { save: string; isReady?: boolean; missing?: readonly string[]; isBusy: boolean; onCancel: () => void }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 pt-1">
      {missing.length > 0 && <p role="status" className="min-w-0 flex-1 basis-full text-right text-small text-ink-3">Still missing: {missing.join(', ')}.</p>}
      <Button kind="quiet" onPress={onCancel}>Cancel</Button>
      <KeyHint keys="Ctrl Enter" />
      <Button type="submit" kind="primary" isDisabled={!isReady} isPending={isBusy}>{save}</Button>
    </div>
  );
}
