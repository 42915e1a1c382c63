import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { CommandMessage, Reply } from '../contracts/index.js';
import type { Failpoints } from '../failpoints/failpoints.js';
import { recordedReply } from '../handling/announce.js';
import type { Metrics } from '../metrics/metrics.js';
import { IdempotencyKeyReused } from '../rejections/failures.js';
import type { AcceptQueue, AcceptRow } from './accept-queue.js';
import { type Accepted, CommandSender, type Requested, type SendContext } from './command-sender.js';
import { outgoingRow, type PartitionFor } from './outgoing-row.js';
import { acceptSpan } from '../tracing/row-spans.js';
import type { ReplyDesk } from './reply-desk.js';

const LONGEST_WAIT_MS = 10_000;

/** Sends through the outbox; replies are a shortcut, the inbox is the truth. */
export class OutboxSender extends CommandSender {
  constructor(
    private readonly queue: AcceptQueue,
    private readonly pool: Pool,
    private readonly partitionFor: PartitionFor,
    private readonly desk: ReplyDesk,
    private readonly failpoints: Failpoints,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async send(commands: readonly CommandMessage[], context: SendContext): Promise<Accepted[]> {
    return this.accept(commands.map((command) => this.row(command, context, null)));
  }

  async request(command: CommandMessage, context: SendContext, timeoutMs = LONGEST_WAIT_MS): Promise<Requested> {
    const row = this.row(command, context, this.desk.replyTo);
    const waiting = this.desk.expect(row.id);
    try {
      const [accepted] = await this.accept([row]);
      if (!accepted) throw new Error('A stored command has no answer.');
      // A repeat under a used key: the first command's reply went to whoever sent it, so the inbox is asked.
      const reply = accepted.replayed
        ? await this.settled(accepted.commandId, timeoutMs)
        : ((await waiting.within(timeoutMs)) ?? (await this.recorded(row.id)));
      if (reply) return { ...accepted, state: 'settled', reply };
      this.metrics.timedOut.inc();
      return { ...accepted, state: 'pending' };
    } finally {
      waiting.forget();
    }
  }

  async settled(commandId: string, timeoutMs: number): Promise<Reply | null> {
    const waiting = this.desk.expect(commandId);
    try {
      const end = Date.now() + timeoutMs;
      for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
        const reply = await this.recorded(commandId);
        const left = end - Date.now();
        if (reply || left <= 0) return reply;
        const heard = await waiting.within(Math.min(pause, left));
        if (heard) return heard;
      }
    } finally {
      waiting.forget();
    }
  }

  private async recorded(commandId: string): Promise<Reply | null> {
    const [reply] = await recordedReply(this.pool, commandId);
    return reply ?? null;
  }

  private accept(rows: AcceptRow[]): Promise<Accepted[]> {
    const span = acceptSpan(rows);
    return span ? span.around(() => this.store(rows)) : this.store(rows);
  }

  private async store(rows: AcceptRow[]): Promise<Accepted[]> {
    const stored = await this.queue.accept(rows);
    const accepted = stored.map(({ id, fresh, requestHash }, index) => {
      const row = rows[index];
      if (!fresh && row && row.request_hash !== (requestHash?.toString('hex') ?? null))
        throw new IdempotencyKeyReused();
      if (fresh && row) this.metrics.accepted.inc({ module: row.module, name: row.name });
      return { commandId: id, replayed: !fresh };
    });
    await this.failpoints.pass('accept.committed');
    return accepted;
  }

  private row(command: CommandMessage, context: SendContext, replyTo: string | null): AcceptRow {
    const id = randomUUID();
    const origin = {
      actor: context.actor,
      correlationId: context.correlationId ?? id,
      causationId: null,
      hop: 0,
      traceparent: context.traceparent ?? null,
    };
    return {
      ...outgoingRow(command, 'command', origin, this.partitionFor, id),
      reply_to: replyTo,
      idempotency_key: context.idempotency?.key ?? null,
      request_hash: context.idempotency?.requestHash.toString('hex') ?? null,
    };
  }
}
