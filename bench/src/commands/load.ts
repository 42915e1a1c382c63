import { createHistogram, type Histogram } from 'node:perf_hooks';

/** What one run of a load showed. */
export interface Figures {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
}

/**
 * Keeps `inFlight` calls under way until `total` are done and tells how fast they were.
 * The first tenth warms up and does not count.
 */
export async function load(total: number, inFlight: number, call: (index: number) => Promise<void>): Promise<Figures> {
  const times = createHistogram();
  const warm = Math.floor(total / 10);
  await keep(warm, inFlight, 0, call, null);
  const started = performance.now();
  await keep(total - warm, inFlight, warm, call, times);
  const seconds = (performance.now() - started) / 1000;
  return {
    perSecond: Math.round((total - warm) / seconds),
    p50: ms(times, 50),
    p95: ms(times, 95),
    p99: ms(times, 99),
  };
}

const ms = (times: Histogram, percentile: number): number => Math.round(times.percentile(percentile) / 1e4) / 100;

async function keep(
  count: number,
  inFlight: number,
  first: number,
  call: (index: number) => Promise<void>,
  times: ReturnType<typeof createHistogram> | null,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (next < count) {
        const index = next;
        next += 1;
        const started = performance.now();
        await call(first + index);
        times?.record(Math.max(1, Math.round((performance.now() - started) * 1e6)));
      }
    }),
  );
}

/** The middle one of several runs, by their rate. */
export function median(runs: Figures[]): Figures {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new RangeError('no runs');
  return middle;
}
