import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { HookFinder } from '../rules/portals/maps/find-hooks.ts';
import type { MapField } from '../rules/portals/maps/map-fields.ts';
import { nameableAt, nameableValues } from '../rules/portals/maps/nameable-values.ts';
import type { NameableValue } from '../rules/portals/maps/nameable-values.ts';
import type { SlimMap } from '../rules/portals/maps/portal-map.ts';
import { readFrameWithMap } from '../rules/portals/maps/read-with-map.ts';
import { suggestHook } from '../rules/portals/maps/suggest-hook.ts';
import type { HookSuggestion } from '../rules/portals/maps/suggest-hook.ts';
import type { FrameReading } from '../rules/portals/reader/read-document.ts';
import { PointingLayer } from './payer-portal.content/pointing-layer.ts';

export type Trainer = {
  values(): { values: NameableValue[]; kind: string; hidden: number };
  point(): void;
  show(n: number | null): void;
  suggest(n: number, field: MapField): HookSuggestion;
  tryMap(map: SlimMap): FrameReading;
  stop(): void;
};

declare global {
  var overturnTrainer: Trainer | undefined;
}

/**
 * The trainer in one frame, brought in by the background when a person starts it. It looks, outlines and answers; what a map becomes is
 * decided in the panel and kept by the background.
 */
export default defineUnlistedScript(() => {
  if (globalThis.overturnTrainer !== undefined) return; // brought in twice: the first goes on
  const layer = new PointingLayer();
  /** What was last shown to the person, by number: a page that redraws itself moves its texts. */
  const known = new Map<number, NameableValue>();

  const remember = (value: NameableValue | null): NameableValue | null => {
    if (value !== null) known.set(value.n, value);
    return value;
  };

  /** The value as it stands now, where the page has moved it since. */
  const found = (n: number): { finder: HookFinder; value: NameableValue } | null => {
    const was = known.get(n);
    if (was === undefined) return null;
    const finder = new HookFinder(document);
    const leaves = finder.shownLeaves();
    const now = nameableAt(leaves, n);
    if (now !== null && now.text === was.text) return { finder, value: now };
    const moved = leaves.findIndex((_leaf, at) => { const one = nameableAt(leaves, at); return one !== null && one.text === was.text && one.label === was.label; });
    const value = nameableAt(leaves, moved);
    return value === null ? null : { finder, value };
  };

  globalThis.overturnTrainer = {
    values() {
      const values = nameableValues(document);
      values.forEach(remember);
      const hidden = [...document.querySelectorAll('iframe, frame')].filter((frame) => (frame as HTMLIFrameElement).contentDocument === null).length;
      return { values, kind: readFrameWithMap(document, { source: location.host }, globalThis.overturnPortalMap ?? null).reading.kind, hidden };
    },
    point() {
      const finder = new HookFinder(document);
      layer.start(finder, (n) => {
        const value = n === null ? null : remember(nameableAt(finder.shownLeaves(), n));
        void browser.runtime.sendMessage({ overturn: 1, command: 'trainer:pointed', request: { value } });
      });
    },
    show(n) {
      const at = n === null ? null : found(n);
      layer.show(at === null ? null : at.finder.shownLeaves()[at.value.n] ?? null);
    },
    suggest(n, field) {
      const at = found(n);
      return at === null ? { hook: null, reads: null, why: 'no-anchor' } : suggestHook(document, at.value, field);
    },
    tryMap: (map) => readFrameWithMap(document, { source: location.host }, map),
    stop: () => layer.stop(),
  };
});

