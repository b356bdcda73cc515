import { Checklist, CoachingCards } from '../../../components/prevention/Lists.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { checklistOf, coachingCards } from '../../../rules/prevention/checklists.ts';
import type { PreventionPage } from './prevention-page.ts';

/** Check lists and coaching cards out of the practice's own denials, to print and hang up. */
export function ListsTab({ page }: { page: PreventionPage }) {
  const { rows } = page.view.numbers;
  return (
    <div className="flex flex-col gap-6 px-3 py-4">
      <div className="print:hidden"><Button size="small" onPress={() => print()}>Print</Button></div>
      <Checklist title="Front desk, before the visit" items={checklistOf(rows, 'front-desk', page.today)} nameOf={page.nameOf} />
      <Checklist title="Before a claim is sent" items={checklistOf(rows, 'pre-submission', page.today)} nameOf={page.nameOf} />
      <CoachingCards cards={coachingCards(rows, page.today, page.smallCell)} nameOf={page.nameOf} />
    </div>
  );
}
