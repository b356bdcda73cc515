import { PatternList } from '../../../components/prevention/PatternList.tsx';
import { filterWords, patternWords } from '../../../components/words/prevention-words.ts';
import { ORIGIN_STEPS } from '../../../rules/denials/vocabulary.ts';
import { valueOf } from '../../../rules/numbers/dimensions.ts';
import type { Dimension } from '../../../rules/numbers/dimensions.ts';
import { RECENT_DAYS } from '../../../rules/prevention/patterns.ts';
import type { Pattern } from '../../../rules/prevention/patterns.ts';
import { sendCommand } from '../../shared/send-command.ts';
import { FIRST_PLACE, PLACE_DRAFT } from '../numbers/numbers-place.ts';
import { newChange } from './ChangesTab.tsx';
import { EMPTY_LOG } from './LogTab.tsx';
import type { PreventionPage } from './prevention-page.ts';

/** Patterns found by themselves, and what can be done with each. */
export function PatternsTab({ page, onGo }: { page: PreventionPage; onGo: (tab: 'log' | 'changes') => void }) {
  const { records, owners, nameOf, log, change } = page;
  const ownerOf = (pattern: Pattern) => owners.get(pattern.filter.reason ?? '') ?? null;
  /** What is open stays as it is: a person finishes or cancels it first. */
  const go = (tab: 'log' | 'changes', hasBegun: boolean) => {
    onGo(tab);
    if (!hasBegun) records.tell({ tone: 'problem', text: 'Something is half written here. Save or cancel it first.' });
  };
  const lineOf = (pattern: Pattern) => {
    const steps = page.view.numbers.rows.filter((row) => row.deniedDay > page.today - RECENT_DAYS && Object.entries(pattern.filter).every(([dimension, value]) => valueOf(row, dimension as Dimension) === value)).map(({ step }) => step);
    const [step] = [...Map.groupBy(steps, (one) => one)].sort((one, other) => other[1].length - one[1].length)[0] ?? [];
    return { ...EMPTY_LOG, cause: `${filterWords(pattern.filter, nameOf)}: ${patternWords(pattern, nameOf)}`, payerKey: pattern.filter.payer ?? null, category: pattern.filter.reason ?? null, team: ORIGIN_STEPS.find((one) => one === step) ?? 'undecided', ownerId: ownerOf(pattern) };
  };
  return (
    <div className="px-3 py-4">
      <PatternList
        found={page.found} aside={page.aside} nameOf={nameOf} mayWork={page.mayWork} ownerOf={(category) => (owners.has(category) ? page.personOf(owners.get(category) ?? null) : null)}
        onLog={(pattern) => go('log', log.begin({ id: null, rev: 0, record: lineOf(pattern) }))} onChange={(pattern) => go('changes', change.begin({ id: null, rev: 0, record: newChange(pattern.filter, page.today, ownerOf(pattern)) }))}
        onAside={(pattern, reason) => void records.save({ id: null, rev: 0, record: { kind: 'put-aside', pattern: pattern.key, claims: pattern.recent, reason, state: 'current' } })}
        onClaims={(pattern) => void sendCommand('draft:keep', { key: PLACE_DRAFT, value: { ...FIRST_PLACE, period: 'last-4-weeks', metric: 'denied-dollars', filter: pattern.filter } }).then(() => { location.hash = '#/numbers'; })}
      />
    </div>
  );
}
