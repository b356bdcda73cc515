import type { SealedCase } from '../../rules/domain/denial-case.ts';
import type { Resolution } from '../../rules/domain/vocabulary.ts';
import { Button } from '../ui/Button.tsx';
import { Money } from '../ui/Money.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PlainDay } from '../ui/PlainDay.tsx';

/** How a case most likely ended that is shown as paid, from what was sent for it. A person confirms or chooses otherwise. */
export function proposedOutcome(sealed: SealedCase): Resolution {
  const actions = sealed.submissions.map(({ action }) => action);
  if (actions.some((action) => action.startsWith('appeal') || action === 'reconsideration' || action === 'reopening' || action === 'peer-to-peer' || action === 'external-review')) return 'overturned';
  return actions.includes('corrected-claim') ? 'corrected-paid' : 'paid';
}

/** The payer now shows the claim as paid: nothing is closed by itself. */
export function PaidProposal({ sealed, onClose }: { sealed: SealedCase; onClose: () => void }) {
  const { facts, suggestion } = sealed;
  if (suggestion == null) return null;
  if (suggestion.kind === 'reversed') return <Notice tone="note" title="The payer took its decision back">A corrected decision usually follows. Look again before you send anything.</Notice>;
  return (
    <Notice tone="note" title="The payer shows this claim as paid">
      <p>{facts.paid !== null && <><Money cents={facts.paid} /> paid</>}{facts.paymentOn !== null && <> on <PlainDay day={facts.paymentOn} /></>}{facts.paymentNumber !== null && <>, payment <span className="figures">{facts.paymentNumber}</span></>}. Check that the money came, then close.</p>
      <div className="mt-2"><Button size="small" onPress={onClose}>Close as recovered</Button></div>
    </Notice>
  );
}
