import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useIsPhone, useMedia } from '@/lib/use-media.js';
import type { ListRow } from './list-column.js';
import type { ListPages } from './use-list-pages.js';
import { useScrollMemory } from './use-scroll-memory.js';

const ROW = 36;
const TOUCH_ROW = 44;
const CARD = 60;
/** The sticky head of the table, which must not cover the row that is walked to. */
const HEAD = 33;
/** Rows before the end at which the next page is asked for. */
const AHEAD = 30;

/** Only the rows in view are drawn, and the next page comes before the end is reached. */
export function useVirtualRows<T extends ListRow>(count: number, pages: ListPages<T>, sort: string) {
  const scroller = useRef<HTMLDivElement>(null);
  const isPhone = useIsPhone();
  const isTouch = useMedia('(pointer: coarse)');
  const height = isPhone ? CARD : isTouch ? TOUCH_ROW : ROW;
  const memory = useScrollMemory(sort);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialOffset: memory.initial,
    scrollPaddingStart: isPhone ? 0 : HEAD,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, height]);
  const shown = useRef(memory.key);
  useEffect(() => {
    // Another question is read from its beginning.
    if (shown.current !== memory.key) scroller.current?.scrollTo({ top: 0 });
    shown.current = memory.key;
  }, [memory.key]);
  const items = virtualizer.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= count - AHEAD;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isNearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return { scroller, virtualizer, items, height, isPhone, onScroll: () => memory.remember(scroller.current?.scrollTop ?? 0) };
}
