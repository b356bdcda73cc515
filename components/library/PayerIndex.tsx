import { Fragment } from 'react';
import { nearPayers } from '../../rules/library/near-payers.ts';
import { Chip } from '../ui/Chip.tsx';
import { bestFirst } from '../ui/best-match.ts';
import { classes } from '../ui/classes.ts';
import { TextField } from '../ui/TextField.tsx';

export type IndexRow = { key: string; name: string; isOwn: boolean; rulePayer: string | null; /** Windows of the practice's own contract, which go before the library's rules. */ windows: number; /** Law that holds whoever the payer is: no payer of its own. */ isLaw: boolean; searched: string; rules: number; stale: number; conflicts: number; asks: number; waiting: number; kept: number };

/** Payers that a typed text finds, those first whose name answers it best: every word of it stands in a name or another name of the payer. */
export function foundPayers<R extends { name: string; searched: string }>(rows: readonly R[], text: string): R[] {
  const words = text.toLowerCase().split(/\s+/u).filter((word) => word !== '');
  return bestFirst(rows.filter(({ searched }) => words.every((word) => searched.includes(word))), ({ name }) => name, text);
}

/** What dates a payer's claims: rules of the library, or the practice's own contract. */
export const ruleCountWords = ({ rules, windows }: Pick<IndexRow, 'rules' | 'windows'>): string => (rules > 0 ? `${rules} ${rules === 1 ? 'rule' : 'rules'}` : windows > 0 ? 'your contract' : 'no rules');

/** Every payer of the practice and of the library, found by typing; what needs a look is said beside the name. */
export function PayerIndex({ rows, text, current, addressOf, onText }: { rows: readonly IndexRow[]; text: string; current: string | null; addressOf: (payerKey: string) => string; onText: (text: string) => void }) {
  const named = foundPayers(rows, text);
  const found = named.length > 0 ? named : nearPayers(rows, text);
  const ours = found.filter(({ isOwn }) => isOwn);
  const others = found.filter(({ isOwn, isLaw }) => !isOwn && !isLaw);
  const law = found.filter(({ isOwn, isLaw }) => !isOwn && isLaw);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 pb-2"><TextField label="Find a payer" hideLabel value={text} onChange={onText} placeholder="Find a payer" type="search" autoComplete="off" /></div>
      <p role="status" className="sr-only">{named.length > 0 ? `${found.length - law.length} payers` : `No payer goes by that name; ${found.length} like it`}</p>
      <nav aria-label="Payers in the library" className="min-h-0 flex-1 overflow-y-auto pb-4">
        {named.length === 0 && <p className="px-3 text-ink-2">No payer goes by that name. {found.length === 0 ? 'Add it under Payers.' : 'These are like it:'}</p>}
        {[{ title: 'Your payers', rows: ours }, { title: `${others.length} ${others.length === 1 ? 'other' : 'others'} in the library`, rows: others }, { title: 'Law over every payer', rows: law }].map((group) => group.rows.length > 0 && (
          <Fragment key={group.title}>
            <h2 className="px-3 pt-2 pb-0.5 text-small font-semibold text-ink-3">{group.title}</h2>
            <ul>
              {group.rows.map((row) => (
                <li key={row.key}>
                  <a href={addressOf(row.key)} aria-current={row.key === current ? 'page' : undefined} className={classes('flex min-h-8 items-center gap-1.5 px-3 py-1 no-underline hover:bg-hover', row.key === current ? 'bg-accent-soft font-medium' : '')}>
                    <span className="foreign min-w-0 flex-1 text-ink">{row.name}</span>
                    {row.asks > 0 && <Chip tone="soon">{row.asks === 1 ? 'Question' : `${row.asks} questions`}</Chip>}
                    {row.conflicts > 0 && <Chip tone="over">Contradicted</Chip>}
                    {row.waiting > 0 && <Chip tone="accent">Proposed</Chip>}
                    <span className="figures min-w-14 shrink-0 text-right text-small text-ink-3">{ruleCountWords(row)}</span>
                  </a>
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </nav>
    </div>
  );
}
