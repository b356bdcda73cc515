import { defineContentScript } from 'wxt/utils/define-content-script';
import { handsOffHost } from '../../rules/portals/hosts-around.ts';
import { startPortalSession } from './portal-session.ts';

/**
 * Registered by the background only for portals the practice granted and whose terms allow it; never at install.
 * `matches` is the widest it could ever be given; the registration names the granted hosts.
 */
export default defineContentScript({
  matches: ['https://*/*'],
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  main(ctx) {
    // A granted page can stand in a frame of a portal that is not to be touched; the background sees only the top one.
    if (handsOffHost(location) === null) void startPortalSession(ctx);
  },
});
