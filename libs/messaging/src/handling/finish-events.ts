import type { EventMessage } from '../contracts/index.js';
import { isPassing } from '../database/failures.js';
import { type RegisteredReaction, type Registry, versionOf } from '../registry/registry.js';
import type { PartitionFor } from '../sending/outgoing-row.js';
import { outgoingRow } from '../sending/outgoing-row.js';
import { definitionOf } from '../sending/definition-of.js';
import type { CommandTx } from './command-tx.js';

/**
 * Turns what a handler told into rows: the event, its frames, and the commands of its reactions. No second queue,
 * so no lost reaction, and no reaction without its event.
 */
export async function finishEvents(tx: CommandTx, registry: Registry, partitionFor: PartitionFor): Promise<void> {
  for (const event of tx.told) {
    const row = outgoingRow(event, 'event', tx.origin(), partitionFor, tx.nextId());
    tx.product.sent.push({ ...row, retry_of: null });
    for (const shower of registry.framesOf(row.name)) {
      for (const frame of shower.frames(event)) tx.product.frames.push({ event: row.id, ...frame });
    }
    for (const reaction of registry.reactionsTo(row.name)) await react(tx, event, row.id, reaction);
  }
}

/** A reaction that throws does not fail the command; it becomes a dead letter that can be tried again. */
async function react(tx: CommandTx, event: EventMessage, eventId: string, reaction: RegisteredReaction): Promise<void> {
  try {
    const commands = await reaction.instance.react(event, tx);
    const origin = { ...tx.origin(reaction.module), causationId: eventId, hop: tx.envelope.hop + 2 };
    commands.forEach((command, index) => {
      tx.sendAs(
        command,
        origin,
        tx.derivedId(`reaction ${eventId} ${reaction.module} ${reaction.name} ${String(index)}`),
      );
    });
  } catch (error) {
    if (isPassing(error) || !(error instanceof Error)) throw error;
    tx.product.letters.push({
      id: tx.derivedId(`letter ${eventId} ${reaction.module} ${reaction.name}`),
      source: 'reaction',
      module: reaction.module,
      organization_id: tx.envelope.organizationId,
      envelope: {
        event: definitionOf(event).name,
        v: versionOf(definitionOf(event)),
        eventId,
        reaction: reaction.name,
        payload: event.payload,
        cause: tx.envelope,
      },
      code: 'internal',
      message: error.message,
      stack: error.stack ?? null,
      attempts: 1,
    });
  }
}
