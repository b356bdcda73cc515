import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { ComboField } from '../ui/ComboField.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { classes } from '../ui/classes.ts';

/** A claim that is, or could be, talked about: its words for people and nothing else. */
export type CallClaim = { caseId: string; title: string; detail: string };

export type CallClaimsProps = {
  claims: readonly (CallClaim & { isAnswered: boolean })[]; activeId: string; onChoose: (caseId: string) => void;
  candidates: readonly CallClaim[]; onAdd: (caseId: string) => void; onRemove: (caseId: string) => void;
  /** Claims the payer takes in one call; null where nobody wrote that down. */
  limit: number | null;
};

/** The claims of one call, with the payer's limit counted down. */
export function CallClaims({ claims, activeId, onChoose, candidates, onAdd, onRemove, limit }: CallClaimsProps) {
  const [isAdding, setAdding] = useState(false);
  const left = limit === null ? null : limit - claims.length;
  return (
    <section aria-label="Claims in this call" className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="text-small font-semibold text-ink-2">Claims in this call</h2>
        <span role="status" className={classes('text-small', left !== null && left <= 0 ? 'font-medium text-soon' : 'text-ink-3')}>
          {left === null ? `${claims.length}` : left > 0 ? `${claims.length} of ${limit ?? 0}; ${left} more this call` : left === 0 ? `${claims.length} of ${limit ?? 0}; that is the payer's limit` : `${-left} over the payer's limit of ${limit ?? 0}`}
        </span>
      </div>
      <ul className="flex flex-col gap-1">
        {claims.map((claim, index) => (
          <li key={claim.caseId} className={classes('flex items-center gap-1 rounded-md border pr-1', claim.caseId === activeId ? 'border-accent bg-accent-soft' : 'border-line')}>
            <button type="button" aria-pressed={claim.caseId === activeId} onClick={() => onChoose(claim.caseId)} className="flex min-h-8 min-w-0 flex-1 flex-col rounded-md px-2 py-1 text-left">
              <span className="foreign w-full truncate font-medium">{claim.title}</span>
              <span className="foreign figures w-full truncate text-small text-ink-2">{claim.detail} · {claim.isAnswered ? 'answered' : 'open'}</span>
            </button>
            {index > 0 && <IconButton label={`Take ${claim.title} out of this call`} icon={<X aria-hidden className="size-3.5" />} onPress={() => onRemove(claim.caseId)} />}
          </li>
        ))}
      </ul>
      {isAdding && <ComboField label="Add a claim of this payer" options={candidates.map(({ caseId, title, detail }) => ({ value: caseId, label: `${title} · ${detail}` }))} value={null} placeholder="Name or number" autoFocus onChange={(caseId) => { if (caseId === null) return; setAdding(false); onAdd(caseId); }} />}
      {!isAdding && candidates.length > 0 && <div><Button size="small" kind="quiet" icon={<Plus aria-hidden className="size-3.5" />} onPress={() => setAdding(true)}>Add a claim to this call</Button></div>}
    </section>
  );
}
