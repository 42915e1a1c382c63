import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { UserDeleted } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { RemoveMember } from '../contracts/index.js';
import { everyTraceOf } from './own-rows.js';

/** Whoever deletes their account leaves every organization, and those that they left before forget their name too. */
@Injectable()
@ReactTo(UserDeleted)
export class OnUserDeleted implements ReactsTo<UserDeleted> {
  async react({ payload: { userId } }: UserDeleted, read: ReadTx): Promise<CommandMessage[]> {
    const traces = await everyTraceOf(read, userId);
    return traces.map((organizationId) => new RemoveMember({ organizationId, userId, reason: 'user_deleted' }));
  }
}
