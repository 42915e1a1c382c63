import type { CommandMessage, SystemActor } from '../contracts/index.js';
import { isDatabaseError, isPassing } from '../database/failures.js';
import { onBehalfOf } from '../handling/on-behalf-of.js';
import type { Tx } from '../handling/tx.js';
import { derivedId } from '../identity/derived-id.js';
import { readMessage } from '../registry/read-message.js';
import type { Registry } from '../registry/registry.js';
import type { BuriedReaction, LetterRow } from './dead-letter-rows.js';
import { DeadLetterUnreadable } from './rejections.js';
import { storeAs } from './store-command.js';

/**
 * Runs one reaction once more on the event of then; its commands get the ids that they would have had. Returns the
 * event's id, or null when it failed again, which the letter then tells.
 */
export async function reactAgain(
  tx: Tx,
  registry: Registry,
  letter: LetterRow,
  buried: BuriedReaction,
): Promise<string | null> {
  const reaction = registry
    .reactionsTo(buried.event)
    .find(({ module, name }) => module === letter.module && name === buried.reaction);
  if (!reaction) throw new DeadLetterUnreadable();
  const type = registry.event(buried.event, buried.v ?? 1);
  const event =
    buried.v === undefined ? type.from(buried.payload) : readMessage(type, { v: buried.v, payload: buried.payload });
  let commands: CommandMessage[];
  try {
    commands = await reaction.instance.react(event, tx);
  } catch (error) {
    // A refused statement spoiled the transaction, so there is nothing left to write the failure with.
    if (isPassing(error) || isDatabaseError(error) || !(error instanceof Error)) throw error;
    await tx.sql`
      update messaging.dead_letter set attempts = attempts + 1, message = ${error.message}, stack = ${error.stack ?? null}
      where id = ${letter.id}`;
    return null;
  }
  for (const [index, command] of commands.entries()) await sendOf(tx, buried, reaction.module, command, index);
  return buried.eventId;
}

async function sendOf(
  tx: Tx,
  { cause, eventId, reaction }: BuriedReaction,
  module: string,
  command: CommandMessage,
  index: number,
): Promise<void> {
  const person = onBehalfOf(cause.actor);
  const actor: SystemActor = { kind: 'system', module, ...(person === null ? {} : { onBehalfOf: person }) };
  const origin = {
    actor,
    correlationId: cause.correlationId,
    causationId: eventId,
    hop: cause.hop + 2,
    traceparent: cause.traceparent,
  };
  const id = derivedId(cause.id, `reaction ${eventId} ${reaction} ${String(index)}`);
  await storeAs(tx, command, origin, id);
}
