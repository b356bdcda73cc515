import { mountPage } from '../shared/pages/mount-page.tsx';
import { EvidencePage } from './EvidencePage.tsx';
import '../../components/theme.css';
import './evidence.css';

mountPage(<EvidencePage />);
