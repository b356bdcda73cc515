import { DataGrid } from '@mui/x-data-grid';
import type { DataGridProps } from '@mui/x-data-grid';
import { createRoot } from 'react-dom/client';

/** The page says what its grid shows, in the grid's own terms. */
const { exam } = window as unknown as { exam: DataGridProps };
const place = document.getElementById('grid');
if (place) createRoot(place).render(<DataGrid {...exam} />);
