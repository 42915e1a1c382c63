import { CommandHandler } from '@nestjs/cqrs';
import { CancelEffect, type ChangedEffect } from '../contracts/index.js';
import { Handler } from '../handling/handler.js';
import type { Tx } from '../handling/tx.js';
import { readMessage } from '../registry/read-message.js';
import { Registry } from '../registry/registry.js';
import { type EffectForChange, lockEffect } from './effect-rows.js';
import { EffectNotCancellable, EffectSettled } from './rejections.js';
import { storeAs } from './store-command.js';

const ENDED = new Set(['succeeded', 'gave_up', 'cancelled']);

@CommandHandler(CancelEffect)
export class CancelEffectHandler extends Handler<CancelEffect> {
  constructor(private readonly registry: Registry) {
    super();
  }

  async handle({ payload: { effectId } }: CancelEffect, tx: Tx): Promise<ChangedEffect> {
    const effect = await lockEffect(tx, effectId);
    if (ENDED.has(effect.state)) throw new EffectSettled(effect.state);
    const isRunning = effect.state === 'running';
    if (isRunning) this.tellHolder(effect, tx);
    else await this.end(effect, tx);
    tx.audit({
      subject: { type: 'effect', id: effectId },
      streamId: effect.organization_id ?? '0',
      details: { name: effect.name, module: effect.module },
    });
    return { effectId, state: isRunning ? 'running' : 'cancelled' };
  }

  private tellHolder(effect: EffectForChange, tx: Tx): void {
    const { definition } = this.registry.effect(effect.name, effect.v);
    if (definition.retry === 'never') throw new EffectNotCancellable();
    tx.signal(effect.id, { type: 'cancel' });
  }

  /**
   * An entity that cancels knows that it did; here a person does, so the entity is told in the way that it expects
   * anyway: the effect gave up.
   */
  private async end(effect: EffectForChange, tx: Tx): Promise<void> {
    const message = readMessage(this.registry.effect(effect.name, effect.v), effect);
    const report = this.registry.effectHandler(effect.name).giveUp(message, {
      code: 'effect.cancelled',
      message: 'A person cancelled it before it was done.',
      retryable: true,
      attempts: effect.attempt,
    });
    const origin = {
      actor: {
        kind: 'system' as const,
        module: effect.module,
        ...(effect.on_behalf_of === null ? {} : { onBehalfOf: effect.on_behalf_of }),
      },
      correlationId: effect.correlation_id,
      causationId: effect.id,
      hop: effect.hop + 1,
      traceparent: effect.traceparent,
    };
    const reportId = await storeAs(tx, report, origin, tx.derivedId('report'));
    await tx.sql`
      update messaging.effect set state = 'cancelled', finished_at = clock_timestamp(), report_id = ${reportId},
        last_code = 'effect.cancelled', last_error = 'A person cancelled it before it was done.'
      where id = ${effect.id}`;
  }
}
