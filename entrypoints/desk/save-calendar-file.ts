import { calendarFile } from '../../rules/reminders/calendar-file.ts';
import { calendarDays } from '../../storage/telling.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { saveText } from '../shared/pages/save-file.ts';
import { sendCommand } from '../shared/send-command.ts';

/** Hands the user a calendar file of the days ahead; the trail keeps that it was exported. The file's name tells nothing. */
export async function saveCalendarFile({ db, userId }: OpenVault, today: number): Promise<void> {
  const stamp = Temporal.Now.instant().round('second').toString().replaceAll(/[-:]/gu, '');
  const text = calendarFile(await calendarDays(db, userId, today), stamp, userId);
  const noted = await sendCommand('audit:note', { what: 'exported', subject: 'calendar' });
  if (!noted.ok) return;
  saveText('overturn-calendar.ics', text, 'text/calendar');
}
