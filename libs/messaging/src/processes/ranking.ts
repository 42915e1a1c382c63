import { createHash } from 'node:crypto';

/**
 * The workers of a partition, best first (rendezvous hashing): every worker comes to the same list by itself, and a
 * worker that comes or goes moves only the partitions it gains or leaves.
 */
export function ranked(module: string, partition: number, workers: readonly string[]): string[] {
  const weight = (worker: string) =>
    createHash('sha256')
      .update(`${module}.${String(partition)}\n${worker}`)
      .digest('hex');
  return workers
    .map((worker) => ({ worker, weight: weight(worker) }))
    .sort((a, b) => (a.weight < b.weight ? 1 : -1))
    .map(({ worker }) => worker);
}
