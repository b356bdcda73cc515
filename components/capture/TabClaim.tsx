import { FileSearch, ScanText } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';

/** What the page in the active tab offers. `known` leads to the case it is already tracked as. */
export type TabOffer =
  | { kind: 'none' }
  | { kind: 'pending'; claims: number; host: string; caseId: string | null; payerKey: string | null }
  | { kind: 'record'; record: 'coverage' | 'authorization' }
  | { kind: 'hands-off'; portalName: string }
  | { kind: 'problem'; text: string };

export type TabClaimProps = { offer: TabOffer; isReading: boolean; onReview: () => void; onOpenCase: (caseId: string) => void; onPayer: (payerKey: string) => void; onManual: () => void; onSelection: () => void; onTeach: () => void };

/** One quiet row about the claim in the active tab; nothing where there is none. */
export function TabClaim({ offer, isReading, onReview, onOpenCase, onPayer, onManual, onSelection, onTeach }: TabClaimProps) {
  if (isReading) return <Row icon={<ScanText aria-hidden className="size-4 text-accent" />} text="Reading the page" />;
  if (offer.kind === 'none') return null;
  if (offer.kind === 'problem') return <Problem text={offer.text} onManual={onManual} onSelection={onSelection} onTeach={onTeach} />;
  if (offer.kind === 'hands-off') return <Row text={`${offer.portalName} allows no tool to read its pages.`} action={<Button size="small" onPress={onManual}>Paste or type</Button>} />;
  if (offer.kind === 'record') return <Row icon={<FileSearch aria-hidden className="size-4 text-accent" />} text={offer.record === 'coverage' ? 'Coverage check in this tab' : 'Authorization in this tab'} action={<Button size="small" onPress={onReview}>Review</Button>} />;
  const { caseId, payerKey } = offer;
  return (
    <Row
      icon={<FileSearch aria-hidden className="size-4 text-accent" />}
      text={caseId === null ? (offer.claims === 1 ? 'New claim in this tab' : `${offer.claims} claims in this tab`) : 'Claim in this tab'}
      action={
        <>
          {caseId !== null && <Button size="small" kind="quiet" onPress={() => onOpenCase(caseId)}>Open case</Button>}
          {payerKey !== null && caseId === null && <Button size="small" kind="quiet" onPress={() => onPayer(payerKey)}>Rules</Button>}
          <Button size="small" onPress={onReview}>Review</Button>
        </>
      }
    />
  );
}

/** A page that was not read ends in the next thing to do: what is selected there, the paste box and the form, or teaching the page. */
function Problem({ text, onManual, onSelection, onTeach }: { text: string; onManual: () => void; onSelection: () => void; onTeach: () => void }) {
  return (
    <div role="status" className="flex flex-col gap-1.5 border-b border-line bg-accent-soft px-3 py-2">
      <span className="foreign">{text}</span>
      <span className="flex flex-wrap gap-1">
        <Button size="small" onPress={onSelection}>Use what I selected</Button>
        <Button size="small" kind="quiet" onPress={onManual}>Paste or type</Button>
        <Button size="small" kind="quiet" onPress={onTeach}>Teach this page</Button>
      </span>
    </div>
  );
}

function Row({ icon, text, action }: { icon?: ReactNode; text: string; action?: ReactNode }) {
  return (
    <div role="status" className="flex min-h-10 items-center gap-2 border-b border-line bg-accent-soft px-3 py-1">
      {icon}
      <span className="foreign min-w-0 flex-1">{text}</span>
      {action}
    </div>
  );
}
