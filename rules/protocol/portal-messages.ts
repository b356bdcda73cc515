/**
 * What the background may say to the content script of a portal tab. Plain types, because nothing heavy is bundled there;
 * none of it carries patient data except the text to be found on the page it came from.
 */
export type PortalMessage =
  | { overturn: 1; to: 'portal'; say: 'highlight'; raw: string | null; label: string | null }
  | { overturn: 1; to: 'portal'; say: 'close-card' }
  | { overturn: 1; to: 'portal'; say: 'refresh' }
  | { overturn: 1; to: 'portal'; say: 'open-card'; captureId: string };

/** Names of the commands the content script sends; see `commands.ts` for their shapes. */
export type PortalCommand = 'portal:terms' | 'capture:offer' | 'capture:withdraw' | 'capture:open-panel' | 'pill:moved';
