/** The package has no types; only what the measurement calls. */
declare module 'node-x12-edi' {
  export class Transaction {
    generateSegments(text: string, lineEnd: string): void;
    getSegments(): { name: string }[];
  }
}
