import { AllCommunityModule, createGrid, ModuleRegistry } from 'ag-grid-community';
import type { GridOptions } from 'ag-grid-community';

ModuleRegistry.registerModules([AllCommunityModule]);
/** The page says what its grid shows, in the grid's own terms. */
const { exam } = window as unknown as { exam: GridOptions };
const place = document.getElementById('grid');
if (place) createGrid(place, exam);
