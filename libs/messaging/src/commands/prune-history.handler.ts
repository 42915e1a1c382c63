import { CommandHandler } from '@nestjs/cqrs';
import { Prune, PruneHistory } from '../contracts/index.js';
import { Handler } from '../handling/handler.js';
import type { Tx } from '../handling/tx.js';

/** Pruning takes longer than a command may, so it is an effect. */
@CommandHandler(PruneHistory)
export class PruneHistoryHandler extends Handler<PruneHistory> {
  handle({ payload: { scope } }: PruneHistory, tx: Tx): Promise<null> {
    tx.perform(new Prune({ scope }));
    return Promise.resolve(null);
  }
}
