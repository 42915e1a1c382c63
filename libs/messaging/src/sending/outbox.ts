import { randomUUID } from 'node:crypto';
import type { SqlRunner } from '../database/sql.js';
import type { CommandMessage } from '../contracts/index.js';
import type { SendContext } from './command-sender.js';
import { acceptSpan } from '../tracing/row-spans.js';
import { outgoingRow, type PartitionFor } from './outgoing-row.js';

/** Who sends, and which request it belongs to. */
export type PutContext = Pick<SendContext, 'actor' | 'correlationId' | 'traceparent'>;

/**
 * Sends commands together with rows that the API itself writes (auth rows, receipts): all of it is committed, or
 * nothing. Everything else is sent with `CommandSender`.
 */
export abstract class Outbox {
  /** Stores the commands in this order, in the transaction of `sql`. Returns their ids. */
  abstract put(sql: SqlRunner, commands: readonly CommandMessage[], context: PutContext): Promise<string[]>;
}

export class StoredOutbox extends Outbox {
  constructor(private readonly partitionFor: PartitionFor) {
    super();
  }

  override async put(sql: SqlRunner, commands: readonly CommandMessage[], context: PutContext): Promise<string[]> {
    if (commands.length === 0) return [];
    const correlationId = context.correlationId ?? randomUUID();
    const origin = {
      actor: context.actor,
      correlationId,
      causationId: null,
      hop: 0,
      traceparent: context.traceparent ?? null,
    };
    const rows = commands.map((command, ordinal) => ({
      ordinal,
      ...outgoingRow(command, 'command', origin, this.partitionFor),
      reply_to: null,
      idempotency_key: null,
      request_hash: null,
    }));
    const span = acceptSpan(rows);
    const stored = () => sql`select ordinal from messaging.accept(${JSON.stringify(rows)}::jsonb)`;
    await (span ? span.around(stored) : stored());
    return rows.map(({ id }) => id);
  }
}
