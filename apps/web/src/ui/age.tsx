import { ageOf } from './age-of.js';
import { useNow } from './clock.js';

const whole = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

export const timeOf = (at: string): string => whole.format(new Date(at));

/** How long ago, ticking; the whole time is its tooltip. `ago`: as a part of a sentence, `3h ago`. */
export function Age({ at, ago = false }: { at: string; ago?: boolean }) {
  const age = ageOf(at, useNow());
  const inSentence = age === 'now' ? 'just now' : `${age} ago`;
  return (
    <time dateTime={at} title={timeOf(at)} className="whitespace-nowrap">
      {ago ? inSentence : age}
    </time>
  );
}
