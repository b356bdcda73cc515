import { mountPage } from '../shared/pages/mount-page.tsx';
import { ReviewPane } from '../shared/review/ReviewPane.tsx';
import '../../components/theme.css';

const captureId = new URLSearchParams(location.search).get('capture') ?? '';
mountPage(<ReviewPane captureId={captureId} onDone={() => undefined} />);
