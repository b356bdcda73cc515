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
});
