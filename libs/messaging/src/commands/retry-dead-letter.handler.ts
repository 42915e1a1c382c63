import { CommandHandler } from '@nestjs/cqrs';
import { Envelope, MAX_HOP, moduleOf, type ResolvedDeadLetter, RetryDeadLetter } from '../contracts/index.js';
import { Handler } from '../handling/handler.js';
import type { Tx } from '../handling/tx.js';
import { derivedId } from '../identity/derived-id.js';
import { Registry } from '../registry/registry.js';
import {
  auditLetter,
  BuriedEffect,
  BuriedReaction,
  type LetterRow,
  lockLetter,
  resolveLetter,
} from './dead-letter-rows.js';
import { lockEffect } from './effect-rows.js';
import { reactAgain } from './react-again.js';
import { DeadLetterUnreadable } from './rejections.js';
import { askAgain } from './retry-effect.handler.js';
import { storeCommand } from './store-command.js';

@CommandHandler(RetryDeadLetter)
export class RetryDeadLetterHandler extends Handler<RetryDeadLetter> {
  constructor(private readonly registry: Registry) {
    super();
  }

  async handle({ payload: { deadLetterId } }: RetryDeadLetter, tx: Tx): Promise<ResolvedDeadLetter> {
    const letter = await lockLetter(tx, deadLetterId);
    const retriedAs = letter.source === 'reaction' ? await this.react(letter, tx) : await this.repeat(letter, tx);
    // A reaction that failed again stays where people see it.
    if (retriedAs === null) return { deadLetterId, state: 'open', retriedAs };
    await resolveLetter(tx, letter, { state: 'retried', retriedAs });
    auditLetter(tx, letter);
    return { deadLetterId, state: 'retried', retriedAs };
  }

  private react(letter: LetterRow, tx: Tx): Promise<string | null> {
    const buried = BuriedReaction.safeParse(letter.envelope);
    if (!buried.success) throw new DeadLetterUnreadable();
    return reactAgain(tx, this.registry, letter, buried.data);
  }

  private async repeat(letter: LetterRow, tx: Tx): Promise<string> {
    const message = Envelope.safeParse(letter.envelope);
    if (message.success && message.data.kind === 'command') return this.sendAgain(letter, message.data, tx);
    const effect = BuriedEffect.safeParse(letter.envelope);
    if (effect.success) return this.performAgain(effect.data.id, tx);
    throw new DeadLetterUnreadable();
  }

  /** The same act of the same sender, next to the dead one in its chain. */
  private async sendAgain(letter: LetterRow, dead: Envelope, tx: Tx): Promise<string> {
    const id = derivedId(letter.id, 'retry');
    const patienceMs = dead.deadline === null ? null : Date.parse(dead.deadline) - Date.parse(dead.acceptedAt);
    await storeCommand(tx, {
      id,
      name: dead.name,
      v: dead.v,
      module: moduleOf(dead.name),
      entityId: dead.entityId,
      organizationId: dead.organizationId,
      payload: dead.payload,
      actor: dead.actor,
      correlationId: dead.correlationId,
      causationId: dead.id,
      hop: Math.min(dead.hop, MAX_HOP),
      traceparent: dead.traceparent,
      deadline: patienceMs === null ? null : new Date(tx.now.getTime() + patienceMs),
      retryOf: dead.id,
    });
    return id;
  }

  /** An effect that is still open was only buried by the broker, and starts afresh as well. */
  private async performAgain(effectId: string, tx: Tx): Promise<string> {
    const effect = await lockEffect(tx, effectId);
    if (effect.state === 'gave_up' || effect.state === 'requested' || effect.state === 'waiting') {
      await askAgain(tx, this.registry, effect);
    }
    return effectId;
  }
}
