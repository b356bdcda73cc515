import { useState } from 'react';
import { blankCalendarDraft, CalendarSettings } from '../../components/practice/CalendarSettings.tsx';
import type { CalendarDraft } from '../../components/practice/CalendarSettings.tsx';
import { errorWords } from '../../components/words/error-words.ts';
import type { PracticeCalendar } from '../../rules/domain/practice-calendar.ts';
import { readPracticeCalendar } from '../../storage/dating.ts';
import type { OpenVault } from '../shared/pages/open-vault.ts';
import { KeepHalfTyped } from '../shared/pages/KeepHalfTyped.tsx';
import { useDraft } from '../shared/pages/use-draft.ts';
import { useQuery } from '../shared/pages/use-query.ts';
import { useToday } from '../shared/pages/use-today.ts';
import { sendCommand } from '../shared/send-command.ts';

/** A kept draft as far as it is one; a field of another shape gives way to the blank. */
function restoreDraft(kept: unknown): CalendarDraft | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const fields = Object.entries(kept).filter(([key, value]) => key in blankCalendarDraft && (typeof value === 'string' || value === null));
  const draft = { ...blankCalendarDraft, ...Object.fromEntries(fields) };
  return draft.list === 'everywhere' || draft.list === 'tmhp' ? draft : null;
}

/** Closed days, pauses and mail days in the settings; each change is one command, after which open claims are dated again. */
export function CalendarSection({ session }: { session: OpenVault }) {
  const today = useToday();
  const draft = useDraft<CalendarDraft>(session, 'practice-calendar', restoreDraft, () => blankCalendarDraft);
  const kept = useQuery(async () => ({ calendar: await readPracticeCalendar(session.db), role: (await session.db.users.get(session.userId))?.role }), [session.db, session.userId]);
  const [error, setError] = useState<string | null>(null);
  if (draft === null || kept.state !== 'ready') return null;
  const save = async (calendar: PracticeCalendar, added: 'closed-day' | 'pause' | null) => {
    const reply = await sendCommand('calendar:save', { was: kept.value.calendar, now: calendar });
    setError(reply.ok ? null : errorWords(reply.error.code));
    if (!reply.ok || added === null) return;
    const { on, closedReason, list, ...pause } = blankCalendarDraft;
    // What was typed in the other form while this was saved stays.
    const now = draft.latest();
    draft.change(added === 'closed-day' ? { ...now, on, closedReason, list } : { ...now, ...pause });
  };
  return <KeepHalfTyped session={session} draftKey="practice-calendar"><CalendarSettings calendar={kept.value.calendar} draft={draft.value} today={today} canChange={kept.value.role === 'lead'} error={error} onDraft={draft.change} onSave={(calendar, added) => void save(calendar, added)} /></KeepHalfTyped>;
}
