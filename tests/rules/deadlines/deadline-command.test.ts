import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../../commands/deadline.ts', import.meta.url));
const run = (...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8' });

describe('the deadline command', () => {
  it.each([
    ['a date', '{"payer":"Medicare","lineOfBusiness":"medicare-ffs","action":"appeal-level-1","facts":{"noticeDate":"2026-06-07"}}', { due: '2026-10-13' }],
    ['a need', '{"payer":"Medicare","lineOfBusiness":"medicare-ffs","action":"appeal-level-1","facts":{}}', { needs: ['noticeDate'] }],
    ['an unknown payer', '{"payer":"Qxwv","lineOfBusiness":"commercial","action":"appeal-level-1","facts":{}}', { unknown: 'payer' }],
    ['no JSON', '{payer', { error: { code: 'malformed-json', fact: 'query' } }],
    ['nothing', '', { error: { code: 'missing-query', fact: 'query' } }],
  ] as const)('prints one object and exits 0 for %s', (_name, query, answer) => {
    const { status, stdout, stderr } = run(query);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject(answer);
  });
  it('lists what is accepted on --help, and points there when asked nothing', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    for (const word of ['medicare-advantage', 'non-contract-provider', 'appeal-level-5', 'external-review', 'retroactive-entitlement', 'portal | fax | mail', 'YYYY-MM-DD', 'noticeReceivedDate']) expect(stdout).toContain(word);
    expect(JSON.parse(run('').stdout)).toMatchObject({ error: { help: expect.stringContaining('--help') as string } });
  });
  it('doubts a date after today and counts from it all the same', () => {
    const year = Temporal.Now.plainDateISO().year + 40;
    const answer = JSON.parse(run(`{"payer":"Cigna","lineOfBusiness":"commercial","action":"appeal-level-1","facts":{"remittanceDate":"${year}-01-05"}}`).stdout) as { raw: string; warnings: string[] };
    expect(answer.raw).toBe(`${year}-07-0${Temporal.PlainDate.from({ year, month: 7, day: 1 }).inLeapYear ? 3 : 4}`);
    expect(answer.warnings.join()).toMatch(/remittanceDate lies in the future/);
  });
});
