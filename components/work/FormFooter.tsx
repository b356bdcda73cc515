import { Button } from '../ui/Button.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';

/** The end of a form in a dialog: what saves it, and the way out. */
export function FormFooter({ save, isReady = true, isBusy, onCancel }: { save: string; isReady?: boolean; isBusy: boolean; onCancel: () => void }) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-2 pt-1">
      <Button kind="quiet" onPress={onCancel}>Cancel</Button>
      <KeyHint keys="Ctrl Enter" />
      <Button type="submit" kind="primary" isDisabled={!isReady} isPending={isBusy}>{save}</Button>
    </div>
  );
}
