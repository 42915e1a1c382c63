import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { CancelCommand, type CancelledCommand, Outcome } from '../contracts/index.js';
import { Handler } from '../handling/handler.js';
import type { Tx } from '../handling/tx.js';
import { NotFound } from '../rejections/rejection.js';
import { CommandSettled, CommandStarted } from './rejections.js';

const Target = z.object({
  name: z.string(),
  module: z.string(),
  entity_id: z.string(),
  organization_id: z.string().nullable(),
});

const Progress = z.object({ attempts: z.number(), outcome: Outcome.nullable() });

@CommandHandler(CancelCommand)
export class CancelCommandHandler extends Handler<CancelCommand> {
  async handle({ payload: { commandId } }: CancelCommand, tx: Tx): Promise<CancelledCommand> {
    const target = await this.target(commandId, tx);
    await this.lock(target, tx);
    await this.mustBeWaiting(commandId, tx);
    await this.settle(commandId, target, tx);
    tx.audit({
      subject: { type: 'command', id: commandId },
      streamId: target.organization_id ?? '0',
      details: { name: target.name, module: target.module },
    });
    return { commandId, outcome: 'cancelled' };
  }

  private async target(commandId: string, tx: Tx): Promise<z.infer<typeof Target>> {
    const rows = await tx.sql`
      select name, module, entity_id, organization_id from messaging.outbox where id = ${commandId} and kind = 'command'`;
    const [target] = Target.array().parse(rows);
    if (!target) throw new NotFound('This command');
    return target;
  }

  /** Whoever handles a command of this entity holds the row, so from here on it has begun or never will. */
  private async lock({ module, entity_id }: z.infer<typeof Target>, tx: Tx): Promise<void> {
    await tx.sql`
      insert into messaging.mailbox (module, entity_id) values (${module}, ${entity_id}) on conflict do nothing`;
    await tx.sql`
      select 1 from messaging.mailbox where module = ${module} and entity_id = ${entity_id} for update`;
  }

  private async mustBeWaiting(commandId: string, tx: Tx): Promise<void> {
    const rows = await tx.sql`
      select o.attempts, i.outcome from messaging.outbox o left join messaging.inbox i on i.command_id = o.id
      where o.id = ${commandId}`;
    const [progress] = Progress.array().parse(rows);
    if (!progress) throw new NotFound('This command');
    if (progress.outcome) throw new CommandSettled(progress.outcome);
    if (progress.attempts > 0) throw new CommandStarted();
  }

  /** It took no time, so it overlaps with nothing in the history of its entity. */
  private async settle(commandId: string, { module, entity_id }: z.infer<typeof Target>, tx: Tx): Promise<void> {
    await tx.sql`
      insert into messaging.inbox (command_id, module, entity_id, organization_id, outcome, code, message, attempts,
        started_at, finished_at, ms)
      select id, module, entity_id, organization_id, 'cancelled', 'command.cancelled',
        'It was cancelled before it was handled.', 0, clock.at, clock.at, 0
      from messaging.outbox, (select clock_timestamp() as at) as clock where id = ${commandId}`;
    await tx.sql`update messaging.outbox set settled_at = clock_timestamp() where id = ${commandId}`;
    await tx.sql`
      update messaging.mailbox set handled = handled + 1 where module = ${module} and entity_id = ${entity_id}`;
  }
}
