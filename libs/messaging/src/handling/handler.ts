import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandMessage } from '../contracts/index.js';
import type { Tx } from './tx.js';

/** The transaction travels beside the command, because the command bus of Nest hands over the command alone. */
const transactions = new WeakMap<CommandMessage, Tx>();

export function enterTransaction(command: CommandMessage, tx: Tx): void {
  transactions.set(command, tx);
}

/**
 * Base of every command handler, registered with Nest's `@CommandHandler(TheCommand)`:
 *
 *     @CommandHandler(ArchiveTask)
 *     export class ArchiveTaskHandler extends Handler<ArchiveTask> {
 *       async handle({ payload }: ArchiveTask, tx: Tx) { … load, act, save … }
 *     }
 *
 * A handler may run again from the start (another attempt, a batch taken apart), so it changes nothing but `tx`.
 */
export abstract class Handler<C extends CommandMessage> implements ICommandHandler<CommandMessage, unknown> {
  abstract handle(command: C, tx: Tx): Promise<C['result']>;

  async execute(command: C): Promise<C['result']> {
    const tx = transactions.get(command);
    if (!tx) throw new Error(`${command.constructor.name} was executed outside the kernel; send it instead.`);
    return this.handle(command, tx);
  }
}
