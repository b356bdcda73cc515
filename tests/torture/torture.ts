import { seeded } from '../portals/generate/random.ts';
import { PASSPHRASE } from '../e2e/extension.ts';
import { unnoticedHarms } from './controls.ts';
import { brokenInvariants, expectedBadge, openBeside } from './invariants.ts';
import type { Opened } from './invariants.ts';
import { KILLS, killInTheMiddle, pickKill } from './kills.ts';
import type { Kill } from './kills.ts';
import { Ledger } from './ledger.ts';
import { readRows } from './raw-rows.ts';
import { Subject } from './subject.ts';

const ZONE = 'America/New_York';
/** A fresh profile after so many, so that the last kill is no slower than the first. */
const KILLS_PER_PROFILE = 100;

export type TortureRow = { kill: Kill; times: number; broken: string[] };
/** `unnoticed`: harms done to a copy of the rows that no look noticed; none, or the looks are worth nothing. */
export type Tortured = { rows: TortureRow[]; unnoticed: string[]; kept: { cases: number; notes: number; calls: number; drafts: number; imports: number; trail: number } };

/** Kills the product so many times and looks after each whether everything holds that must. The same seed kills at the same steps. */
export async function torture({ seed, kills, onKill = () => undefined }: { seed: number; kills: number; onKill?: (n: number, kill: Kill, broken: readonly string[]) => void }): Promise<Tortured> {
  const rows = new Map<Kill, TortureRow>(KILLS.map(([kill]) => [kill, { kill, times: 0, broken: [] }]));
  const unnoticed = new Set<string>();
  const kept = { cases: 0, notes: 0, calls: 0, drafts: 0, imports: 0, trail: 0 };
  for (let done = 0; done < kills; done += KILLS_PER_PROFILE) {
    const round = await tortureProfile(seed * 1000 + done, Math.min(KILLS_PER_PROFILE, kills - done), (n, kill, broken) => {
      const row = rows.get(kill);
      if (row !== undefined) {
        row.times += 1;
        row.broken.push(...broken.map((what) => `seed ${seed}, kill ${done + n}: ${what}`));
      }
      onKill(done + n, kill, broken);
    });
    for (const key of Object.keys(kept) as (keyof typeof kept)[]) kept[key] += round.kept[key];
    for (const what of round.unnoticed) unnoticed.add(what);
  }
  return { rows: [...rows.values()], unnoticed: [...unnoticed], kept };
}

async function tortureProfile(seed: number, kills: number, onKill: (n: number, kill: Kill, broken: readonly string[]) => void): Promise<Pick<Tortured, 'kept' | 'unnoticed'>> {
  const random = seeded(seed);
  const subject = new Subject();
  const ledger = new Ledger();
  const opened: Opened = new Map();
  try {
    await subject.start();
    const made = await subject.command('practice:create', {
      userName: 'Rosa Imbert', practiceName: 'Riverbend Billing', passphrase: PASSPHRASE, timeZone: ZONE, portals: [],
      payers: [{ key: 'cedar-valley-health', name: 'Cedar Valley Health', libraryPayer: null, lineOfBusiness: 'commercial', state: 'IL', network: 'in', aliases: [] }],
    });
    if (made?.ok !== true) throw new Error('the practice was not made');
    subject.userId = made.value.userId;
    let rows = await readRows(await subject.page('popup.html'));
    const vault = await openBeside(rows);
    for (let n = 1; n <= kills; n += 1) {
      const kill = pickKill(random);
      await killInTheMiddle(kill, subject, ledger, random);
      rows = await readRows(await subject.page('popup.html'));
      const broken = await brokenInvariants(rows, vault, ledger, opened);
      const badge = await badgeOf(subject);
      if (badge !== null) broken.push(badge);
      onKill(n, kill, broken);
    }
    const kept = { cases: rows.cases.length, notes: ledger.notes.size, calls: ledger.contacts.size, drafts: ledger.drafts.size, imports: ledger.remittances.size, trail: rows.audit.length };
    return { kept, unnoticed: await unnoticedHarms(rows, vault, ledger, opened) };
  } finally {
    await subject.end();
  }
}

/** The button follows the work within moments; null where it is right. The rows are read anew each time: what a closed page had asked may come in meanwhile, and the button follows that too. */
async function badgeOf(subject: Subject): Promise<string | null> {
  await subject.command('reminder:sweep', {});
  for (let tries = 0; ; tries += 1) {
    const wanted = expectedBadge(await readRows(await subject.page('popup.html')), subject.userId, ZONE);
    const shown = await subject.badge();
    if (shown === wanted) return null;
    if (tries === 20) return `the button shows "${shown}" where ${wanted === '' ? 'nothing' : wanted} is due`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
