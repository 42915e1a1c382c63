import { useEffect, useState } from 'react';

const QUIET_MS = 200;

/** What was typed, once the typing paused: so that a search asks once for a word, not once for each letter. */
export function useDebounced(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
