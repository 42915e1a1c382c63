import { CommandHandler } from '@nestjs/cqrs';
import { RecordPruning } from '../contracts/index.js';
import { Handler } from '../handling/handler.js';

/** Its outcome in the history is all that is kept of a pruning. */
@CommandHandler(RecordPruning)
export class RecordPruningHandler extends Handler<RecordPruning> {
  handle({ payload: { removed, unfinished, failure } }: RecordPruning): Promise<RecordPruning['result']> {
    return Promise.resolve({ removed, unfinished, failure });
  }
}
