import { createGrid } from 'ag-grid-31';
import type { ColDef } from 'ag-grid-31';
import { AG_COLUMNS, rowsInto } from './ironwood-columns.ts';

rowsInto(document.getElementById('grid'), (place, rowData) => {
  place.className = 'ag-theme-alpine';
  createGrid(place, { columnDefs: AG_COLUMNS.map((one): ColDef => ({ ...one })), rowData, suppressColumnVirtualisation: true });
}).catch((failure: unknown) => { throw failure; });
