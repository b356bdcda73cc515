import { WorklistReview } from '../../components/worklist/WorklistReview.tsx';
import { isoOfDay } from '../../components/words/day-words.ts';
import { WorklistStart } from '../../components/worklist/WorklistStart.tsx';
import { listPayers } from '../../storage/payers.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { useWorklist } from './use-worklist.ts';

/** Lists of claims from the practice's own system, or from a person's tracker. */
export function WorklistPane({ session }: { session: OpenVault }) {
  const list = useWorklist(session, isoOfDay(useToday()));
  const payers = useQuery(() => listPayers(session.db), [session.db]);
  const { opened } = list;
  return (
    <div className="max-w-5xl">
      <h1 className="mb-3 text-title font-semibold">Worklists</h1>
      {opened === null
        ? <WorklistStart isReading={list.isReading} fault={list.fault} done={list.taken} onFile={list.readFile} onPaste={list.readText} onOpenQueue={() => { location.hash = '#/queue'; }} />
        : (
          <WorklistReview
            name={opened.name} encoding={opened.tables.encoding} delimiter={opened.tables.delimiter} raggedRows={opened.tables.raggedRows} beyondMost={opened.tables.leftOut}
            sheets={opened.tables.sheets.map(({ name }) => name)} sheet={opened.sheet} onSheet={list.chooseSheet} hasHeadings={opened.head >= 0} onHeadings={list.sayHeadings} headers={opened.headers} mapping={opened.mapping} isMappingKnown={opened.isMappingKnown} onMapping={list.map}
            dates={list.dates} payers={payers.state === 'ready' ? payers.value : []} rows={list.rows} leftOut={opened.out.size} onMend={list.mend} onLeaveOut={list.leaveOut}
            saving={list.saving} problem={list.problem} onSave={list.save} onBack={list.close}
          />
        )}
    </div>
  );
}
