import { useEffect, useState } from 'react';
import { coloursOf, knownColours } from './colours.js';
import type { ColouredCode } from './tokens.js';

/** Code that still grows is asked for when it pauses. */
const QUIET_MS = 80;

/** Colours of a code, once they are known; those of a beginning of it while it grows. */
export function useColours(text: string, language: string): ColouredCode | null {
  const [found, setFound] = useState<ColouredCode | null>(null);
  const known = found?.text === text ? found : knownColours(text, language);
  const isKnown = known !== null;
  useEffect(() => {
    if (isKnown) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      void coloursOf(text, language).then((colours) => {
        if (isWanted && colours) setFound(colours);
      });
    }, QUIET_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, language, isKnown]);
  return known ?? found;
}
