import { keepEarlyKeys } from '../shared/pages/early-keys.ts';
import { mountPage } from '../shared/pages/mount-page.tsx';
import { showRememberedTheme } from '../shared/pages/use-theme.ts';
import { WorkPage } from '../shared/pages/WorkPage.tsx';
import '../../components/theme.css';
import './popup.css';

keepEarlyKeys();
showRememberedTheme();
mountPage(<WorkPage place="popup" />);
