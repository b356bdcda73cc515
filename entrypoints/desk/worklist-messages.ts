/** What a file or a paste held: tables of texts, and how it was read. */
export type ReadTables = {
  sheets: { name: string; rows: string[][] }[];
  /** `utf-8`, `windows-1252`, `utf-16`, or `xlsx`. */
  encoding: string;
  /** The sign between cells; null for a workbook. */
  delimiter: string | null;
  /** Rows with more or fewer cells than the first. */
  raggedRows: number;
  /** Rows beyond those that are taken. */
  leftOut: number;
};
export type WorklistFault = 'file-empty' | 'not-a-table' | 'old-workbook' | 'locked-workbook' | 'workbook-too-large' | 'workbook-broken';
export type ToWorklistWorker = { kind: 'file'; file: Blob; name: string } | { kind: 'text'; text: string };
export type FromWorklistWorker = { kind: 'tables'; tables: ReadTables } | { kind: 'fault'; fault: WorklistFault | 'took-too-long' };
