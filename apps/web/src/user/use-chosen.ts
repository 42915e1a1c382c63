import { useState } from 'react';

/**
 * What somebody just chose, shown at once over what is stored, until the store tells something new. `takeBack` is for a
 * choice that was not saved.
 */
export function useChosen<T extends object>(stored: T | null) {
  const [chosen, setChosen] = useState<{ over: T | null; change: Partial<T> } | null>(null);
  const change = chosen?.over === stored ? chosen.change : null;
  return {
    shown: stored && change ? { ...stored, ...change } : stored,
    choose: (more: Partial<T>): void => {
      setChosen({ over: stored, change: { ...change, ...more } });
    },
    takeBack: (): void => {
      setChosen(null);
    },
  };
}
