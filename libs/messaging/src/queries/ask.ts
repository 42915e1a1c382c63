import type { QueryBus } from '@nestjs/cqrs';
import type { QueryMessage } from '../contracts/index.js';

/** Asks the module that owns the answer, in this process. `@QueryHandler(TheQuestion)` answers. */
export const ask = <R>(queries: QueryBus, question: QueryMessage<R>): Promise<R> =>
  queries.execute<QueryMessage<R>, R>(question);
