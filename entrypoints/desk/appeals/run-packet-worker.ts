import type { FromPacketWorker, ToPacketWorker } from './packet-messages.ts';

/** A file that is not opened by then is given up. */
const INSPECT_MS = 20_000;
const MAKE_MS = 180_000;

/** Asks a worker of its own and ends it; `slow` where it was given up. */
export async function runPacketWorker(request: ToPacketWorker): Promise<FromPacketWorker | { kind: 'slow' }> {
  const worker = new Worker(new URL('./packet-worker.ts', import.meta.url), { type: 'module', name: 'overturn-packet' });
  return new Promise<FromPacketWorker | { kind: 'slow' }>((resolve) => {
    const timer = setTimeout(() => end({ kind: 'slow' }), request.kind === 'inspect' ? INSPECT_MS : MAKE_MS);
    const end = (answer: FromPacketWorker | { kind: 'slow' }) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', (event: MessageEvent<FromPacketWorker>) => end(event.data));
    worker.addEventListener('error', () => end({ kind: 'failed' }));
    worker.postMessage(request);
  });
}
