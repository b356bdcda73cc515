import { createContext, useContext } from 'react';
import type { Imports } from './use-imports.ts';

const ImportsOfDesk = createContext<Imports | null>(null);

/** Holds what is being read while one goes from page to page of the desk. */
export const ImportsProvider = ImportsOfDesk.Provider;

/** The files being read by this desk. Throws outside of an open desk. */
export function useDeskImports(): Imports {
  const imports = useContext(ImportsOfDesk);
  if (imports === null) throw new Error('Files are read by an open desk only.');
  return imports;
}
