import { parseArgs } from 'node:util';
import { seeded } from '../portals/generate/random.ts';
import { killInMigration } from './migration.ts';
import { torture } from './torture.ts';

/**
 * `npm run torture -- --kills 1000 --migrations 30 --seed 1`: kills the built extension (`npm run build` with the demo's
 * permission, as `npm test` leaves it) again and again, and prints what did not hold.
 */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '1000' }, migrations: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } } });
const [kills, migrations, seed] = [Number(values.kills), Number(values.migrations), Number(values.seed)];
const started = Date.now();
const seconds = (): number => Math.round((Date.now() - started) / 1000);
const { rows, kept, unnoticed } = await torture({
  seed, kills,
  onKill(n, kill, broken) {
    if (broken.length > 0) console.log(`  kill ${n} (${kill}): ${broken.join('; ')}`);
    else if (n % 50 === 0) console.log(`  ${n} kills, ${seconds()} s`);
  },
});
const random = seeded(seed);
const cutOff: string[][] = [];
for (let n = 0; n < migrations; n += 1) {
  const { from, broken } = await killInMigration(random);
  cutOff.push(broken);
  if (broken.length > 0) console.log(`  upgrade ${n + 1} from version ${from}: ${broken.join('; ')}`);
}
console.log(`\nSeed ${seed}: ${kills} kills and ${migrations} upgrades cut off, in ${seconds()} s`);
console.table([
  ...rows.map(({ kill, times, broken }) => ({ 'what died': kill, times, 'did not hold': broken.length })),
  { 'what died': 'browser in an upgrade', times: migrations, 'did not hold': cutOff.filter((broken) => broken.length > 0).length },
]);
console.log('kept and looked at:', kept);
console.log(unnoticed.length === 0 ? 'Every harm done to a copy of the rows was noticed.' : `NOT NOTICED: ${unnoticed.join(', ')}`);
process.exitCode = unnoticed.length > 0 || rows.some(({ broken }) => broken.length > 0) || cutOff.some((broken) => broken.length > 0) ? 1 : 0;
