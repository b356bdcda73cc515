import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import type { ColDef } from 'ag-grid-community';
import { AG_COLUMNS, rowsInto } from './ironwood-columns.ts';

ModuleRegistry.registerModules([AllCommunityModule]);
rowsInto(document.getElementById('grid'), (place, rowData) => {
  createGrid(place, { columnDefs: AG_COLUMNS.map((one): ColDef => ({ ...one })), rowData, suppressColumnVirtualisation: true });
}).catch((failure: unknown) => { throw failure; });
