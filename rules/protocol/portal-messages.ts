/**
 * What the background may say to the content script of a portal tab. Plain types, because nothing heavy is bundled there;
 * none of it carries patient data except the text to be found on the page it came from.
 */
export type PortalMessage =
  | { overturn: 1; to: 'portal'; say: 'highlight'; raw: string | null; label: string | null }
  | { overturn: 1; to: 'portal'; say: 'close-card' }
  /** A frame of the tab changed: offer again; the reply tells the state of the whole tab. Sent to the top frame only. */
  | { overturn: 1; to: 'portal'; say: 'refresh' }
  /** Read at once and offer, then answer: a card is about to open. */
  | { overturn: 1; to: 'portal'; say: 'look-now' }
  /** A person pressed a mark of ours in a frame; the top frame opens the card as after a press on the pill. */
  | { overturn: 1; to: 'portal'; say: 'press' }
  /** The portal counts down to a sign-out, or does no longer. */
  | { overturn: 1; to: 'portal'; say: 'session-ending'; isEnding: boolean; seconds: number | null }
  /** The review card has loaded: the page allows the frame. */
  | { overturn: 1; to: 'portal'; say: 'card-open' };

/** Names of the commands the content script sends; see `commands.ts` for their shapes. */
export type PortalCommand = 'portal:terms' | 'portal:bring-reader' | 'portal:session-ending' | 'capture:offer' | 'capture:gather' | 'capture:show' | 'capture:withdraw' | 'capture:open-panel' | 'pill:moved' | 'trainer:pointed';
