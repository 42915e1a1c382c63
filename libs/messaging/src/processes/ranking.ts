import { createHash } from 'node:crypto';

/** Who consumes a partition, and who stands by. Nobody, when there are too few workers. */
export interface Place {
  holder: string | undefined;
  standby: string | undefined;
}

/**
 * Shares the partitions of a module among its workers: every worker comes to the same places by itself. Each partition
 * goes to the best worker for it (rendezvous hashing) that is not full yet, so no worker has more than one partition
 * more than another, and a worker that comes or goes moves few.
 */
export function placesOf(module: string, partitions: number, workers: readonly string[]): Place[] {
  const held = new Map(workers.map((worker) => [worker, 0]));
  const least = Math.floor(partitions / workers.length);
  let larger = partitions % workers.length;
  return Array.from({ length: partitions }, (_, partition) => {
    const best = ranked(module, partition, workers);
    const holder = best.find((worker) => (held.get(worker) ?? 0) < least + (larger > 0 ? 1 : 0));
    if (holder !== undefined) {
      const now = (held.get(holder) ?? 0) + 1;
      held.set(holder, now);
      if (now > least) larger -= 1;
    }
    return { holder, standby: best.find((worker) => worker !== holder) };
  });
}

/** The workers of a partition, best first. */
function ranked(module: string, partition: number, workers: readonly string[]): string[] {
  const weight = (worker: string) =>
    createHash('sha256')
      .update(`${module}.${String(partition)}\n${worker}`)
      .digest('hex');
  return workers
    .map((worker) => ({ worker, weight: weight(worker) }))
    .sort((a, b) => (a.weight < b.weight ? 1 : -1))
    .map(({ worker }) => worker);
}
