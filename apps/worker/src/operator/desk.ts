import { ask, type CommandSender, type Database, openToolDoor } from '@foundry/messaging';
import type { CommandMessage, QueryMessage } from '@foundry/messaging/contracts';
import { People, TokenSecrets } from '@foundry/user/contracts';
import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { OperatorModule } from './operator.module.js';

const PATIENCE_MS = 15_000;

/** Something did not work out, in a sentence for the operator. */
export class OperatorError extends Error {}

/** What the commands of the command line work with. */
export interface Desk {
  readonly people: People;
  readonly secrets: TokenSecrets;
  readonly database: Database;
  ask<R>(question: QueryMessage<R>): Promise<R>;
  /** Sends as the operator and waits for the outcome. Throws `OperatorError` for every outcome but handled. */
  send(command: CommandMessage): Promise<void>;
}

/** Opens the instance behind `databaseUrl` for `work`, and leaves nothing open after it. */
export async function atDesk(databaseUrl: string, work: (desk: Desk) => Promise<void>): Promise<void> {
  const door = await openToolDoor(databaseUrl);
  try {
    const context = await NestFactory.createApplicationContext(OperatorModule.with(door), {
      logger: ['warn', 'error', 'fatal'],
      abortOnError: false,
    });
    const queries = context.get(QueryBus);
    await work({
      people: context.get(People, { strict: false }),
      secrets: context.get(TokenSecrets, { strict: false }),
      database: door.database,
      ask: (question) => ask(queries, question),
      send: (command) => settle(door.sender, command),
    });
    await context.close();
  } finally {
    await door.close();
  }
}

async function settle(sender: CommandSender, command: CommandMessage): Promise<void> {
  const [accepted] = await sender.send([command], { actor: { kind: 'system', module: 'operator' } });
  if (!accepted) throw new OperatorError('The command was not accepted.');
  const reply = await sender.settled(accepted.commandId, PATIENCE_MS);
  if (!reply) {
    throw new OperatorError(
      `Accepted as ${accepted.commandId}, but not handled yet. Is a worker running? It will be handled when one is.`,
    );
  }
  if (reply.outcome === 'handled') return;
  throw new OperatorError(`${reply.outcome}: ${reply.message ?? 'no reason given'} (${reply.code ?? 'no code'})`);
}
