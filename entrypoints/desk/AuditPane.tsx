import { useState } from 'react';
import { TrailTable } from '../../components/audit/TrailTable.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { DateField } from '../../components/ui/DateField.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { SelectField } from '../../components/ui/SelectField.tsx';
import { trailKindWords } from '../../components/words/audit-words.ts';
import { TRAIL_KINDS } from '../../rules/audit/trail-kind.ts';
import { verifyAudit } from '../../storage/audit.ts';
import { listPeople } from '../../storage/people.ts';
import { readPools } from '../../storage/staff/pools.ts';
import { trailPage } from '../../storage/queries/trail-page.ts';
import type { TrailFilter } from '../../storage/queries/trail-page.ts';
import { readSettings } from '../../storage/settings.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';

const PAGE = 100;
/** Rows shown on either side of a break. */
const AROUND = 3;
const ALL = 'all';
const brokenWords = { altered: 'this row was changed', missing: 'a row is missing before it', 'cut-off': 'the end was cut off', rebuilt: 'the chain was made anew' } as const;
const kindOptions = [{ value: ALL, label: 'Everything' }, ...TRAIL_KINDS.map((kind) => ({ value: kind, label: trailKindWords(kind) }))];

type Chosen = { userId: string; kind: string; subject: string | null; fromIso: string | null; toIso: string | null };
const blank: Chosen = { userId: ALL, kind: ALL, subject: null, fromIso: null, toIso: null };

/** First moment of a day where the practice is, `more` days on. */
function startOf(iso: string | null, zone: string, more = 0): number | null {
  if (iso === null) return null;
  return Temporal.PlainDate.from(iso).add({ days: more }).toZonedDateTime(zone === '' ? Temporal.Now.timeZoneId() : zone).epochMilliseconds;
}

/** The audit trail: who did what, when, in plain words; found by person, kind, case and days; and whether the whole chain holds. */
export function AuditPane({ session: { db, vault } }: { session: OpenVault }) {
  const today = useToday();
  const [chosen, setChosen] = useState<Chosen>(blank);
  const [shown, setShown] = useState(PAGE);
  const [verdict, setVerdict] = useState<Awaited<ReturnType<typeof verifyAudit>> | null>(null);
  const key = JSON.stringify(chosen);
  const state = useQuery(async () => {
    const [people, pools, settings, count] = await Promise.all([listPeople(db), readPools(db), readSettings(db), db.audit.count()]);
    const filter: TrailFilter = {
      userId: chosen.userId === ALL ? null : chosen.userId, kind: TRAIL_KINDS.find((kind) => kind === chosen.kind) ?? null, subject: chosen.subject,
      fromMs: startOf(chosen.fromIso, settings.timeZone), toMs: startOf(chosen.toIso, settings.timeZone, 1),
    };
    const page = await trailPage(db, filter, null, shown);
    const brokenAt = verdict?.ok === false ? verdict.seq : null;
    const around = brokenAt === null ? [] : await db.audit.where('seq').between(brokenAt - AROUND, brokenAt + AROUND, true, true).reverse().toArray();
    return { people, pools, page, count, around };
  }, [db, key, shown, verdict]);
  if (state.state !== 'ready') return null;
  const { people, pools, page, count, around } = state.value;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? pools.find(({ key: pool }) => pool === id)?.name ?? null;
  const named = (rows: typeof page.rows) => rows.map((row) => ({ ...row, userName: nameOf(row.userId) ?? row.userId.slice(0, 8) }));
  const put = (part: Partial<Chosen>) => {
    setChosen({ ...chosen, ...part });
    setShown(PAGE);
  };
  const isFiltered = key !== JSON.stringify(blank);
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-title font-semibold">Audit trail</h1>
        <div className="flex gap-2"><a className="flex h-8 items-center rounded-md px-3 text-accent underline" href="#/exports">Export for an auditor</a><Button onPress={() => void verifyAudit(db, vault).then(setVerdict)}>Verify the chain</Button></div>
      </div>
      {verdict?.ok === true && <div role="status"><Notice>All {verdict.rows.toLocaleString('en-US')} rows stand as they were written.</Notice></div>}
      {verdict?.ok === false && (
        <Notice tone="problem" title={`The chain is broken at row ${verdict.seq}: ${brokenWords[verdict.why]}`}>
          <p className="mb-2">Rows before it hold. What follows it may be true, but cannot be relied on. Keep a backup of this state before anything else is done.</p>
          {around.length > 0 && <TrailTable nameOf={nameOf} rows={named(around)} caption="Rows around the break" brokenAt={verdict.seq} />}
        </Notice>
      )}
      <form className="flex flex-wrap items-end gap-3" aria-label="Find in the trail" onSubmit={(event) => event.preventDefault()}>
        <div className="w-48"><SelectField label="Who" options={[{ value: ALL, label: 'Everybody' }, ...people.map(({ id, name, standing }) => ({ value: id, label: standing === 'left' ? `${name} (left)` : name }))]} value={chosen.userId} onChange={(userId) => put({ userId })} /></div>
        <div className="w-48"><SelectField label="What" options={kindOptions} value={chosen.kind} onChange={(kind) => put({ kind })} /></div>
        <div className="w-36"><DateField label="From" value={chosen.fromIso} onChange={(fromIso) => put({ fromIso })} today={today} /></div>
        <div className="w-36"><DateField label="To" value={chosen.toIso} onChange={(toIso) => put({ toIso })} today={today} /></div>
        {chosen.subject !== null && <p className="flex h-8 items-center">About <span className="figures mx-1">{nameOf(chosen.subject) ?? chosen.subject.slice(0, 8)}</span> only</p>}
        {isFiltered && <Button kind="quiet" onPress={() => { setChosen(blank); setShown(PAGE); }}>Show all</Button>}
      </form>
      {page.rows.length === 0
        ? <EmptyState title="Nothing in the trail fits">Change who, what or the days.</EmptyState>
        : <TrailTable nameOf={nameOf} rows={named(page.rows)} caption={`${page.rows.length} of ${count} rows, the newest first`} onSubject={(subject) => put({ subject })} />}
      {page.nextBefore !== null && <div><Button onPress={() => setShown(shown + PAGE)}>Show older</Button></div>}
    </div>
  );
}
