import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

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
