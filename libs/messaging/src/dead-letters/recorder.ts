import { setTimeout as wait } from 'node:timers/promises';
import type { Envelope, Reply } from '../contracts/index.js';
import type { Database } from '../database/database.js';
import { isPassing } from '../database/failures.js';
import type { Log } from '../logging/log.js';
import type { Registry } from '../registry/registry.js';
import { UnknownMessage } from '../registry/unknown-message.js';
import type { Consumer, Delivery, Transport } from '../transport/transport.js';
import { type Cause, recordDead, recordRaw } from './record-dead.js';
import { envelopeIn, idOfBody, MOST_RAW_BYTES } from './unreadable.js';

export interface RecorderParts {
  transport: Pick<Transport, 'consumeDead' | 'reply' | 'broadcast'>;
  database: Pick<Database, 'transaction'>;
  registry: Registry;
  log: Log;
}

const LONGEST_PAUSE_MS = 30_000;

/**
 * Writes down what ended in the `<module>.dead` queues. A delivery is kept in hand until its letter is stored: given
 * back it would come again at once, and after enough deliveries the broker would throw it away.
 */
export class DeadLetterRecorder {
  private readonly stopped = new AbortController();
  private readonly underWay = new Set<Promise<void>>();
  private consumers: Consumer[] = [];

  constructor(private readonly parts: RecorderParts) {}

  async start(modules: readonly string[]): Promise<void> {
    for (const module of modules) {
      this.consumers.push(
        await this.parts.transport.consumeDead(module, (delivery) => {
          const done = this.receive(delivery).finally(() => this.underWay.delete(done));
          this.underWay.add(done);
        }),
      );
    }
  }

  /** Takes nothing more; what is not stored yet goes back to its queue with the consumer. */
  async stop(): Promise<void> {
    const { consumers } = this;
    this.consumers = [];
    await Promise.all(consumers.map((consumer) => consumer.cancel()));
    this.stopped.abort();
    await Promise.all(this.underWay);
    await Promise.all(consumers.map((consumer) => consumer.close()));
  }

  private async receive(delivery: Delivery): Promise<void> {
    for (let pause = 1_000; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.record(delivery);
        delivery.ack();
        return;
      } catch (error) {
        const fields = { module: delivery.module, reason: error instanceof Error ? error.message : String(error) };
        if (isPassing(error)) this.parts.log.warn(fields, 'a dead letter cannot be stored yet');
        else this.parts.log.error(fields, 'a dead letter cannot be stored');
      }
      if (await this.stoppedWithin(pause)) return;
    }
  }

  private async record({ body, module }: Delivery): Promise<void> {
    const read = envelopeIn(body);
    const raw = body.subarray(0, MOST_RAW_BYTES);
    if (!read) {
      const id = idOfBody(module, body);
      await this.parts.database.transaction((sql) => recordRaw(sql, id, module, raw));
      this.parts.log.error({ deadLetterId: id, module, code: 'envelope.malformed' }, 'dead letter');
      return;
    }
    const { envelope, isStorable } = read;
    const cause = this.causeOf(envelope);
    const buried = await this.parts.database.transaction((sql) =>
      recordDead(sql, envelope, cause, isStorable ? null : raw),
    );
    if (!buried) return;
    this.parts.log.error({ deadLetterId: envelope.id, name: envelope.name, code: cause.code }, 'dead letter');
    if (envelope.kind === 'command') this.tell(envelope, cause);
  }

  private causeOf({ kind, name, v }: Envelope): Cause {
    try {
      if (kind === 'command') this.parts.registry.command(name, v);
      if (kind === 'effect') this.parts.registry.effect(name, v);
    } catch (error) {
      if (error instanceof UnknownMessage) return { code: 'envelope.unknown', message: error.message };
      throw error;
    }
    return {
      code: 'internal',
      message: 'It was delivered too often without being settled; its worker ended each time.',
    };
  }

  /** Whoever waits hears of it; both may be lost. */
  private tell({ id, replyTo, actor }: Envelope, { code }: Cause): void {
    const message = 'It could not be handled; an operator sees it among the dead letters.';
    const reply: Reply = { commandId: id, outcome: 'dead', code, kind: null, message, result: null };
    if (replyTo !== null) this.parts.transport.reply(replyTo, [reply]);
    if (actor.kind !== 'user') return;
    const outcome = { userId: actor.userId, commandId: id, outcome: 'dead' as const, code, message };
    this.parts.transport.broadcast({ kind: 'outcomes', outcomes: [outcome] });
  }

  private async stoppedWithin(ms: number): Promise<boolean> {
    try {
      await wait(ms, undefined, { signal: this.stopped.signal, ref: false });
      return false;
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return true;
      throw error;
    }
  }
}
