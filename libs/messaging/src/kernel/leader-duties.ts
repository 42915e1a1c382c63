import { setTimeout as wait } from 'node:timers/promises';
import { WakeDue } from '../effects/wake-due.js';
import type { Relay } from '../relay/relay.js';
import { Schedules } from '../schedules/schedules.js';
import { sampleGauges } from '../history/sample-gauges.js';
import type { Kernel } from './kernel.js';

const LOOK_MS = 1_000;
const SAMPLE_EVERY = 5;

/** What one worker does for all: relay, schedules, effects that lie idle, gauges. */
export class LeaderDuties {
  constructor(
    private readonly kernel: Kernel,
    private readonly relay: Relay,
  ) {}

  /** Until the term ends. Throws when the database goes away. */
  async lead(term: AbortSignal): Promise<void> {
    const { metrics } = this.kernel;
    metrics.leader.set(1);
    const ended = new AbortController();
    const either = AbortSignal.any([term, ended.signal]);
    const end = () => {
      ended.abort();
    };
    try {
      const duties = [this.relay.run(either), this.look(either)];
      for (const duty of duties) duty.then(end, end);
      const results = await Promise.allSettled(duties);
      const failure = results.find((result) => result.status === 'rejected');
      if (failure) throw failure.reason;
    } finally {
      metrics.leader.set(0);
    }
  }

  private async look(term: AbortSignal): Promise<void> {
    const { pool, partitionFor, metrics, transport, registry, database } = this.kernel;
    const schedules = new Schedules(pool, partitionFor, metrics);
    const effects = new WakeDue(pool, transport);
    await schedules.reconcile(registry.schedules);
    for (let turn = 0; !term.aborted; turn += 1) {
      await schedules.fire();
      if (!transport.awaySince()) await effects.look(turn === 0);
      if (turn % SAMPLE_EVERY === 0) await sampleGauges(database, metrics);
      await pause(term);
    }
  }
}

async function pause(term: AbortSignal): Promise<void> {
  try {
    await wait(LOOK_MS, undefined, { signal: term });
  } catch (error) {
    // The term ended while it waited; the loop sees it.
    if (!term.aborted) throw error;
  }
}
