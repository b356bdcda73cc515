import type { ReactNode } from 'react';
import { Chip } from '../ui/Chip.tsx';
import { momentWords } from '../words/day-words.ts';
import { changeStateWords, originWords } from '../words/library-words.ts';

export type ShownChangeRow = {
  id: string; state: 'proposed' | 'approved' | 'declined'; origin: string; content: { title: string; reason: string; evidence: string; decisionReason: string; pack: { name: string; madeBy: string; madeOn: string } | null };
  atMs: number; userName: string; decidedMs: number | null; decidedByName: string | null; touched: readonly { userName: string; cases: number }[]; mine: number; datesMoved: number | null;
};

const cases = (number: number) => `${number.toLocaleString('en-US')} open ${number === 1 ? 'case' : 'cases'}`;

/** Whom a change touches, in a sentence; null where nobody's open case is. */
function touchWords({ state, touched, mine, datesMoved }: ShownChangeRow): string | null {
  if (state !== 'approved' || touched.length === 0) return null;
  const all = touched.reduce((sum, one) => sum + one.cases, 0);
  const whose = touched.slice(0, 3).map((one) => `${one.userName === '' ? 'nobody' : one.userName} ${one.cases}`).join(', ');
  const moved = datesMoved === null ? 'their dates are being worked out' : datesMoved === 0 ? 'no date moved' : `${datesMoved.toLocaleString('en-US')} dated anew`;
  return `Touches ${cases(all)} (${whose}${touched.length > 3 ? ', and others' : ''}): ${moved}.${mine > 0 ? ` ${mine === 1 ? 'One is' : `${mine} are`} yours.` : ''}`;
}

/** One change of the library: what, by whom, why, and whom it touches. */
export function ChangeRow({ change, actions }: { change: ShownChangeRow; actions?: ReactNode }) {
  const { content } = change;
  const touch = touchWords(change);
  return (
    <li className="flex items-start gap-3 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p><span className="foreign font-medium">{content.title}</span> {change.state !== 'approved' && <Chip tone={change.state === 'proposed' ? 'soon' : 'plain'}>{changeStateWords(change.state)}</Chip>} {change.origin !== 'edit' && <Chip>{originWords(change.origin)}</Chip>}</p>
        {content.reason !== '' && <p className="foreign text-ink-2">{content.reason}</p>}
        {content.evidence !== '' && <p className="foreign line-clamp-3 text-ink-2">Proof: {content.evidence}</p>}
        {content.decisionReason !== '' && <p className="foreign text-ink-2">{change.state === 'declined' ? 'Declined' : 'Approved'}: {content.decisionReason}</p>}
        {touch !== null && <p className="figures">{touch}</p>}
        <p className="figures text-small text-ink-3"><span className="foreign">{change.userName}</span>, {momentWords(change.atMs)}{change.decidedMs !== null && change.decidedByName !== null && (change.decidedMs !== change.atMs || change.decidedByName !== change.userName) && <>; decided by <span className="foreign">{change.decidedByName}</span>, {momentWords(change.decidedMs)}</>}</p>
      </div>
      {actions}
    </li>
  );
}
