import { useState } from 'react';
import { HoldForm, KeepingForm, PurgeForm } from '../../../components/computer/RetentionForms.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { isoOfDay, momentWords } from '../../../components/words/day-words.ts';
import { settingsUnderPolicy } from '../../../rules/policy/policy-settings.ts';
import { NO_POLICY } from '../../../rules/policy/read-policy.ts';
import { COPY_DAYS, keptCopy } from '../../../storage/backup/kept-copy.ts';
import { roleOf } from '../../../storage/people.ts';
import { readHolds } from '../../../storage/retention/legal-hold.ts';
import { planPurge } from '../../../storage/retention/purge-plan.ts';
import { readSettings } from '../../../storage/settings.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { useManaged } from '../../shared/pages/use-managed.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useToday } from '../../shared/pages/use-today.ts';
import { sendCommand } from '../../shared/send-command.ts';

/** How long things are kept, what is on hold, and the purge of what was kept long enough. */
export function KeepingPane({ session: { db, vault, userId } }: { session: OpenVault }) {
  const today = useToday();
  const managed = useManaged();
  const policy = managed?.policy ?? NO_POLICY;
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const state = useQuery(async () => {
    const [stored, role, held] = await Promise.all([readSettings(db), roleOf(db, userId), db.meta.get('held-cases')]);
    const settings = settingsUnderPolicy(stored, policy);
    const plan = await planPurge(db, vault, { caseYears: settings.caseYears, trailYears: settings.trailYears, today: isoOfDay(today) });
    const holds = await Promise.all((await readHolds(db, vault)).map(async ({ id, userId: by, atMs, reason, isFromElsewhere }) => ({ id, userName: (await db.users.get(by))?.name ?? 'somebody', atWords: momentWords(atMs), reason, isFromElsewhere })));
    return { settings, role, plan, holds, heldCases: Array.isArray(held?.value) ? held.value.length : 0, copy: await keptCopy(db) };
  }, [db, vault, userId, today, policy]);
  if (state.state !== 'ready' || managed === null) return null;
  const { settings, role, plan, holds, heldCases, copy } = state.value;
  const isLead = role === 'lead';
  const run = async (work: () => Promise<{ ok: true } | { ok: false; error: { code: string } }>, done: string) => {
    setBusy(true);
    setProblem(null);
    setNews(null);
    const reply = await work();
    setBusy(false);
    if (reply.ok) setNews(done);
    else setProblem(errorWords(reply.error.code));
  };
  const purge = async (what: { cases: boolean; trail: boolean; passphrase: string }) => {
    setBusy(true);
    setProblem(null);
    const reply = await sendCommand('retention:purge', { cases: what.cases ? plan.cases : null, trailRows: what.trail ? plan.trailRows : null, passphrase: what.passphrase });
    setBusy(false);
    if (!reply.ok) setProblem(errorWords(reply.error.code));
    else setNews(`Purged: ${reply.value.cases.toLocaleString('en-US')} ${reply.value.cases === 1 ? 'case' : 'cases'} with ${reply.value.rows.toLocaleString('en-US')} records, ${reply.value.unfiled === 0 ? '' : `${reply.value.unfiled.toLocaleString('en-US')} records under no case, `}${reply.value.trailRows.toLocaleString('en-US')} rows of the trail. It stands in the audit trail.`);
  };
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <h1 className="text-title font-semibold">Keep and delete</h1>
      {news !== null && <div role="status"><Notice>{news}</Notice></div>}
      {problem !== null && !isLead && <Notice tone="problem">{problem}</Notice>}
      <section aria-labelledby="how-long">
        <h2 id="how-long" className="mb-3 text-lead font-semibold">How long</h2>
        <KeepingForm caseYears={settings.caseYears} trailYears={settings.trailYears} atLeast={policy} isLead={isLead} onChange={(change) => void run(() => sendCommand('settings:save', change), 'Saved.')} />
        {!isLead && <p className="mt-3 text-ink-2">A lead changes this.</p>}
      </section>
      <section aria-labelledby="hold" className="border-t border-line pt-5">
        <h2 id="hold" className="mb-2 text-lead font-semibold">Legal hold</h2>
        <p className="mb-3 max-w-2xl text-ink-2">For a lawsuit, an audit or an investigation. {heldCases === 0 ? 'No single case is on hold.' : heldCases === 1 ? '1 case is on hold.' : `${heldCases} cases are on hold.`} A single case is put on hold in its own menu.</p>
        {isLead ? <HoldForm key={holds.length === 0 ? 'set' : 'end'} holds={holds} isBusy={isBusy} onSave={(on, reason) => void run(() => sendCommand('hold:all', { on, reason }), on ? 'Everything is on hold.' : 'The hold has ended.')} /> : holds.length > 0 && <Notice tone="caution" title="On hold: nothing is purged" />}
      </section>
      {isLead && (
        <section aria-labelledby="purge" className="border-t border-line pt-5">
          {copy !== null && <div className="mb-3"><Notice tone="caution" title="A copy of before the last update is kept">It still holds what is purged here, until {momentWords(copy.sinceMs + COPY_DAYS * 86_400_000)}. Delete it sooner under <a className="text-accent underline" href="#/backup">Backup</a>.</Notice></div>}
          <h2 id="purge" className="mb-2 text-lead font-semibold">Purge</h2>
          <PurgeForm key={`${plan.cases}:${plan.trailRows}`} plan={plan} isBusy={isBusy} problem={problem} onPurge={(what) => void purge(what)} />
        </section>
      )}
    </div>
  );
}
