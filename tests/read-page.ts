/**
 * Reads a Playwright page the way the extension does: the shipped reader in every frame, in an isolated world,
 * joined as the background joins the frames of a tab. Here the tree of the frames comes from the browser's protocol; the background
 * has each frame look up its own place (entrypoints/background/frame-tree.ts).
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Frame, Page } from 'playwright-core';
import { shippedMapOf } from '../rules/portals/maps/map-library.ts';
import { slimMap } from '../rules/portals/maps/portal-map.ts';
import type { SlimMap } from '../rules/portals/maps/portal-map.ts';
import { joinFrames } from '../rules/portals/reader/join-frames.ts';
import type { FramePart } from '../rules/portals/reader/join-frames.ts';
import { termsForFrames, termsForHost } from '../rules/portals/terms.ts';
import { blankReading } from '../rules/reading/blank-reading.ts';
import type { Reading, TermsMode } from '../rules/reading/reading.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CACHE = path.join(ROOT, 'node_modules/.cache/overturn-reader');
const BETWEEN_READINGS_MS = 500;
const AT_MOST_MS = 8000;
/** A page that says it is still loading is believed for so many equal readings in a row; some spin for ever. */
const BELIEVED_FOR = { none: 10, claim: 6 };

let built: Promise<string> | null = null;

/** The reader as one classic script, built once per state of its sources. */
export function readerBundle(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const sources = globSync(['rules/portals/**/*.ts', 'rules/reading/*.ts', 'tests/frame-reader.ts'], { cwd: ROOT }).sort();
  const hash = createHash('sha256');
  for (const source of sources) hash.update(source).update(readFileSync(path.join(ROOT, source)));
  const file = path.join(CACHE, `${hash.digest('hex').slice(0, 24)}.js`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({ input: path.join(ROOT, 'tests/frame-reader.ts'), logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', name: 'OverturnReader', minify: true });
  await bundle.close();
  // An isolated world keeps its globals; a plain `var` would not outlive the evaluation in every version.
  const code = `${output[0].code}\n;globalThis.OverturnReader = OverturnReader;`;
  mkdirSync(CACHE, { recursive: true });
  const fresh = `${file}.${String(process.pid)}`;
  writeFileSync(fresh, code);
  renameSync(fresh, file);
  return code;
}

type Spot = { session: CDPSession; id: string; parent: string | null; url: string };
type FrameTree = { frame: { id: string; parentId?: string; url: string }; childFrames?: FrameTree[] };
/** As which portal's page it is read. */
type ReadAs = { source: string; portal: string | null; mode: TermsMode; map: SlimMap | null };
type World = { loader: string; context: number };
type FrameAnswer = FramePart & { busy: boolean };

/**
 * Reads the page without touching it. With `host`, the terms and map of that host apply; without it the page is read
 * as an unknown portal's would be. Settled when two readings in a row are equal and nothing announces more, or
 * when an announcement (a spinner that never stops) has brought nothing for a while.
 */
export async function readPage(page: Page, options: { host?: string; map?: SlimMap; /** Milliseconds between two readings; 500 unless a test is in a hurry. */ between?: number } = {}): Promise<Reading> {
  const source = sourceOf(page.url());
  const terms: { portal: string | null; mode: TermsMode } = options.host === undefined ? { portal: null, mode: 'unknown' } : termsForFrames([options.host]).mode === 'hands-off' ? { ...termsForHost(options.host), mode: 'hands-off' } : termsForHost(options.host);
  if (terms.mode === 'hands-off') return { ...blankReading(source), portal: terms.portal, terms: 'hands-off' };
  const between = options.between ?? BETWEEN_READINGS_MS;
  const code = await readerBundle();
  const shipped = options.host === undefined ? null : shippedMapOf(options.host);
  const as: ReadAs = { source, portal: terms.portal, mode: terms.mode, map: options.map ?? (shipped === null ? null : slimMap(shipped)) };
  const sessions = new Sessions(page);
  try {
    const started = Date.now();
    let before = '';
    let calm = 0;
    let latest: Reading = { ...blankReading(source), portal: terms.portal, terms: terms.mode };
    for (;;) {
      const { reading, busy } = await readOnce(sessions, code, as);
      latest = reading;
      const now = JSON.stringify(reading);
      calm = now === before ? calm + 1 : 0;
      before = now;
      const isSettled = calm >= (busy ? BELIEVED_FOR[reading.kind === 'none' ? 'none' : 'claim'] : 1);
      if (isSettled || Date.now() - started + between > AT_MOST_MS) return latest;
      await new Promise((resolve) => setTimeout(resolve, between));
    }
  } finally {
    await sessions.close();
  }
}

/** A name for the page that holds no person: the file's name, or the host. */
function sourceOf(url: string): string {
  try {
    const { protocol, pathname, host } = new URL(url);
    return protocol === 'file:' ? decodeURIComponent(pathname.split('/').pop() ?? '') : host;
  } catch {
    return ''; // about:blank and the like have no name
  }
}

/** Debugging sessions of a page: its own, and one for each frame that lives in a process of its own. */
class Sessions {
  private readonly page: Page;
  private main: CDPSession | null = null;
  private readonly own = new Map<Frame, CDPSession | null>();
  readonly worlds = new Map<string, World>();

  constructor(page: Page) {
    this.page = page;
  }

  async spots(): Promise<Spot[]> {
    this.main ??= await this.page.context().newCDPSession(this.page);
    const list = await localSpots(this.main);
    for (const frame of this.page.frames()) {
      if (frame === this.page.mainFrame() || frame.isDetached()) continue;
      let session = this.own.get(frame);
      if (session === undefined) {
        session = await this.page.context().newCDPSession(frame).catch(() => null); // frames in their parent's process have none
        this.own.set(frame, session);
      }
      if (session === null) continue;
      const found = await localSpots(session).catch(() => []); // a frame may go while it is read
      const parent = frame.parentFrame();
      const parentUrl = parent?.url();
      for (const spot of found) {
        if (list.some((known) => known.id === spot.id)) continue;
        list.push({ ...spot, parent: spot.parent ?? list.find((known) => known.url === parentUrl)?.id ?? null });
      }
    }
    return list;
  }

  async close(): Promise<void> {
    for (const session of [this.main, ...this.own.values()]) await session?.detach().catch(() => undefined); // the page may be closed already
  }
}

async function localSpots(session: CDPSession): Promise<Spot[]> {
  const { frameTree } = await session.send('Page.getFrameTree') as { frameTree: FrameTree };
  const out: Spot[] = [];
  const walk = (tree: FrameTree): void => {
    out.push({ session, id: tree.frame.id, parent: tree.frame.parentId ?? null, url: tree.frame.url });
    for (const child of tree.childFrames ?? []) walk(child);
  };
  walk(frameTree);
  return out;
}

async function readOnce(sessions: Sessions, code: string, as: ReadAs): Promise<{ reading: Reading; busy: boolean }> {
  const answers: FrameAnswer[] = [];
  for (const spot of await sessions.spots()) {
    const answer = await readSpot(sessions, spot, code, as);
    if (answer !== null) answers.push(answer);
  }
  const reading = joinFrames(answers, as.source);
  return { reading: { ...reading, portal: as.portal, terms: as.mode }, busy: answers.length === 0 || answers.some((answer) => answer.busy) };
}

async function readSpot(sessions: Sessions, spot: Spot, code: string, { source, portal, mode, map }: ReadAs): Promise<FrameAnswer | null> {
  const call = `OverturnReader.read(${JSON.stringify(source)}, ${JSON.stringify(portal)}, ${JSON.stringify(mode)}, ${JSON.stringify(map)})`;
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      let world = sessions.worlds.get(spot.id);
      if (world === undefined || world.loader !== spot.url) {
        const { executionContextId } = await spot.session.send('Page.createIsolatedWorld', { frameId: spot.id, worldName: 'overturn' });
        await spot.session.send('Runtime.evaluate', { expression: code, contextId: executionContextId });
        world = { loader: spot.url, context: executionContextId };
        sessions.worlds.set(spot.id, world);
      }
      const { result, exceptionDetails } = await spot.session.send('Runtime.evaluate', { expression: call, contextId: world.context, returnByValue: true });
      if (exceptionDetails !== undefined || typeof result.value !== 'string') throw new Error('the frame gave no answer');
      const frame = JSON.parse(result.value) as Omit<FrameAnswer, 'id' | 'parent'>;
      return { ...frame, id: spot.id, parent: spot.parent };
    } catch {
      // The frame was replaced while it was read: once more in its new document.
      sessions.worlds.delete(spot.id);
    }
  }
  return null;
}
