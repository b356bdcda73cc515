import { isOpenAsk } from '../../rules/domain/case-ask.ts';
import type { CaseAsk } from '../../rules/domain/case-ask.ts';
import { Button } from '../ui/Button.tsx';
import { momentWords } from '../words/day-words.ts';

/** What colleagues ask of one another on this case and nobody answered yet; answered ones stand in its history. */
export function AskList({ asks, nameOf, userId, isLead, onAnswer }: { asks: readonly CaseAsk[]; nameOf: (userId: string) => string; userId: string; isLead: boolean; onAnswer: (ask: CaseAsk) => void }) {
  const open = asks.filter(isOpenAsk);
  if (open.length === 0) return null;
  const who = (id: string): string => (id === userId ? 'you' : nameOf(id));
  return (
    <ul aria-label="Asked on this case" className="flex flex-col gap-2">
      {open.map((ask) => {
        const from = who(ask.byUser);
        return (
          <li key={`${ask.atMs} ${ask.byUser} ${ask.ofUser}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-sunken px-2.5 py-2">
            <div className="min-w-0 flex-1">
              <p className="text-small text-ink-2"><span className="foreign font-medium">{from === 'you' ? 'You' : from}</span> {from === 'you' ? 'ask' : 'asks'} <span className="foreign font-medium">{who(ask.ofUser)}</span>, {momentWords(ask.atMs)}</p>
              <p className="foreign wrap-anywhere">{ask.words}</p>
            </div>
            {(isLead || ask.ofUser === userId || ask.byUser === userId) && <Button size="small" onPress={() => onAnswer(ask)}>Answer</Button>}
          </li>
        );
      })}
    </ul>
  );
}
