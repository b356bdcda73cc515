import type { CaseRevealReason } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { caseRevealOptions } from '../words/reveal-words.ts';

/** Asks once per case why its covered identifiers are shown. Enter takes the commonest reason and a digit any: it costs one key more, and no form. */
export function RevealReasonForm({ isBusy, onChoose, onClose }: { isBusy: boolean; onChoose: (reason: CaseRevealReason) => void; onClose: () => void }) {
  return (
    <Dialog title="Show identifiers: why?" isOpen onClose={onClose}>
      <div
        className="flex flex-col gap-1.5"
        onKeyDown={(event) => {
          const chosen = caseRevealOptions[Number(event.key) - 1];
          if (chosen !== undefined && !isBusy) onChoose(chosen.value);
        }}
      >
        {caseRevealOptions.map(({ value, label }, at) => <Button key={value} wide autoFocus={at === 0} isDisabled={isBusy} onPress={() => onChoose(value)}>{label} <KeyHint keys={String(at + 1)} /></Button>)}
        <p className="pt-1 text-small text-ink-3">Asked once for this case until you lock. Who, when and why is kept in the audit trail; no number is.</p>
      </div>
    </Dialog>
  );
}
