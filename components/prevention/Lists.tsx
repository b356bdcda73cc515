import type { ChecklistItem, CoachingCard } from '../../rules/prevention/checklists.ts';
import type { Dimension } from '../../rules/numbers/dimensions.ts';
import { categoryWords, originWords } from '../words/denial-words.ts';
import { moneyWords } from '../words/money-words.ts';
import { claimCount } from '../words/numbers-words.ts';

type NameOf = (dimension: Dimension, value: string) => string;

/** A check list out of the practice's own denials, to print and hang up. */
export function Checklist({ title, items, nameOf }: { title: string; items: readonly ChecklistItem[]; nameOf: NameOf }) {
  return (
    <section aria-label={title} className="flex break-inside-avoid flex-col gap-2">
      <h2 className="text-lead font-semibold">{title}</h2>
      {items.length === 0 ? <p className="text-ink-2">No reason of the last half year came three times here.</p> : (
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {items.map((item) => (
            <li key={item.category} className="flex gap-2">
              <span aria-hidden className="mt-1 inline-block size-3.5 shrink-0 rounded-sm border border-edge" />
              <span><span className="font-medium">{item.check}</span> <span className="text-ink-2">{categoryWords(item.category)}: {claimCount(item.claims)}, {moneyWords(item.cents)}{item.payers.length === 0 ? '' : `; most with ${item.payers.map(({ payerKey, claims }) => `${nameOf('payer', payerKey)} (${claims})`).join(', ')}`}{item.services.length === 0 ? '' : `; services ${item.services.join(', ')}`}.</span></span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** One card a role and reason: the pattern, the new step, a good example, and nobody's name. */
export function CoachingCards({ cards, nameOf }: { cards: readonly CoachingCard[]; nameOf: NameOf }) {
  return (
    <section aria-label="Coaching cards" className="flex flex-col gap-2">
      <h2 className="text-lead font-semibold">Coaching cards</h2>
      {cards.length === 0 && <p className="text-ink-2">No avoidable reason of the last half year has enough claims for a card.</p>}
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-2">
        {cards.map((card) => (
          <article key={`${card.role} ${card.category}`} className="flex break-inside-avoid flex-col gap-1 rounded-lg border border-line bg-raised p-3">
            <p className="text-small text-ink-2">{originWords(card.role)}</p>
            <h3 className="m-0 text-body font-semibold">{categoryWords(card.category)}</h3>
            <p className="text-ink-2">{claimCount(card.claims)} in half a year, {moneyWords(card.cents)}; most with {nameOf('payer', card.payerKey)}.</p>
            <p><span className="font-medium">The step: </span>{card.step}</p>
            <p><span className="font-medium">Done well: </span>{card.example}</p>
          </article>
        ))}
      </div>
    </section>
  );
}
