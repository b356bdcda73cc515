import { generate835 } from '../remittances/generate-835.ts';
import type { Random } from '../portals/generate/random.ts';
import type { Ledger } from './ledger.ts';
import { act } from './operations.ts';
import type { Subject } from './subject.ts';

/** What dies, or goes wrong, and how often among a hundred. */
export const KILLS = [
  ['worker', 52], ['tab', 12], ['panel', 10], ['two windows', 10], ['browser', 5], ['clock jump', 4], ['disk full', 4], ['in an import', 3],
] as const;
export type Kill = (typeof KILLS)[number][0];

export function pickKill(random: Random): Kill {
  let left = random.int(0, 99);
  for (const [kill, share] of KILLS) {
    left -= share;
    if (left < 0) return kill;
  }
  return 'worker';
}

const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The clock of the background leaps, as after a wrong battery, a journey or a correction from the network. Ends with the worker. */
function leap(ms: number): void {
  const Real = Date;
  const Shifted = class extends Real {
    constructor(...args: [] | [number | string]) {
      if (args.length === 0) super(Real.now() + ms);
      else super(...args);
    }

    static override now(): number {
      return Real.now() + ms;
    }
  };
  globalThis.Date = Shifted as DateConstructor;
}

/** The store refuses to grow, the way a browser does on a full disk. Ends with the worker. */
function fill(after: number): void {
  let left = after;
  for (const name of ['put', 'add'] as const) {
    const real = Reflect.get(IDBObjectStore.prototype, name) as (this: IDBObjectStore, value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
    IDBObjectStore.prototype[name] = function refuse(this: IDBObjectStore, ...args: [unknown, IDBValidKey?]) {
      left -= 1;
      if (left < 0) throw new DOMException('The disk is full', 'QuotaExceededError');
      return real.apply(this, args);
    };
  }
}

async function importing(subject: Subject, ledger: Ledger, random: Random): Promise<void> {
  const claims = random.int(150, 600);
  const seed = random.int(1, 1_000_000_000);
  const name = `day-${seed}.835`;
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from([...generate835({ claims, seed, firstClaim: seed })].join('')) };
  const drop = async (): Promise<void> => {
    await subject.closePage('desk.html');
    const desk = await subject.page('desk.html', 0, '#/import');
    await desk.locator('input[type=file]').setInputFiles(file);
  };
  await drop();
  await pause(random.int(0, 2500));
  const how = random.pick(['tab', 'worker', 'browser'] as const);
  if (how === 'tab') await subject.closePage('desk.html');
  else if (how === 'worker') await subject.killWorker();
  else await subject.killBrowser();
  await subject.unlock();
  // The biller drops the file again: it goes on where it stopped, or says that it was read already.
  await drop();
  const desk = await subject.page('desk.html');
  await desk.getByRole('region', { name }).getByText(/^Read(, with gaps)?$/u).or(desk.getByText('This very file was read before')).first().waitFor({ timeout: 60_000 });
  ledger.remittances.set(name, claims);
}

/** Does something and has it die in the middle. Answers once what was under way has ended one way or the other, and the vault is open again. */
export async function killInTheMiddle(kill: Kill, subject: Subject, ledger: Ledger, random: Random): Promise<void> {
  if (kill === 'in an import') {
    await importing(subject, ledger, random);
    return;
  }
  if (kill === 'clock jump') await subject.inBackground(leap, random.pick([-400, -3, -1, 1, 2, 90, 800]) * 86_400_000);
  if (kill === 'disk full') await subject.inBackground(fill, random.int(0, 12));
  const window = kill === 'panel' ? 1 : 0;
  const count = random.int(1, 4);
  for (let n = 1; n < count; n += 1) await act(subject, ledger, random, { window }).answered;
  const under = [act(subject, ledger, random, { window, alone: kill !== 'two windows' })];
  if (kill === 'two windows') under.push(act(subject, ledger, random, { window: 1, alone: false }));
  await pause(random.pick([0, 0, 1, 2, 5, 10, 20, 40, 80]));
  if (kill === 'tab') await subject.closePage('popup.html');
  else if (kill === 'panel') await subject.closePage('sidepanel.html', 1);
  else if (kill === 'browser') await subject.killBrowser();
  else if (kill === 'two windows' && random.chance(0.5)) await Promise.all(under.map(async ({ answered }) => answered));
  else await subject.killWorker();
  await Promise.all(under.map(async ({ answered }) => answered));
  await subject.unlock();
}
