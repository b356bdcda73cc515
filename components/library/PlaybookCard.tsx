import type { ReactNode } from 'react';
import { Chip } from '../ui/Chip.tsx';

export type ShownPlaybook = { id: string; title: string; steps: readonly string[]; evidence: readonly string[]; who: string; typicalResult: string; isOwn: boolean };

/** What to do, what to have at hand, who does it and what usually comes of it. */
export function PlaybookCard({ playbook, tags, actions }: { playbook: ShownPlaybook; tags?: readonly string[]; actions?: ReactNode }) {
  return (
    <article className="flex flex-col gap-1.5 rounded-md border border-line px-2.5 py-2">
      <div className="flex items-start gap-2">
        <p className="foreign min-w-0 flex-1 font-semibold">{playbook.title === '' ? 'What usually helps' : playbook.title}</p>
        <Chip>{playbook.isOwn ? 'Your playbook' : 'Came with Overturn'}</Chip>
        {actions}
      </div>
      <ol aria-label="Steps" className="foreign flex list-decimal flex-col gap-0.5 pl-5 marker:text-ink-3">{playbook.steps.map((step, index) => <li key={`${index}:${step}`}>{step}</li>)}</ol>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {playbook.evidence.length > 0 && <><dt className="text-ink-3">Have at hand</dt><dd className="foreign">{playbook.evidence.join(' · ')}</dd></>}
        {playbook.who !== '' && <><dt className="text-ink-3">Who</dt><dd className="foreign">{playbook.who}</dd></>}
        {playbook.typicalResult !== '' && <><dt className="text-ink-3">Usually</dt><dd className="foreign">{playbook.typicalResult}</dd></>}
      </dl>
      {(tags ?? []).length > 0 && <p className="flex flex-wrap gap-1">{(tags ?? []).map((tag) => <Chip key={tag}>{tag}</Chip>)}</p>}
    </article>
  );
}
