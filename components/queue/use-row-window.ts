import { useEffect, useLayoutEffect, useReducer, useState } from 'react';
import type { RefObject } from 'react';
import { defaultRangeExtractor, elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/react-virtual';

export type RowWindow = { total: number; rows: { index: number; start: number }[]; first: number; last: number; reveal: (index: number) => void };

/**
 * Which rows of a long list of equal rows are in sight. `kept` is a row that must exist even when it is scrolled away, because
 * something points at it by id. The library's core is used without its hook, whose mutable answers React's lint rightly refuses.
 */
export function useRowWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number, kept: number): RowWindow {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count, overscan: 6, getScrollElement: () => box.current, estimateSize: () => rowHeight, observeElementRect, observeElementOffset, scrollToFn: elementScroll,
    onChange: () => redraw(), initialRect: { width: 400, height: 480 },
    rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => [...new Set([...defaultRangeExtractor(range), ...(kept < count ? [kept] : [])])].sort((a, b) => a - b),
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtual.setOptions(options);
  useEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return {
    total: virtual.getTotalSize(), rows: virtual.getVirtualItems().map(({ index, start }) => ({ index, start })), first: virtual.range?.startIndex ?? 0, last: virtual.range?.endIndex ?? 0,
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
