import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { RequireRotation } from '../contracts/index.js';

/** Sent by a reaction only. Sessions that are marked already stay marked. */
@CommandHandler(RequireRotation)
export class RequireRotationHandler extends Handler<RequireRotation> {
  async handle({ payload: { userId } }: RequireRotation, tx: Tx): Promise<null> {
    await tx.sql`
      update "user".auth_sessions set rotate = true where user_id = ${userId} and ended_at is null and not rotate`;
    return null;
  }
}
