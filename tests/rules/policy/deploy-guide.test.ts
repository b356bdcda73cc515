import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { POLICY_PARTS } from '../../../rules/policy/managed-policy-schema.ts';
import { readPolicy } from '../../../rules/policy/read-policy.ts';

const guide = readFileSync(new URL('../../store/DEPLOY.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```json\n([\s\S]*?)```/gu)].map(([, text]) => JSON.parse(text ?? '') as Record<string, unknown>);

/** The policy inside a browser's own file, whichever of the three forms it is in. */
function policyIn(block: Record<string, unknown>): unknown {
  if (block['type'] === 'storage') return block['data'];
  const third = (block['3rdparty'] ?? (block['policies'] as Record<string, unknown> | undefined)?.['3rdparty']) as Record<string, Record<string, unknown>>;
  return Object.values(third['extensions'] ?? third['Extensions'] ?? {})[0];
}

it('every policy that the guide shows is read without a fault and narrows something', () => {
  expect(blocks).toHaveLength(3);
  for (const block of blocks) {
    const { given, problems } = readPolicy(policyIn(block));
    expect(problems).toEqual([]);
    expect(given.length).toBeGreaterThan(1);
  }
});

it('the guide names every part there is', () => {
  expect([...guide.matchAll(/^\| `(\w+)` \|/gmu)].map(([, name]) => name).sort()).toEqual(Object.keys(POLICY_PARTS).sort());
});
