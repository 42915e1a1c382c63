import { useSyncExternalStore } from 'react';

/** How much room a page has: three panes, two, one with drawers, or one with a bar of places. */
export type Width = 'wide' | 'medium' | 'narrow' | 'phone';

const LEAST: readonly (readonly [Width, string])[] = [
  ['wide', '(min-width: 1280px)'],
  ['medium', '(min-width: 900px)'],
  ['narrow', '(min-width: 600px)'],
];

function subscribe(listener: () => void): () => void {
  const queries = LEAST.map(([, query]) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

const width = (): Width => LEAST.find(([, query]) => matchMedia(query).matches)?.[0] ?? 'phone';

export const useWidth = (): Width => useSyncExternalStore(subscribe, width);

/** Whether the list has room beside the centre. */
export const useIsBeside = (): boolean => {
  const now = useWidth();
  return now === 'wide' || now === 'medium';
};

/** Whether the details have room beside the centre. */
export const useIsWide = (): boolean => useWidth() === 'wide';
