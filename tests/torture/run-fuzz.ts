import { parseArgs } from 'node:util';
import { doors } from './doors.ts';
import { fuzz } from './fuzz.ts';

/** `npm run fuzz -- --cases 10000 --seed 1`: damaged things at every door, and a table of how they were met. */
const { values } = parseArgs({ options: { cases: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, door: { type: 'string' } } });
const all = (await doors()).filter(({ name }) => values.door === undefined || name.includes(values.door));
const rows = [];
for (const door of all) {
  const [row] = await fuzz([door], { seed: Number(values.seed), cases: Number(values.cases) });
  if (row === undefined) continue;
  rows.push(row);
  for (const fault of row.faults.slice(0, 10)) console.log(`  ${row.door}: ${fault}`);
}
console.log(`Seed ${values.seed}`);
console.table(rows.map(({ faults, ...row }) => ({ ...row, faults: faults.length })));
process.exitCode = rows.some(({ faults }) => faults.length > 0) ? 1 : 0;
