import type { QueueFilter } from '../../rules/domain/queue-filter.ts';
import type { OwnerLoad, TeamLoad } from '../../rules/queue/team-load.ts';
import { caseCount, countWords } from '../words/load-words.ts';
import { moneyWords, shortMoney } from '../words/money-words.ts';
import { ageWords } from '../words/work-words.ts';

type Ask = Omit<QueueFilter, 'ownerId' | 'sort'>;
type Tile = { name: string; figure: string; beside: string; ask: Ask; ownerId?: string | null; isUrgent?: boolean };

/** How the practice's open work stands; each tile opens the cases it counts. `unowned` is what waits in pools. */
export function LoadTiles({ load, unowned, untouchedDays, onShow }: { load: TeamLoad; unowned: Pick<OwnerLoad, 'cases' | 'overdue'>; untouchedDays: number; onShow: (ask: Ask) => void }) {
  const { all } = load;
  const tiles: Tile[] = [
    { name: 'Open', figure: countWords(all.cases), beside: `${shortMoney(all.cents)} denied`, ask: {} },
    { name: 'Overdue', figure: countWords(all.overdue), beside: all.overdue === 0 ? 'none' : `${shortMoney(all.atRiskCents)} past or due in 7 days`, ask: { due: 'overdue' }, isUrgent: all.overdue > 0 },
    { name: 'Overdue and nobody\'s', figure: countWords(unowned.overdue), beside: `of ${caseCount(unowned.cases)} without an owner`, ask: { due: 'overdue', unset: 'owner' }, isUrgent: unowned.overdue > 0 },
    { name: 'Due in 7 days', figure: countWords(all.dueSoon), beside: '', ask: { due: 'soon' } },
    { name: 'No day', figure: countWords(all.noDate), beside: 'date to be found', ask: { unset: 'date' } },
    { name: `Untouched for ${untouchedDays} days`, figure: countWords(all.untouched), beside: '', ask: { untouchedDays }, isUrgent: false },
  ];
  return (
    <>
      <ul aria-label="How the work stands" className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
        {tiles.map((tile) => <li key={tile.name}><LoadTile tile={tile} onShow={() => onShow(tile.ask)} /></li>)}
      </ul>
      <section aria-labelledby="load-ages" className="flex flex-col gap-2">
        <h2 id="load-ages" className="text-lead font-semibold">By age of the denial</h2>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {load.ages.map(({ age, cases, cents }) => (
            <li key={age}>
              <LoadTile tile={{ name: ageWords(age), figure: countWords(cases), beside: shortMoney(cents), ask: { age } }} onShow={() => onShow({ age })} share={all.cases === 0 ? 0 : cases / all.cases} spoken={`${ageWords(age)}: ${caseCount(cases)}, ${moneyWords(cents)} denied`} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** `share`: how much of all of it this is, drawn as a bar below; the figure says it too. */
function LoadTile({ tile: { name, figure, beside, isUrgent = false }, onShow, share, spoken }: { tile: Tile; onShow: () => void; share?: number; spoken?: string }) {
  return (
    <button type="button" onClick={onShow} aria-label={spoken ?? `${name}: ${figure}${beside === '' ? '' : `, ${beside}`}`} className="flex h-full w-full flex-col items-start rounded-md border border-line bg-ground px-3 py-2 text-left hover:bg-hover">
      <span className={`figures text-title font-semibold ${isUrgent ? 'text-over' : 'text-ink'}`}>{figure}</span>
      <span className="font-medium">{name}</span>
      <span className="figures text-small text-ink-3">{beside}</span>
      {share !== undefined && <span aria-hidden className="mt-1 block h-1 w-full rounded-sm bg-sunken"><span className="block h-1 rounded-sm bg-accent forced-colors:bg-[Highlight]" style={{ width: `${Math.round(share * 100)}%` }} /></span>}
    </button>
  );
}
