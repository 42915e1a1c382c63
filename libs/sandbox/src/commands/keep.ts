import type { Tx } from '@foundry/messaging';
import type { Intent } from '../domain/intents.js';
import { Sandbox } from '../domain/sandbox.entity.js';
import type { Moment } from '../domain/sandbox-transitions.js';

export const momentOf = (tx: Tx): Moment => ({ now: tx.now, id: (label) => tx.derivedId(label) });

/** Loads the sandbox of this organization; another one's answers as unknown. */
export async function loadSandbox(tx: Tx, of: { organizationId: string; sandboxId: string }): Promise<Sandbox> {
  return tx.load(Sandbox, { sandboxId: of.sandboxId, organizationId: of.organizationId });
}

/** Saves the sandbox with everything that it decided: effects, events, deadlines, ends of machines. */
export async function keep(tx: Tx, sandbox: Sandbox): Promise<void> {
  const intents = sandbox.takeIntents();
  for (const intent of intents) {
    if (intent.kind !== 'ask') continue;
    const effectId = tx.perform(intent.effect);
    if (intent.as) sandbox.remember(intent.as, effectId);
  }
  await tx.save(sandbox);
  for (const intent of intents) await enact(tx, sandbox, intent);
}

async function enact(tx: Tx, sandbox: Sandbox, intent: Intent): Promise<void> {
  const { sandboxId } = sandbox;
  switch (intent.kind) {
    case 'ask':
      return;
    case 'tell':
      tx.emit(intent.event);
      return;
    case 'cancel':
      tx.cancelEffect(intent.effectId);
      return;
    case 'schedule':
      tx.schedule(intent.key, intent.at, intent.command);
      return;
    case 'unschedule':
      tx.unschedule(intent.key);
      return;
    case 'generationReady':
      await tx.sql`update sandbox.generations set ready_at = coalesce(ready_at, ${tx.now})
        where sandbox_id = ${sandboxId} and generation = ${intent.generation}`;
      return;
    case 'ran':
      await tx.sql`update sandbox.generations set running_seconds = running_seconds + ${intent.seconds}
        where sandbox_id = ${sandboxId} and generation = ${intent.generation}`;
      return;
    case 'generationEnded':
      await tx.sql`update sandbox.generations set ended_at = ${tx.now}, end_reason = ${intent.reason}
        where sandbox_id = ${sandboxId} and generation = ${intent.generation}`;
      await tx.sql`update sandbox.processes set status = 'lost', exited_at = ${tx.now}, version = version + 1
        where sandbox_id = ${sandboxId} and generation = ${intent.generation} and status in ('starting', 'running')`;
      await tx.sql`update sandbox.checkpoints set of_loss = true where checkpoint_id = ${intent.lostCheckpointId}`;
      return;
  }
}

/** The person who began this, directly or through another module's command. */
export function personOf({ actor }: Pick<Tx, 'actor'>): string | null {
  return actor.kind === 'user' ? actor.userId : (actor.onBehalfOf ?? null);
}
