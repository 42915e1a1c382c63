import { ageOf } from './age-of.js';
import { useNow } from './clock.js';

const whole = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

export const timeOf = (at: string): string => whole.format(new Date(at));

/** How long ago, ticking; the whole time is its tooltip. */
export function Age({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={timeOf(at)} className="whitespace-nowrap">
      {ageOf(at, now)}
    </time>
  );
}
