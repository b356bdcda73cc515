/** Columns of the AG Grid lists; the claim number is pinned, so old versions draw it in a container of its own. */
export const AG_COLUMNS = [
  { field: 'icn', headerName: 'Claim Number', pinned: 'left', width: 160 }, { field: 'stat', headerName: 'Claim Status', width: 105 }, { field: 'patient', headerName: 'Patient Name', width: 170 }, { field: 'member', headerName: 'Member ID', width: 115 },
  { field: 'account', headerName: 'Patient Account #', width: 115 }, { field: 'dos', headerName: 'Service Dates', width: 178 }, { field: 'billed', headerName: 'Billed Amount', width: 105 }, { field: 'paid', headerName: 'Paid Amount', width: 100 }, { field: 'finalDt', headerName: 'Finalized Date', width: 105, pinned: 'right' },
] as const;

export async function rowsInto(grid: HTMLElement | null, draw: (place: HTMLElement, rows: unknown[]) => void): Promise<void> {
  if (!grid) return;
  const answer = await fetch('/ironwood/rows');
  draw(grid, await answer.json() as unknown[]);
}
