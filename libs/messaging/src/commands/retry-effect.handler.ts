import { CommandHandler } from '@nestjs/cqrs';
import { actorKey, type ChangedEffect, RetryEffect } from '../contracts/index.js';
import { Handler } from '../handling/handler.js';
import type { Tx } from '../handling/tx.js';
import { readMessage } from '../registry/read-message.js';
import { Registry } from '../registry/registry.js';
import { type EffectForChange, lockEffect, renewEffect } from './effect-rows.js';
import { EffectNotGivenUp, EffectSuperseded } from './rejections.js';

/** What `effect()` gives an effect that declares no deadline. */
const USUAL_DEADLINE_MS = 5 * 60_000;

/**
 * Opens an effect that gave up, after its module agreed, and renews one that was only buried on its way. Rejects with
 * `effect.superseded` when the entity went on without it.
 */
export async function askAgain(tx: Tx, registry: Registry, effect: EffectForChange): Promise<void> {
  const type = registry.effect(effect.name, effect.v);
  if (effect.state === 'gave_up') {
    const wanted = await registry.effectHandler(effect.name).canRetry?.(readMessage(type, effect));
    if (wanted === false) throw new EffectSuperseded();
  }
  await renewEffect(tx, effect.id, type.definition.deadlineMs ?? USUAL_DEADLINE_MS);
}

@CommandHandler(RetryEffect)
export class RetryEffectHandler extends Handler<RetryEffect> {
  constructor(private readonly registry: Registry) {
    super();
  }

  async handle({ payload: { effectId } }: RetryEffect, tx: Tx): Promise<ChangedEffect> {
    const effect = await lockEffect(tx, effectId);
    if (effect.state !== 'gave_up') throw new EffectNotGivenUp(effect.state);
    await askAgain(tx, this.registry, effect);
    // The bug that buried it is tried again as well.
    await tx.sql`
      update messaging.dead_letter set state = 'retried', resolved_by = ${actorKey(tx.actor)},
        resolved_at = clock_timestamp(), retried_as = ${effectId}
      where state = 'open' and source = 'effect' and envelope->>'id' = ${effectId}`;
    tx.audit({
      subject: { type: 'effect', id: effectId },
      streamId: effect.organization_id ?? '0',
      details: { name: effect.name, module: effect.module },
    });
    return { effectId, state: 'requested' };
  }
}
