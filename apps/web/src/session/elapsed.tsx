import { useSecond } from '../ui/clock.js';
import { spanOf } from './words.js';

/** How long something goes on already, counting. */
export function Elapsed({ since }: { since: string }) {
  return <span className="whitespace-nowrap">{spanOf(useSecond() - Date.parse(since))}</span>;
}

/** How long until something happens, counting. Nothing when that time is over. */
export function Remaining({ until, before = '' }: { until: string; before?: string }) {
  const left = Date.parse(until) - useSecond();
  return left <= 0 ? null : (
    <span className="whitespace-nowrap">
      {before}
      {spanOf(left)}
    </span>
  );
}
