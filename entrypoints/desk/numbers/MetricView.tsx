import { useState } from 'react';
import { ArrowLeft } from 'lucide-react';
import { FigureCard } from '../../../components/numbers/FigureCard.tsx';
import type { CardFigure } from '../../../components/numbers/FigureCard.tsx';
import { GroupBars } from '../../../components/numbers/GroupBars.tsx';
import { MonthChart } from '../../../components/numbers/MonthChart.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { TextField } from '../../../components/ui/TextField.tsx';
import { dimensionWords } from '../../../components/words/numbers-words.ts';
import { byDimension, monthsKnown } from '../../../rules/numbers/dimensions.ts';
import type { Dimension } from '../../../rules/numbers/dimensions.ts';
import { claimsOf, contactsBehind } from '../../../rules/numbers/figure.ts';
import type { Asked } from '../../../rules/numbers/metric.ts';
import { monthOf } from '../../../rules/numbers/period.ts';
import { trendOf } from '../../../rules/numbers/trend.ts';
import type { Numbers } from '../../../storage/numbers/read-numbers.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { ClaimsBehind } from './ClaimsBehind.tsx';
import { ContactsBehind } from './ContactsBehind.tsx';

const MONTHS = 12;

/** How many months of the last twelve there is anything about: a month before the first import was not zero, it was not kept. */
function monthsOfHistory({ rows, submitted }: Numbers, now: number): number {
  const first = Math.min(now, monthsKnown(rows)?.first ?? now, ...submitted.map(({ month }) => month));
  return Math.min(MONTHS, now - first + 1);
}

/** One metric with everything behind it: its definition, its course, its parts, its claims. */
export function MetricView({ session, card, asked, numbers, dimension, nameOf, onBack, onOnly, onOpen, onBaseline }: {
  session: OpenVault; card: CardFigure; asked: Asked; numbers: Numbers; dimension: Dimension; nameOf: (dimension: Dimension, value: string) => string;
  onBack: () => void; onOnly: (value: string) => void; onOpen: (caseId: string) => void; onBaseline: ((note: string) => void) | null;
}) {
  const { metric } = card;
  const [note, setNote] = useState('');
  const trend = metric.view === 'now' ? null : trendOf(metric, asked, monthOf(asked.today), monthsOfHistory(numbers, monthOf(asked.today)), numbers.history, numbers.seen);
  const claims = claimsOf(metric, asked);
  const contacts = contactsBehind(metric, asked);
  const isOfContacts = metric.measure.kind === 'contacts' || metric.measure.kind === 'promises';
  const isOfClaims = !['contacts', 'promises', 'typed'].includes(metric.measure.kind);
  return (
    <div className="flex flex-col gap-6">
      <div className="print:hidden"><Button size="small" kind="quiet" icon={<ArrowLeft aria-hidden className="size-3.5" />} onPress={onBack}>All figures</Button></div>
      <div className="grid gap-4 lg:grid-cols-[20rem_1fr]">
        <FigureCard card={card} level={2} onOpen={onBack} />
        <dl className="m-0 grid content-start gap-x-3 gap-y-1 sm:grid-cols-[8rem_1fr]">
          <dt className="text-ink-2">Formula</dt><dd className="m-0">{metric.formula}</dd>
          <dt className="text-ink-2">Above the line</dt><dd className="m-0">{metric.numerator}</dd>
          {metric.denominator !== null && <><dt className="text-ink-2">Below the line</dt><dd className="m-0">{metric.denominator}</dd></>}
          <dt className="text-ink-2">What counts</dt><dd className="m-0">{metric.counted}</dd>
          <dt className="text-ink-2">View</dt><dd className="m-0">{metric.view === 'event' ? 'By the day it happened' : metric.view === 'cohort' ? 'By the month the claim was sent; never compare it with figures by the day it happened' : 'As things stand now'}</dd>
          <dt className="text-ink-2">Definition</dt><dd className="m-0">Version {metric.version}. {metric.unit === 'cents' && metric.id !== 'labour-cost' ? '' : `No ${metric.unit === 'percent' ? 'percentage' : 'figure'} below ${asked.settings.minimumN}.`}</dd>
        </dl>
      </div>
      {trend !== null && <MonthChart metric={metric} points={trend} />}
      <GroupBars metric={metric} title={`By ${dimensionWords(dimension).toLowerCase()}`} groups={byDimension(metric, asked, dimension)} nameOf={(value) => nameOf(dimension, value)} onChoose={onOnly} />
      {onBaseline !== null && (
        <form className="flex flex-wrap items-end gap-2 print:hidden" onSubmit={(event) => { event.preventDefault(); onBaseline(note); setNote(''); }}>
          <div className="w-80"><TextField label="Note for a baseline" value={note} onChange={setNote} placeholder="such as: before the new intake" /></div>
          <Button type="submit" isDisabled={card.figure.n === 0}>Keep as baseline</Button>
        </form>
      )}
      {isOfClaims && (
        <section aria-label="Claims behind this figure" className="flex flex-col gap-2 print:hidden">
          <h2 className="text-lead font-semibold">Claims behind this figure</h2>
          {claims.counted.length === 0 ? <p className="text-ink-2">None in this period.</p> : <ClaimsBehind session={session} rows={claims.counted} top={new Set(claims.top.map(({ id }) => id))} topWords={metric.measure.kind === 'share' ? metric.numerator : null} onOpen={onOpen} />}
        </section>
      )}
      {isOfContacts && (
        <section aria-label={metric.measure.kind === 'promises' ? 'Promises behind this figure' : 'Contacts behind this figure'} className="flex flex-col gap-2 print:hidden">
          <h2 className="text-lead font-semibold">{metric.measure.kind === 'promises' ? 'Promises behind this figure' : 'Contacts behind this figure'}</h2>
          {contacts.length === 0 ? <p className="text-ink-2">None in this period.</p> : <ContactsBehind session={session} metric={metric} behind={contacts} nameOf={nameOf} onOpen={onOpen} />}
        </section>
      )}
    </div>
  );
}
