/** The pane's own reading of a clipboard, put where a test page can call it. */
import { readClipboard } from '../../../../entrypoints/shared/pages/panes/read-clipboard.ts';

(globalThis as typeof globalThis & { readClipboard: typeof readClipboard }).readClipboard = readClipboard;
