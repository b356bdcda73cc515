import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';

type Launch = (profile: string) => Promise<BrowserContext>;

/** A browser on a profile of its own, and how it is started again there; a story that restarts it puts the new one in place of the old. */
export type OpenBrowser = { current: BrowserContext; readonly profile: string; readonly launch: Launch };

/** Opens a browser on a new profile, which `closeBrowser` deletes. */
export async function openBrowser(launch: Launch): Promise<OpenBrowser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'overturn-profile-'));
  return { current: await launch(profile), profile, launch };
}

export async function closeBrowser({ current, profile }: OpenBrowser): Promise<void> {
  await current.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Always one browser ahead: while a story runs, the next one's browser is started on a fresh profile. Chromium answers what an
 * organization has set (`storage.managed`) only some four seconds after its start, which every story would otherwise wait for.
 */
export class BrowserAhead {
  #next: Promise<OpenBrowser> | null = null;
  readonly #launch: Launch;

  constructor(launch: Launch) {
    this.#launch = launch;
  }

  async take(): Promise<OpenBrowser> {
    const taken = this.#next === null ? await openBrowser(this.#launch) : await this.#next;
    this.#next = openBrowser(this.#launch);
    this.#next.catch(() => undefined); // told to whoever takes it
    return taken;
  }

  /** Ends the one that nobody took. */
  async close(): Promise<void> {
    const last = await this.#next?.catch(() => null);
    if (last !== null && last !== undefined) await closeBrowser(last);
  }
}
