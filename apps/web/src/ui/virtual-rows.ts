import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface VirtualRowsOptions {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  heightOf: (index: number) => number;
  keyOf: (index: number) => string;
}

/** The rows of a long list that are near the screen. The one place that calls the library's hook. */
export const useVirtualRows = ({ count, scroller, heightOf, keyOf }: VirtualRowsOptions) =>
  useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 8,
  });

/** So near to the end counts as being there. */
const END = 48;

/**
 * The same for what is read from its end: it opens there, follows what is added or grows while one is there, and does
 * not move when older rows come before. The rows measure themselves.
 */
export function useRowsFromEnd({ count, scroller, heightOf, keyOf }: VirtualRowsOptions) {
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 8,
    anchorTo: 'end',
    scrollEndThreshold: END,
    paddingStart: 12,
    paddingEnd: 12,
  });
  const [isFollowing, setIsFollowing] = useState(true);
  const lastTop = useRef(0);
  const size = virtual.getTotalSize();
  const height = virtual.scrollRect?.height ?? 0;
  useLayoutEffect(() => {
    if (isFollowing) virtual.scrollToEnd();
  }, [virtual, isFollowing, size, height, count]);
  const isAtEnd = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement): boolean =>
    scrollHeight - scrollTop - clientHeight <= END;
  return {
    virtual,
    /** False since somebody went back to read. */
    isFollowing,
    onScroll: (): void => {
      const element = scroller.current;
      if (!element) return;
      const { scrollTop } = element;
      // What grows below moves the end away; only going up leaves it.
      if (isAtEnd(element)) setIsFollowing(true);
      else if (scrollTop < lastTop.current) setIsFollowing(false);
      lastTop.current = scrollTop;
    },
    /** Shows a row in the middle. */
    toRow: (index: number): void => {
      setIsFollowing(false);
      virtual.scrollToIndex(index, { align: 'center' });
      // A row of the last screen moves nothing, so nothing would tell that the end is in view.
      requestAnimationFrame(() => {
        if (scroller.current && isAtEnd(scroller.current)) setIsFollowing(true);
      });
    },
    toEnd: (): void => {
      setIsFollowing(true);
      virtual.scrollToEnd();
    },
  };
}
