/**
 * How sealed hand-over bundles get from one computer to another. A bundle is closed and signed before it comes here and is opened
 * and checked after it left, so that whatever carries it (a file in the practice's own folder, later a server of its own) learns
 * nothing and can change nothing unseen. Bundles may arrive twice, late, in any order, or never.
 */
export type SealedBytes = { readonly size: number; slice: (from: number, to: number) => { arrayBuffer: () => Promise<ArrayBuffer> } };

/** A sealed bundle on its way. `name` says when and how much, never who. */
export type SealedBundle = { name: string; bytes: SealedBytes };

export type BundleTransport = {
  /** Gives a bundle away. False where the person or the other side would not have it. */
  push: (bundle: SealedBundle) => Promise<boolean>;
  /** The bundles that wait, in no order; empty where none does. */
  pull: () => Promise<readonly SealedBundle[]>;
};
