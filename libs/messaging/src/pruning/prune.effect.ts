import { Prune, RecordPruning } from '../contracts/index.js';
import { Database } from '../database/database.js';
import type { Attempt } from '../effects/attempt.js';
import { type Failure, PerformEffect, type PerformsEffect } from '../effects/effect-handler.js';
import { HistoryLimits } from './history-limits.js';
import { pruneOutboxWindow } from './prune-outbox.js';
import { pruneEffects, pruneLetters, pruneOldDeltas, pruneSurplusDeltas, type PruneRows } from './prune-rows.js';

/** A run stops after this long; what is left is the next run's. */
const LONGEST_RUN_MS = 60_000;

const STEPS = {
  history: [
    ['effects', pruneEffects],
    ['deadLetters', pruneLetters],
  ],
  deltas: [
    ['deltas', pruneOldDeltas],
    ['deltas', pruneSurplusDeltas],
  ],
} as const satisfies Record<string, readonly (readonly [string, PruneRows])[]>;

/**
 * Removes what the history need not keep. Each statement is a commit of its own and removes 1,000 rows at most, so that
 * nobody waits for it; doing it twice removes nothing twice, so the statements need no lease.
 */
@PerformEffect(Prune)
export class PruneEffect implements PerformsEffect<Prune> {
  constructor(
    private readonly database: Database,
    private readonly limits: HistoryLimits,
  ) {}

  async perform({ payload: { scope } }: Prune, attempt: Attempt): Promise<RecordPruning> {
    const over = Date.now() + LONGEST_RUN_MS;
    const goesOn = () => Date.now() < over && !attempt.abort.aborted;
    const removed: Record<string, number> = {};
    const count = (what: string, rows: number) => {
      removed[what] = (removed[what] ?? 0) + rows;
    };
    if (scope === 'history') await this.pruneOutbox(goesOn, count);
    for (const [what, prune] of STEPS[scope]) {
      for (let rows = 1; rows > 0 && goesOn();) count(what, (rows = await prune(this.database.sql)));
    }
    return new RecordPruning({ scope, removed, unfinished: !goesOn(), failure: null });
  }

  giveUp({ payload: { scope } }: Prune, { code, message }: Failure): RecordPruning {
    const failure = `${code}: ${message}`.slice(0, 500);
    return new RecordPruning({ scope, removed: {}, unfinished: true, failure });
  }

  private async pruneOutbox(goesOn: () => boolean, count: (what: string, rows: number) => void): Promise<void> {
    for (let after: string | null = '0'; after !== null && goesOn();) {
      const window = await pruneOutboxWindow(this.database.sql, after, this.limits.days);
      count('commands', window.commands);
      count('messages', window.messages);
      after = window.last;
    }
  }
}
