import { DataGrid } from '@mui/x-data-grid';
import { createRoot } from 'react-dom/client';
import type { IronwoodRow } from './ironwood.ts';

const COLUMNS = [['icn', 'Claim Number', 160], ['patient', 'Patient Name', 170], ['member', 'Member ID', 115], ['account', 'Patient Account #', 115], ['dos', 'Service Dates', 178], ['billed', 'Billed Amount', 105], ['paid', 'Paid Amount', 100], ['stat', 'Claim Status', 105], ['finalDt', 'Finalized Date', 105]] as const;

function App({ rows }: { rows: IronwoodRow[] }): React.ReactNode {
  // Columns outside the view are drawn too here: the page is wide enough for all, and columns cut away could not be read by anyone.
  return <DataGrid rows={rows} columns={COLUMNS.map(([field, headerName, width]) => ({ field, headerName, width }))} columnBufferPx={900} checkboxSelection initialState={{ pagination: { paginationModel: { pageSize: 25 } } }} pageSizeOptions={[25, 50]} />;
}

const place = document.getElementById('grid');
if (place) fetch('/ironwood/rows').then((answer) => answer.json()).then((rows) => createRoot(place).render(<App rows={rows as IronwoodRow[]} />), (failure: unknown) => { throw failure; });
