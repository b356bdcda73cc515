import { browser } from 'wxt/browser';
import { readPolicy } from '../../rules/policy/read-policy.ts';
import type { ReadPolicy } from '../../rules/policy/read-policy.ts';
import type { ManagedPolicy } from '../../rules/policy/managed-policy-schema.ts';

/**
 * What the organization set for this computer, asked of the browser each time: it can change while we run, and the browser holds it
 * in memory. Without a policy nothing is narrowed (Firefox refuses the question where no managed storage manifest is there).
 */
export async function readManaged(): Promise<ReadPolicy> {
  let raw: unknown;
  try {
    raw = await browser.storage.managed.get();
  } catch {
    return readPolicy(undefined); // no policy for this browser
  }
  return readPolicy(raw);
}

export async function managedPolicy(): Promise<ManagedPolicy> {
  return (await readManaged()).policy;
}

/** Calls back when the organization changed something. */
export function onManagedChange(changed: () => void): () => void {
  const listener = (_changes: unknown, area: string) => {
    if (area === 'managed') changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
