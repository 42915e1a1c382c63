import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { EraseUploads } from '../contracts/index.js';
import { WrongSender } from '../domain/rejections.js';

const KEPT_MS = 24 * 60 * 60_000;

/** Images that no message uses are erased a day after they came. */
@CommandHandler(EraseUploads)
export class EraseUploadsHandler extends Handler<EraseUploads> {
  async handle(_command: EraseUploads, tx: Tx): Promise<null> {
    if (tx.actor.kind !== 'system') throw new WrongSender();
    const before = new Date(tx.now.getTime() - KEPT_MS);
    await tx.sql`delete from task.uploads where message_id is null and created_at < ${before}`;
    return null;
  }
}
