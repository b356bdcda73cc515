import { mountPage } from '../shared/pages/mount-page.tsx';
import { DeskPage } from './DeskPage.tsx';
import '../../components/theme.css';

mountPage(<DeskPage />);
