import type { Inspection } from './inspect-document.ts';
import type { PacketInput } from './packet-input.ts';

/** What the page asks of the worker that opens files. One worker per question: it can be ended, whatever the file does. */
export type ToPacketWorker = { kind: 'inspect'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'make'; input: PacketInput };
export type FromPacketWorker = { kind: 'inspected'; inspection: Inspection } | { kind: 'made'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'failed' };
