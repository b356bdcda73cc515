import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

/** Asks before practice mode ends and before its data go. */
export function LeaveTraining({ isBusy, onLeave, onClose }: { isBusy: boolean; onLeave: (deleteData: boolean) => void; onClose: () => void }) {
  return (
    <Dialog
      title="Leave practice mode?" isOpen onClose={onClose}
      footer={<>
        <Button kind="quiet" onPress={onClose}>Stay</Button>
        <Button isDisabled={isBusy} onPress={() => onLeave(false)}>Leave and keep it</Button>
        <Button kind="danger" isDisabled={isBusy} onPress={() => onLeave(true)}>Leave and delete it</Button>
      </>}
    >
      <p>The invented practice and everything you did in it can be deleted now, or kept to go on with another time. Your own practice's data are not touched either way. They are locked; sign in to them as usual.</p>
    </Dialog>
  );
}
