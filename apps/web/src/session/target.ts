import { useState } from 'react';
import { useTaskSearch } from '../task/use-task-search.js';

/** An entry of the transcript that somebody wants to see. Another object is another wish, also for the same entry. */
export interface Target {
  readonly seq: number;
  /** The focus goes there too. */
  readonly withFocus: boolean;
}

/** The entry that the address names, and how to go to another one. */
export function useTarget() {
  const { search, change } = useTaskSearch();
  const asked = search.item;
  const [wish, setWish] = useState<Target | null>(() => (asked === undefined ? null : { seq: asked, withFocus: true }));
  const [known, setKnown] = useState(asked);
  if (asked !== known) {
    setKnown(asked);
    // An address that changed by itself, by going back for example, is a wish too.
    if (asked !== undefined && asked !== wish?.seq) setWish({ seq: asked, withFocus: true });
  }
  return {
    target: asked === undefined ? null : wish,
    go: (seq: number, withFocus: boolean): void => {
      setWish({ seq, withFocus });
      change({ item: seq });
    },
    leave: (): void => {
      if (asked !== undefined) change({ item: undefined });
    },
  };
}

/** The address of an entry, for somebody else. */
export function linkOf(page: string, sessionId: string, seq: number): string {
  const { origin, pathname } = new URL(page);
  return `${origin}${pathname}?session=${sessionId}&item=${seq}`;
}
