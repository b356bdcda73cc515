import '../zod-setup.ts';
import { StrictMode } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { PageBoundary } from './PageBoundary.tsx';
import { TrainingFrame } from './TrainingFrame.tsx';

/** Draws an extension page into `#root`, with the boundary that catches our mistakes. Import this file before any schema is made. */
export function mountPage(page: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root.');
  createRoot(root, {
    // React would print the error, and an error can quote a record.
    onCaughtError: () => console.error('page-boundary'),
    onUncaughtError: () => console.error('page-uncaught'),
  }).render(<StrictMode><PageBoundary><TrainingFrame>{page}</TrainingFrame></PageBoundary></StrictMode>);
}
