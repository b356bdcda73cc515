import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { built } from './extension.ts';

/**
 * A copy of the demo build in a folder of its own. The browser names an extension by its folder, so what is set for the copy (a
 * policy, a permission) reaches no story that runs beside it.
 */
export function ownCopy(further: { hostPermissions?: readonly string[] } = {}): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'overturn-copy-'));
  cpSync(built, folder, { recursive: true });
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, ...(further.hostPermissions ?? [])] }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
