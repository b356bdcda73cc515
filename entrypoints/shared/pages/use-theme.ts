import { useEffect } from 'react';
import { readSettings } from '../../../storage/settings.ts';
import type { OverturnDatabase } from '../../../storage/db.ts';
import { useQuery } from './use-query.ts';

const REMEMBERED = 'theme';

/** Shows the theme that was chosen last before anything is opened; it says nothing of anybody. */
export function showRememberedTheme(): void {
  const theme = localStorage.getItem(REMEMBERED);
  if (theme !== null && theme !== 'system') document.documentElement.dataset['theme'] = theme;
}

/** Follows the practice's choice of theme. */
export function useTheme(db: OverturnDatabase | null): void {
  const settings = useQuery(async () => (db === null ? null : (await readSettings(db)).theme), [db]);
  const theme = settings.state === 'ready' ? settings.value : null;
  useEffect(() => {
    if (theme === null) return;
    localStorage.setItem(REMEMBERED, theme);
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
