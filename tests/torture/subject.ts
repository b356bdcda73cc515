import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { CommandName, CommandReply, CommandRequest } from '../../rules/protocol/commands.ts';
import type { Result } from '../../rules/protocol/result.ts';
import { backgroundOf, launch, PASSPHRASE } from '../e2e/extension.ts';

type Surface = 'popup.html' | 'sidepanel.html' | 'desk.html';
type Chrome = { runtime: { sendMessage(message: unknown): Promise<never> }; action: { getBadgeText(details: object): Promise<string> } };
declare const chrome: Chrome;

/** How long an answer may take before its asker counts as cut off. */
const ANSWER_WITHIN_MS = 20_000;

/** A browser with the extension and a profile of its own, that is killed again and again. */
export class Subject {
  readonly profile = mkdtempSync(path.join(tmpdir(), 'overturn-torture-'));
  userId = '';
  #context: BrowserContext | null = null;
  #id = '';
  readonly #pages = new Map<string, Page>();

  async start(): Promise<void> {
    this.#context = await launch(this.profile);
    this.#id = new URL((await backgroundOf(this.#context)).url()).host;
    this.#pages.clear();
  }

  async end(): Promise<void> {
    await this.#context?.close().catch(() => undefined); // it may be dead already
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A page of ours by name: two names of one file are two windows. */
  async page(file: Surface, window = 0, hash = ''): Promise<Page> {
    const key = `${file}${window}`;
    const open = this.#pages.get(key);
    if (open !== undefined && !open.isClosed()) return open;
    if (this.#context === null) throw new Error('not started');
    const page = await this.#context.newPage();
    await page.goto(`chrome-extension://${this.#id}/${file}${hash}`);
    this.#pages.set(key, page);
    return page;
  }

  /** A page of our origin that runs none of our code. */
  async barePage(): Promise<Page> {
    if (this.#context === null) throw new Error('not started');
    const page = await this.#context.newPage();
    await page.goto(`chrome-extension://${this.#id}/icon/16.png`);
    return page;
  }

  /** The answer of the background; null where the asker, the background or the browser died first. */
  async command<N extends CommandName>(name: N, request: CommandRequest<N>, from: Surface = 'popup.html', window = 0): Promise<Result<CommandReply<N>> | null> {
    const asked = this.page(from, window).then(async (page) => page.evaluate(([command, body]) => chrome.runtime.sendMessage({ overturn: 1, command, request: body }), [name, request] as const));
    const late = new Promise<null>((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, null).unref());
    const answer = await Promise.race([asked.catch(() => null), late]) as Result<CommandReply<N>> | null | undefined;
    return answer ?? null;
  }

  async unlock(): Promise<void> {
    const status = await this.command('vault:status', {});
    if (status?.ok === true && status.value.state === 'unlocked') return;
    const opened = await this.command('vault:unlock', { userId: this.userId, passphrase: PASSPHRASE });
    if (opened?.ok !== true) throw new Error(`the vault did not open: ${opened === null ? 'no answer' : opened.error.code}`);
  }

  async badge(): Promise<string> {
    return (await this.page('popup.html')).evaluate(async () => chrome.action.getBadgeText({}));
  }

  /** Runs in the background until that is killed. */
  async inBackground<T>(act: (value: T) => void, value: T): Promise<void> {
    if (this.#context === null) return;
    await (await backgroundOf(this.#context)).evaluate(act as (value: unknown) => void, value);
  }

  async killWorker(): Promise<void> {
    if (this.#context === null) return;
    const session = await this.#context.newCDPSession(await this.page('popup.html'));
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  async closePage(file: Surface, window = 0): Promise<void> {
    const key = `${file}${window}`;
    await this.#pages.get(key)?.close().catch(() => undefined); // the browser may have gone with it
    this.#pages.delete(key);
  }

  /** What a crash or the power switch does: no page, worker or database gets a word in. */
  async killBrowser(): Promise<void> {
    try {
      execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${this.profile}`]);
    } catch {
      // none was running any more
    }
    await this.#context?.close().catch(() => undefined); // its other end is gone
    this.#context = null;
    await this.start();
  }
}
