import { browser } from 'wxt/browser';
import { hostOfPattern } from '../../../rules/portals/script-matches.ts';
import { mayRegisterUnder, termsUnderPolicy } from '../../../rules/policy/portal-policy.ts';
import type { CommandReply } from '../../../rules/protocol/commands.ts';
import { failed, ok } from '../../../rules/protocol/result.ts';
import type { Result } from '../../../rules/protocol/result.ts';
import { TRAINING_HOST } from '../../../rules/training/training-practice.ts';
import { addPortalGrants, removePortalGrants } from '../../../storage/portal-grants.ts';
import { readSettings, savePillPlace } from '../../../storage/settings.ts';
import { readSessionVault } from '../../shared/session-vault.ts';
import type { Handlers } from '../handler.ts';
import { noteUseLater, tellingReading } from '../capture-health.ts';
import { managedPolicy } from '../../shared/managed-policy.ts';
import { isTraining } from '../../shared/training-mode.ts';
import { currentCapture, offerFrames } from '../pending-captures.ts';
import { bringReader, registerPortalScripts, startInOpenTabs } from '../portal-access.ts';
import { readTabOnce } from '../read-tab.ts';
import { needWriteContext, openStore, openWriteContext } from '../services.ts';
import { sessionIsEnding } from '../session-ending.ts';

/** What the built-in portal in a tab has offered by itself; any other page is refused in practice mode. */
async function readTrainingPortal(tabId: number): Promise<Result<CommandReply<'portal:read-once'>>> {
  const capture = await currentCapture(tabId);
  return capture === null || capture.host !== TRAINING_HOST ? failed('practice-mode') : ok({ kind: capture.reading.kind, captureId: capture.id, mode: 'assisted', host: capture.host, granted: true });
}

export const portalHandlers: Pick<Handlers, 'portal:read-once' | 'portal:bring-reader' | 'portal:granted' | 'portal:withdraw' | 'portal:terms' | 'portal:session-ending' | 'pill:moved'> = {
  'portal:read-once': async ({ tabId }) => {
    if (await isTraining()) return readTrainingPortal(tabId);
    const { host, mode, granted, frames } = await readTabOnce(tabId);
    const kind = frames.find(({ reading }) => reading.claims.length > 0)?.reading.kind ?? frames[0]?.reading.kind ?? 'none';
    // While locked nothing of a page is kept; the popup asks for the passphrase first and then reads again.
    const ctx = await openWriteContext();
    if (ctx === null) return ok({ kind, captureId: null, mode, host, granted });
    const nowMs = Date.now();
    const pageId = `once-${nowMs}`;
    const { capture } = await offerFrames(frames.map(({ frameId, reading, context }) => ({ tabId, frameId, pageId, host: frameId === 0 ? host : reading.source, reading, context, nowMs })));
    noteUseLater(ctx, host, capture?.id ?? pageId, capture?.reading ?? tellingReading(frames));
    return ok({ kind: capture?.reading.kind ?? kind, captureId: capture?.id ?? null, mode, host, granted });
  },

  'portal:bring-reader': async (_request, caller) => {
    if (caller.kind !== 'portal' || caller.mode !== 'assisted') return failed('not-allowed');
    return ok({ brought: await bringReader(caller.tabId, caller.frameId, caller.host) });
  },

  'portal:granted': async ({ origins }) => {
    if (await isTraining()) return failed('practice-mode');
    const ctx = await needWriteContext();
    const policy = await managedPolicy();
    for (const origin of origins) {
      const host = hostOfPattern(origin);
      if (host === null) return failed('bad-request', 'origins');
      if (!mayRegisterUnder(policy, origin)) return failed('policy-forbids');
      if (termsUnderPolicy(policy, host).mode === 'hands-off') return failed('portal-hands-off');
      if (!(await browser.permissions.contains({ origins: [origin] }))) return failed('portal-not-granted');
    }
    await addPortalGrants(ctx, origins.map((origin) => {
      const terms = termsUnderPolicy(policy, hostOfPattern(origin) ?? '');
      return { origin, portal: terms.portal ?? '', mode: terms.mode };
    }));
    await registerPortalScripts();
    await startInOpenTabs(origins);
    return ok({});
  },

  'portal:withdraw': async ({ origins }) => {
    if (await isTraining()) return failed('practice-mode');
    await removePortalGrants(await needWriteContext(), origins);
    await registerPortalScripts();
    try {
      await browser.permissions.remove({ origins });
    } catch {
      // The browser keeps a permission that is in the manifest or was never given; our script is gone either way.
    }
    return ok({});
  },

  'portal:terms': async (_request, caller) => {
    if (caller.kind !== 'portal') return failed('not-allowed');
    const { pill } = await readSettings(await openStore());
    return ok({ mode: caller.mode, locked: (caller.isTrainingPortal === true) !== (await isTraining()) || (await readSessionVault()) === null, pill });
  },

  'portal:session-ending': async (said, caller) => {
    if (caller.kind !== 'portal' || caller.mode !== 'assisted') return failed('not-allowed');
    await sessionIsEnding(caller.tabId, said, Date.now());
    return ok({});
  },

  'pill:moved': async (place) => {
    await savePillPlace(await openStore(), place);
    return ok({});
  },
};
