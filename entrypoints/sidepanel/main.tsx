import { holdKeys } from '../../components/ui/held-keys.ts';
import { mountPage } from '../shared/pages/mount-page.tsx';
import { showRememberedTheme } from '../shared/pages/use-theme.ts';
import { WorkPage } from '../shared/pages/WorkPage.tsx';
import '../../components/theme.css';
import './panel.css';

holdKeys();
showRememberedTheme();
mountPage(<WorkPage place="panel" />);
