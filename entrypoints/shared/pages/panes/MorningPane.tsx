import { browser } from 'wxt/browser';
import { MorningCard } from '../../../../components/queue/MorningCard.tsx';
import { POOL } from '../../../../rules/domain/vocabulary.ts';
import type { QueueFilter } from '../../../../rules/domain/queue-filter.ts';
import { readSettings } from '../../../../storage/settings.ts';
import { escalatedBefore, readDigest, readDigestMark, sinceWords } from '../../../../storage/telling.ts';
import { sendCommand } from '../../send-command.ts';
import type { OpenVault } from '../open-vault.ts';
import { useQuery } from '../use-query.ts';
import { useToday } from '../use-today.ts';

/** The morning's card over the queue, until it is put away; it also says what passed while the browser was closed. */
export function MorningPane({ session, onShow }: { session: OpenVault; onShow: (filter: QueueFilter) => void }) {
  const { db, userId } = session;
  const today = useToday();
  const answer = useQuery(async () => {
    const mark = await readDigestMark(db, userId);
    if (mark === null || mark.seenDay === mark.lastDay) return null;
    const settings = await readSettings(db);
    return { card: { digest: await readDigest(db, userId, today, mark.sinceDay, settings), since: sinceWords(mark.sinceDay, today) }, before: await escalatedBefore(db, today, settings) };
  }, [db, userId, today]);
  if (answer.state !== 'ready' || answer.value === null) return null;
  const views = {
    overdue: { ownerId: userId, due: 'overdue', sort: 'priority' }, soon: { ownerId: userId, due: 'soon', sort: 'priority' },
    pool: { ownerId: POOL, sort: 'priority' }, team: { ownerId: null, escalated: { before: answer.value.before, besides: [userId, POOL] }, sort: 'next-day' },
  } as const satisfies Record<string, QueueFilter>;
  return <MorningCard {...answer.value.card} onShow={(view) => onShow(views[view])} onPrevention={openPrevention} onDone={() => void sendCommand('digest:seen', {})} />;
}

/** The page is the desk's: from there the same tab, from elsewhere a new one. */
function openPrevention(): void {
  if (location.pathname.endsWith('/desk.html')) location.hash = '#/prevention';
  else void browser.tabs.create({ url: browser.runtime.getURL('/desk.html#/prevention' as '/') });
}
