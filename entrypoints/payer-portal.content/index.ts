import { defineContentScript } from 'wxt/utils/define-content-script';
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
    void startPortalSession(ctx);
  },
});
