import { inspectDocument } from './inspect-document.ts';
import type { FromPacketWorker, ToPacketWorker } from './packet-messages.ts';
import { makePacketPdf } from './packet-pdf.ts';

/** Opens what people drop and writes the packet, away from the page: a hostile file can hold up this worker and nothing else. */
self.addEventListener('message', (event: MessageEvent<ToPacketWorker>) => {
  const answer = async (): Promise<FromPacketWorker> => {
    if (event.data.kind === 'inspect') return { kind: 'inspected', inspection: await inspectDocument(event.data.bytes) };
    return { kind: 'made', bytes: new Uint8Array(await makePacketPdf(event.data.input)) };
  };
  // What a library says of a file could quote it, so only that it failed is told.
  void answer().catch((): FromPacketWorker => ({ kind: 'failed' })).then((message) => self.postMessage(message));
});
