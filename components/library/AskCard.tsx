import type { PayerRule } from '../../rules/payers/payer-rule.ts';
import type { WindowStatement } from '../../rules/library/window-statements.ts';
import { SourceLink } from '../denial/SourceLink.tsx';
import { Button } from '../ui/Button.tsx';
import { clockWords } from '../words/clock-words.ts';
import { momentWords } from '../words/day-words.ts';
import { ruleNameWords, ruleWindowWords, startWords, windowWords } from '../words/library-words.ts';

export type ShownAsk = { id: string; statement: WindowStatement; source: 'page' | 'paste' | 'letter' | 'remark'; host: string | null; atMs: number };

const where: Record<ShownAsk['source'], string> = { page: 'A page', paste: 'Pasted text', letter: 'A letter', remark: 'A remark' };

/** A window that a text states otherwise than the library: both texts side by side, and what can be done about it. */
export function AskCard({ ask, payerName, rules, mayWork, onChange, onAdd, onDismiss }: { ask: ShownAsk; payerName: string; rules: readonly PayerRule[]; mayWork: boolean; onChange: (rule: PayerRule) => void; onAdd: () => void; onDismiss: () => void }) {
  const { statement } = ask;
  return (
    <article aria-label={`${payerName}: ${clockWords(statement.action)}, ${windowWords(statement)}`} className="flex flex-col gap-2.5 rounded-md border border-line bg-raised px-3 py-2.5">
      <h3 className="font-semibold"><span className="foreign">{payerName}</span>: {clockWords(statement.action).toLowerCase()} window</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="min-w-0">
          <p className="text-small font-medium text-ink-2">{where[ask.source]}{ask.host !== null && <> at <span className="foreign">{ask.host}</span></>}, {momentWords(ask.atMs)}</p>
          <p className="mt-0.5 font-medium">{windowWords(statement)}{statement.startsFrom !== null && ` from ${startWords(statement.startsFrom)}`}</p>
          <blockquote className="foreign mt-1 border-l-2 border-line pl-2.5 text-ink-2">{statement.sentence}</blockquote>
        </div>
        <div className="min-w-0">
          <p className="text-small font-medium text-ink-2">The library</p>
          {rules.length === 0 && <p className="mt-0.5 text-ink-2">Has no window for this step of this payer.</p>}
          {rules.map((rule) => (
            <div key={rule.id} className="mt-0.5 mb-2">
              <p className="font-medium">{ruleNameWords(rule)}: {ruleWindowWords(rule)}</p>
              <blockquote className="foreign mt-1 border-l-2 border-line pl-2.5 text-ink-2">{rule.notes}</blockquote>
              <p className="mt-1 text-small"><SourceLink source={rule.source} /></p>
              {mayWork && <div className="mt-1"><Button size="small" onPress={() => onChange(rule)}>Change this rule</Button></div>}
            </div>
          ))}
        </div>
      </div>
      {mayWork && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onPress={onAdd}>Add as a rule of its own</Button>
          <Button size="small" kind="quiet" onPress={onDismiss}>No new window, do not ask again</Button>
        </div>
      )}
    </article>
  );
}
