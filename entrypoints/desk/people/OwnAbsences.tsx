import { useState } from 'react';
import { absenceDrafts, AbsenceRows, wholeAbsences } from '../../../components/people/AbsenceRows.tsx';
import type { AbsenceDraft } from '../../../components/people/AbsenceRows.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import type { Absence } from '../../../rules/domain/person.ts';
import { sendCommand } from '../../shared/send-command.ts';

/** The days away of whoever is signed in. */
export function OwnAbsences({ away, others, today }: { away: readonly Absence[]; others: readonly { id: string; name: string }[]; today: number }) {
  const [rows, setRows] = useState<AbsenceDraft[]>(() => absenceDrafts(away));
  const [said, setSaid] = useState('');
  const whole = wholeAbsences(rows);
  const isChanged = JSON.stringify(rows) !== JSON.stringify(absenceDrafts(away));
  const save = async () => {
    if (whole === null) return;
    const reply = await sendCommand('person:away', { away: whole });
    if (!reply.ok) setSaid(errorWords(reply.error.code));
  };
  return (
    <section aria-labelledby="own-absences" className="max-w-2xl border-t border-line pt-4">
      <h2 id="own-absences" className="mb-2 text-lead font-semibold">When you are away</h2>
      <AbsenceRows rows={rows} others={others} today={today} onChange={setRows} />
      {isChanged && <div className="mt-2"><Button isDisabled={whole === null} onPress={() => void save()}>Save days away</Button></div>}
      <p role="status" className="mt-1 text-ink-2">{said}</p>
    </section>
  );
}
