/**
 * What the stores get, looked at as built: no host at install, a strict policy, nothing heavy in the portal page, no code from elsewhere.
 * Exits with 1 and one line for each finding.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const output = path.resolve(import.meta.dirname, '../../.output');
const findings: string[] = [];

const ALLOWED = new Set(['activeTab', 'alarms', 'contextMenus', 'idle', 'notifications', 'scripting', 'storage', 'unlimitedStorage', 'sidePanel']);

for (const browser of ['chrome', 'edge', 'firefox']) {
  const folder = path.join(output, browser);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown> & {
    permissions: string[]; host_permissions?: string[]; optional_host_permissions?: string[]; content_scripts?: unknown[]; commands?: Record<string, { suggested_key?: unknown }>;
    content_security_policy: { extension_pages: string };
  };
  const finding = (text: string) => findings.push(`${browser}: ${text}`);

  if ((manifest.host_permissions ?? []).length > 0) finding(`asks for hosts at install: ${(manifest.host_permissions ?? []).join(', ')}`);
  if ((manifest.content_scripts ?? []).length > 0) finding('declares a content script; portals are registered one by one when the user grants them');
  for (const permission of manifest.permissions) if (!ALLOWED.has(permission)) finding(`asks for the permission ${permission}`);
  if ((manifest.optional_host_permissions ?? []).join() !== 'https://*/*') finding('optional hosts are not exactly https://*/*');
  const policy = manifest.content_security_policy.extension_pages;
  for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "connect-src 'self'"]) if (!policy.includes(part)) finding(`the content security policy lacks ${part}`);
  if (/unsafe-eval(?!')/u.test(policy.replaceAll('wasm-unsafe-eval', ''))) finding('the content security policy allows eval');
  if (Object.values(manifest.commands ?? {}).filter((command) => command.suggested_key !== undefined).length > 4) finding('suggests more than four shortcut keys');

  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const portalScript = readFileSync(path.join(folder, 'content-scripts', 'payer-portal.js'), 'utf8');
  for (const [name, mark] of [['Dexie', /DexieError|Dexie\.version/u], ['React', /react\.dev\/errors/u], ['zod', /invalid_union/u]] as const) if (mark.test(portalScript)) finding(`${name} is in what runs in the portal page`);
  for (const file of files.filter((name) => name.endsWith('.html'))) if (/<script[^>]+src=["']https?:/iu.test(readFileSync(path.join(folder, file), 'utf8'))) finding(`${file} loads a script from elsewhere`);
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (/\bimportScripts\(\s*["']https?:/u.test(text) || /\bimport\(\s*["']https?:/u.test(text)) finding(`${file} loads code from elsewhere`);
  }
  if (files.some((file) => file.endsWith('.map'))) finding('ships source maps');
}

for (const line of findings) console.log(line);
process.exitCode = findings.length === 0 ? 0 : 1;
