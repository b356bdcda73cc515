import type { ReactNode } from 'react';
import type { EvidenceLook } from '../../rules/evidence/case-evidence.ts';
import { lookSourceWords, pageKindWords } from '../words/evidence-words.ts';
import { momentWords } from '../words/day-words.ts';
import { factWords } from '../words/fact-words.ts';
import { shownText } from './look-values.ts';

/** Looks at a claim, newest first, each with what it says otherwise than the one before. Identifiers are covered. */
export function LookList({ looks, actionOf }: { looks: readonly EvidenceLook[]; actionOf?: (look: EvidenceLook) => ReactNode }) {
  if (looks.length === 0) return <p className="text-ink-2">Nothing was kept yet.</p>;
  return (
    <ol className="flex flex-col" reversed>
      {[...looks].reverse().map((look) => (
        <li key={look.id} value={look.n} className="flex items-start gap-2 border-b border-line py-2 last:border-b-0">
          <span aria-hidden className="figures mt-px w-5 shrink-0 text-right text-ink-3">{look.n}</span>
          <div className="min-w-0 flex-1">
            <p className="font-medium">{lookSourceWords(look.source)}{look.content?.page != null && <span className="font-normal text-ink-2">, {pageKindWords(look.content.page.kind)}</span>}</p>
            <p className="foreign figures text-small text-ink-3">{momentWords(look.atMs)} · {look.userName}{look.content?.host != null && <> · {look.content.host}</>}</p>
            {look.content === null ? <p className="text-ink-2">This entry cannot be shown.</p> : <Differences look={look} />}
          </div>
          {actionOf?.(look)}
        </li>
      ))}
    </ol>
  );
}

function Differences({ look }: { look: EvidenceLook }) {
  if (look.n === 1) return <p className="text-small text-ink-2">First look.</p>;
  if (look.differences.length === 0) return <p className="text-small text-ink-2">Same as before.</p>;
  return (
    <ul className="mt-0.5 flex flex-col text-small">
      {look.differences.map(({ field, was, now }) => (
        <li key={field} className="foreign figures line-clamp-3 text-ink-2">
          {factWords(field)}: {was !== null && <><del className="text-ink-3"><span className="sr-only">was </span>{shownText(field, was, true)}</del> </>}
          <ins className="no-underline"><span className="sr-only">now </span>{now === null ? 'not shown' : shownText(field, now, true)}</ins>
        </li>
      ))}
    </ul>
  );
}
