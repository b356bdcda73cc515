import { useCallback, useState } from 'react';
import type { DayNumber } from '../../../rules/domain/day-number.ts';
import type { ErrorCode } from '../../../rules/protocol/error-codes.ts';
import type { QueueFilter } from '../../../rules/domain/queue-filter.ts';
import type { QueueItem } from '../../../rules/work/queue-item.ts';
import { dayAtPayer } from '../../../rules/work/payer-day.ts';
import { openItems } from '../../../storage/queries/open-items.ts';
import { queuePage } from '../../../storage/queries/queue-page.ts';
import { searchCases } from '../../../storage/queries/search-cases.ts';
import type { OpenVault } from './open-vault.ts';
import { useQuery } from './use-query.ts';

const STEP = 40;
const SEARCH_LIMIT = 60;

export type QueueRows = {
  count: number; itemAt: (index: number) => QueueItem | null; onRange: (first: number, last: number) => void; isReady: boolean; code: ErrorCode | null;
  /** More cases fit the search than are shown. */
  isCut: boolean;
  /** The rows answer the search and the filters as they stand; while it is still looked up, the rows of the one before stay on screen. */
  isCurrent: boolean;
};

/**
 * The rows of the queue or of a search. Only a window around what is in sight is fetched and opened, so that the first rows stand
 * at once and names of cases nobody looks at stay sealed.
 */
export function useQueueRows({ db, vault }: OpenVault, filter: QueueFilter, text: string, today: DayNumber): QueueRows {
  const [start, setStart] = useState(0);
  const size = start === 0 ? STEP : 3 * STEP;
  const view = JSON.stringify(filter);
  const page = useQuery(async () => {
    if (text !== '') {
      const found = await searchCases(db, vault, text, SEARCH_LIMIT + 1);
      const items = found.slice(0, SEARCH_LIMIT);
      return { text, view, offset: 0, total: items.length, items, isCut: found.length > items.length };
    }
    const { rows, total } = await queuePage(db, filter, today, start, size);
    return { text, view, offset: start, total, items: await openItems(db, vault, rows), isCut: false };
  }, [db, vault, view, text, today, start, size]);
  const onRange = useCallback((first: number, last: number) => {
    setStart((before) => {
      const have = before === 0 ? STEP : 3 * STEP;
      const isInside = first >= before && last < before + have;
      return isInside ? before : Math.max(0, Math.floor(first / STEP) * STEP - STEP);
    });
  }, []);
  if (page.state !== 'ready') return { count: 0, itemAt: () => null, onRange, isReady: false, isCut: false, isCurrent: false, code: page.state === 'failed' ? page.code : null };
  const { offset, total, items } = page.value;
  const now = Temporal.Now.instant();
  const itemAt = (index: number): QueueItem | null => {
    const item = items[index - offset];
    return item === undefined ? null : { ...item, payerDay: dayAtPayer(item.cutOff, now) };
  };
  return { count: total, itemAt, onRange, isReady: true, isCut: page.value.isCut, isCurrent: page.value.text === text && (text !== '' || page.value.view === view), code: null };
}
