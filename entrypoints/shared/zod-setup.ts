import { config } from 'zod';

/**
 * zod 4 probes `new Function` for its fast path, which the extension's content policy forbids and logs as a violation
 * on every page (colinhacks/zod/issues/4461). Imported first by the background and by every page.
 */
config({ jitless: true });
