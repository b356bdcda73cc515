import { useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { browser } from 'wxt/browser';
import { Download, Printer } from 'lucide-react';
import { BrowserLimits } from '../../../components/computer/BrowserLimits.tsx';
import { DamageView } from '../../../components/computer/DamageView.tsx';
import { LostDeviceView } from '../../../components/computer/LostDeviceView.tsx';
import { PolicyView } from '../../../components/computer/PolicyView.tsx';
import { StoreState } from '../../../components/practice/StoreState.tsx';
import { Button } from '../../../components/ui/Button.tsx';
import { Notice } from '../../../components/ui/Notice.tsx';
import { errorWords } from '../../../components/words/error-words.ts';
import { isoOfDay, numericDay } from '../../../components/words/day-words.ts';
import { diagnosticsText } from '../../../rules/health/diagnostics.ts';
import type { LostDeviceReport } from '../../../rules/health/lost-device.ts';
import { READER_VERSION } from '../../../rules/portals/reader/reader-version.ts';
import { portalHosts } from '../../../rules/portals/registry/portal-hosts.ts';
import { COMMANDS } from '../../../rules/protocol/commands.ts';
import { lostDeviceReport, storeFacts } from '../../../storage/health/computer-facts.ts';
import { findDamage } from '../../../storage/health/damaged-rows.ts';
import type { DamageReport } from '../../../storage/health/damaged-rows.ts';
import { roleOf } from '../../../storage/people.ts';
import { readPracticeProfile } from '../../../storage/settings.ts';
import type { OpenVault } from '../../shared/pages/open-vault.ts';
import { missingAbilities } from '../../shared/pages/missing-abilities.ts';
import { saveText } from '../../shared/pages/save-file.ts';
import { useManaged } from '../../shared/pages/use-managed.ts';
import { useQuery } from '../../shared/pages/use-query.ts';
import { useStoreFigures } from '../../shared/pages/use-store-figures.ts';
import { useToday } from '../../shared/pages/use-today.ts';
import { sendCommand } from '../../shared/send-command.ts';
import '../recovery/recovery-print.css';

declare const __OVERTURN_BUILD__: string;

/** How this computer stands: what the organization set, the store, what is damaged, and the two papers somebody may ask for. */
export function ComputerPane({ session }: { session: OpenVault }) {
  const { db, vault, userId } = session;
  const today = useToday();
  const managed = useManaged();
  const { figures, keep } = useStoreFigures();
  const [damage, setDamage] = useState<DamageReport | null>(null);
  const [report, setReport] = useState<LostDeviceReport | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const [busy, setBusy] = useState<'damage' | 'mend' | 'diagnostics' | 'report' | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  const about = useQuery(async () => ({ role: await roleOf(db, userId), practice: (await readPracticeProfile(db))?.name ?? '' }), [db, userId]);
  if (about.state !== 'ready' || managed === null) return null;
  const { role, practice } = about.value;

  const during = async (what: NonNullable<typeof busy>, work: () => Promise<void>) => {
    setBusy(what);
    setProblem(null);
    setNews(null);
    await work();
    setBusy(null);
  };
  const noted = async (what: 'diagnostics' | 'lost-device'): Promise<boolean> => {
    const reply = await sendCommand('computer:report', { what });
    if (!reply.ok) setProblem(errorWords(reply.error.code));
    return reply.ok;
  };
  const saveDiagnostics = () => during('diagnostics', async () => {
    if (!(await noted('diagnostics'))) return;
    const facts = await storeFacts(db, vault);
    const name = `overturn-diagnostics-${isoOfDay(today)}.json`;
    saveText(name, diagnosticsText({
      ...facts, product: browser.runtime.getManifest().version, build: __OVERTURN_BUILD__, agent: navigator.userAgent, reader: READER_VERSION, madeOn: isoOfDay(today),
      storage: { usedBytes: figures?.usedBytes ?? null, quotaBytes: figures?.quotaBytes ?? null, isKept: figures?.isKept ?? false },
      policy: { given: managed.given, problems: managed.problems.length }, commands: Object.keys(COMMANDS), knownPortals: portalHosts.map(({ id }) => id),
    }));
    setNews(`${name} is in your downloads.`);
  });
  const print = async () => {
    if (!(await noted('lost-device'))) return;
    flushSync(() => setPrinting(true));
    window.print();
    setPrinting(false);
  };
  const source = `Made on this computer, ${numericDay(today)}`;

  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <h1 className="text-title font-semibold">This computer</h1>
      {problem !== null && <Notice tone="problem">{problem}</Notice>}
      {news !== null && <div role="status"><Notice>{news}</Notice></div>}
      <section aria-labelledby="policy"><h2 id="policy" className="mb-2 text-lead font-semibold">Set by your organization</h2><PolicyView managed={managed} /></section>
      <section aria-labelledby="browser" className="border-t border-line pt-5"><h2 id="browser" className="mb-2 text-lead font-semibold">This browser</h2><BrowserLimits missing={missingAbilities()} /></section>
      {figures !== null && (
        <section aria-labelledby="space" className="border-t border-line pt-5">
          <h2 id="space" className="mb-2 text-lead font-semibold">Space</h2>
          <StoreState figures={figures} onKeep={() => void keep()} />
        </section>
      )}
      <section aria-labelledby="damage" className="border-t border-line pt-5">
        <h2 id="damage" className="mb-2 text-lead font-semibold">Damaged records</h2>
        <DamageView
          damage={damage} isBusy={busy === 'damage' || busy === 'mend'} mayMend={role === 'lead'} onLook={() => void during('damage', async () => setDamage(await findDamage(db, vault)))}
          onMend={() => void during('mend', async () => {
            const reply = await sendCommand('store:mend', {});
            if (!reply.ok) {
              setProblem(errorWords(reply.error.code));
              return;
            }
            setNews(`${reply.value.mended} mended${reply.value.left === 0 ? '' : `, ${reply.value.left} do not open and stay as they are`}.`);
            setDamage(await findDamage(db, vault));
          })}
        />
      </section>
      <section aria-labelledby="diagnostics" className="border-t border-line pt-5">
        <h2 id="diagnostics" className="mb-2 text-lead font-semibold">Diagnostics file</h2>
        <p className="mb-3 max-w-2xl text-ink-2">For whoever helps you: versions, counts, sizes and error codes. No text of a page, no name, no number of a claim, no amount. Open it and read it before you send it.</p>
        <Button icon={<Download aria-hidden className="size-4" />} isPending={busy === 'diagnostics'} onPress={() => void saveDiagnostics()}>Save diagnostics file</Button>
      </section>
      <section aria-labelledby="lost" className="border-t border-line pt-5">
        <h2 id="lost" className="mb-2 text-lead font-semibold">If this computer were lost</h2>
        <p className="mb-3 max-w-2xl text-ink-2">What it holds, how it is protected, who opened it last and what had left it. For a computer that is gone already, check its newest backup under <a className="text-accent underline" href="#/backup">Backup</a>: the same report is made from it.</p>
        <div className="flex gap-2">
          <Button isPending={busy === 'report'} onPress={() => void during('report', async () => setReport(await lostDeviceReport(db)))}>Make the report</Button>
          {report !== null && <Button icon={<Printer aria-hidden className="size-4" />} onPress={() => void print()}>Print</Button>}
        </div>
        {report !== null && <div className="mt-3"><LostDeviceView report={report} practice={practice} source={source} /></div>}
        {report !== null && isPrinting && createPortal(<LostDeviceView report={report} practice={practice} source={source} isPrinted />, document.body)}
      </section>
    </div>
  );
}
