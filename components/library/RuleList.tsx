import type { DayNumber } from '../../rules/domain/day-number.ts';
import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import { Chip } from '../ui/Chip.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { dayOfIso, momentWords, numericDay } from '../words/day-words.ts';
import { apartWords, conditionWords, rangeWords } from '../words/rule-condition-words.ts';
import { RuleOrigin } from './RuleOrigin.tsx';
import type { ShownWindowChange } from './RuleOrigin.tsx';
import { partyWords, ruleNameWords, ruleWindowWords, windowWords } from '../words/library-words.ts';
import { lineOfBusinessWords } from '../words/payer-words.ts';
import type { ReactNode } from 'react';

export type ShownRule = {
  rule: PayerRule; from: 'shipped' | 'changed' | 'own' | 'pack'; packName: string | null; n: number; changedBy: string | null; changedMs: number | null;
  checkedOn: string | null; checkedBy: string | null; lastLook: DayNumber | null; isStale: boolean; isSuperseded: boolean; windowChange: ShownWindowChange | null;
};

const provenance: Record<ShownRule['from'], string> = { shipped: 'Came with Overturn', changed: 'Changed here', own: 'Added here', pack: 'From a pack' };
const day = (iso: string) => { const number = dayOfIso(iso); return number === null ? iso : numericDay(number); };

/** A payer's rules: the window in sight, everything it rests on one press away. */
export function RuleList({ rules, conflicting, actionsOf }: { rules: readonly ShownRule[]; conflicting: ReadonlySet<string>; actionsOf: (rule: ShownRule) => ReactNode }) {
  const apart = apartWords(rules.map(({ rule }) => rule));
  return (
    <div>
      {rules.map((shown) => {
        const { rule } = shown;
        const isTold = conflicting.has(rule.id) || shown.isStale || shown.from !== 'shipped' || rule.confidence === 'low';
        return (
          <Disclosure
            key={rule.id} title={<span className="foreign">{ruleNameWords(rule)}{rule.state !== undefined && ` (${rule.state})`}{rule.scope !== undefined && <span className="block text-small font-normal text-ink-3">{rule.scope}</span>}{apart.has(rule.id) && <span className="block text-small font-normal text-ink-3">{apart.get(rule.id)}</span>}</span>}
            aside={(
              <span className="flex flex-wrap items-center justify-end gap-1.5">
                {isTold && conflicting.has(rule.id) && <Chip tone="over">Contradicted</Chip>}
                {rule.confidence === 'low' && <Chip tone="soon">Not verified</Chip>}
                {shown.isStale && <Chip tone="soon">Look again</Chip>}
                {shown.from !== 'shipped' && <Chip tone="accent">{provenance[shown.from]}</Chip>}
                <span className="figures">{windowWords(rule.limit)}</span>
              </span>
            )}
          >
            <div className="flex flex-col gap-1.5">
              <p>{ruleWindowWords(rule)}.{rangeWords(rule) !== null && ` ${rangeWords(rule) ?? ''}.`}</p>
              {conditionWords(rule.appliesWhen) !== null && <p className="text-ink-2">Only where {conditionWords(rule.appliesWhen)}.</p>}
              <p className="flex flex-wrap gap-1"><Chip>{lineOfBusinessWords(rule.lineOfBusiness)}</Chip>{rule.party !== 'provider' && <Chip>{partyWords(rule.party)}</Chip>}</p>
              <RuleOrigin rule={rule} change={shown.windowChange} />
              <p className="figures text-small text-ink-3">
                {shown.checkedOn !== null && <>Looked at {day(shown.checkedOn)}{shown.checkedBy !== null && shown.checkedBy !== '' && <> by <span className="foreign">{shown.checkedBy}</span></>}.</>}
                {shown.checkedOn !== null && ' '}{shown.from === 'pack' ? <>From <span className="foreign">{shown.packName}</span>.</> : `${provenance[shown.from]}.`}
                {shown.changedMs !== null && <> Version {shown.n}, {momentWords(shown.changedMs)}{shown.changedBy !== null && shown.changedBy !== '' && <>, <span className="foreign">{shown.changedBy}</span></>}.</>}
              </p>
              {actionsOf(shown)}
            </div>
          </Disclosure>
        );
      })}
    </div>
  );
}
