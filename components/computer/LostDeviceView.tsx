import type { LostDeviceReport } from '../../rules/health/lost-device.ts';
import { auditWords } from '../words/audit-words.ts';
import { roleWords } from '../words/case-words.ts';
import { momentWords } from '../words/day-words.ts';

const moment = (ms: number | null) => (ms === null ? 'never' : momentWords(ms));
const count = (number: number) => number.toLocaleString('en-US');

/** What a lost computer held: how much, who could open it, how it was sealed, what had left it. No patient is in it. `source`: what it was made from. */
export function LostDeviceView({ report, practice, source, isPrinted = false }: { report: LostDeviceReport; practice: string; source: string; isPrinted?: boolean }) {
  const Heading = isPrinted ? 'h1' : 'h3';
  const Part = isPrinted ? 'h2' : 'h4';
  const { counts, kdf } = report;
  return (
    <article aria-label="Lost-device report" className={isPrinted ? 'only-printed' : 'flex max-w-2xl flex-col gap-3 rounded-md border border-line bg-raised p-4'}>
      <Heading className="text-lead font-semibold">Lost-device report</Heading>
      <p className="text-ink-2"><span className="foreign">{practice}</span>. {source}. For the risk assessment of 45 CFR 164.402; no patient is named in it.</p>
      <section>
        <Part className="font-semibold">What was on it</Part>
        <p>{count(counts.openCases)} open and {count(counts.closedCases)} closed cases, {count(counts.calls)} logged calls, {count(counts.looks)} kept looks at claims, {count(counts.documents)} documents, {count(counts.remittanceClaims)} claims of remittances.</p>
      </section>
      <section>
        <Part className="font-semibold">How it was protected</Part>
        <ul className="list-disc pl-5">
          <li>Names, numbers, birth dates, dates of service, notes, letters and documents: sealed one by one with AES-256-GCM. In clear, so that reminders run while locked: payers, amounts, days on which something is due, kinds of denials, names of staff.</li>
          <li>The key opens by {report.passphrases === 1 ? 'one passphrase' : `${report.passphrases} passphrases`}{report.recoveryKey ? ' or the printed recovery key' : ''}{kdf === null ? '' : `, each behind Argon2id with ${Math.round(kdf.memoryKiB / 1024)} MiB and ${kdf.iterations} passes at least`}. It is in memory only while somebody is signed in.</li>
          <li>Locks after {report.idleMinutes ?? 15} minutes without a touch, with the screen, and when the browser closes. {report.wipeAfter === null ? 'Wrong passphrases wait longer each time; they do not delete.' : `${report.wipeAfter} wrong passphrases in a row delete everything.`}</li>
        </ul>
      </section>
      <section>
        <Part className="font-semibold">Who opened it last</Part>
        <p>Newest sign-in {moment(report.lastUnlockMs)}, newest lock {moment(report.lastLockMs)}. {report.wrongTries === 0 ? 'No wrong passphrase since.' : `${count(report.wrongTries)} wrong ${report.wrongTries === 1 ? 'passphrase' : 'passphrases'} since.`} The trail ends {moment(report.lastRowMs)}: what came after it is not in this report.</p>
        <p>{report.recoveryUses === 0 ? 'The recovery key was never used on it.' : `The recovery key opened it ${count(report.recoveryUses)} ${report.recoveryUses === 1 ? 'time' : 'times'}, last ${moment(report.lastRecoveryUseMs)}. That proves who held the paper as little as a name in the list below does: ask who used it.`}</p>
        <table className="mt-1 w-full border-collapse text-left">
          <caption className="sr-only">People and their newest sign-in</caption>
          <thead><tr className="border-b border-line text-small text-ink-3"><th scope="col" className="py-1 pr-3 font-medium">Who</th><th scope="col" className="pr-3 font-medium">Role</th><th scope="col" className="font-medium">Newest sign-in</th></tr></thead>
          <tbody>{report.people.map((one, at) => <tr key={at} className="border-b border-line"><td className="foreign py-1 pr-3">{one.name}{one.left && ' (left)'}</td><td className="pr-3">{roleWords(one.role)}</td><td className="figures">{moment(one.lastUnlockMs)}</td></tr>)}</tbody>
        </table>
      </section>
      <section>
        <Part className="font-semibold">What had left it before</Part>
        {report.left.length === 0 ? <p>Nothing, by the trail.</p> : <ul className="list-disc pl-5">{report.left.map(({ command, times, lastMs }) => <li key={command}>{auditWords(command)}: {count(times)} {times === 1 ? 'time' : 'times'}, last {momentWords(lastMs)}</li>)}</ul>}
        <p className="mt-1">Newest backup made on it: {moment(report.lastBackupMs)}.</p>
      </section>
      <section>
        <Part className="font-semibold">What to do</Part>
        <ol className="list-decimal pl-5">
          <li>Write down when it was last seen, and whether it was locked.</li>
          <li>Restore the newest backup on another computer. There, change every passphrase and make a new recovery key. The old ones still open the lost computer, and every backup made before the change: make a new backup then, and destroy the older ones.</li>
          <li>Change the portals' own passwords: the browser may have kept them.</li>
          <li>Keep this report with the assessment for six years.</li>
        </ol>
      </section>
    </article>
  );
}
