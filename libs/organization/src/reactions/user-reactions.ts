import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { UserDeleted } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { RemoveMember } from '../contracts/index.js';
import { membershipsOf } from './own-rows.js';

/** Whoever deletes their account leaves every organization. */
@Injectable()
@ReactTo(UserDeleted)
export class OnUserDeleted implements ReactsTo<UserDeleted> {
  async react({ payload: { userId } }: UserDeleted, read: ReadTx): Promise<CommandMessage[]> {
    const memberships = await membershipsOf(read, userId);
    return memberships.map((organizationId) => new RemoveMember({ organizationId, userId, reason: 'user_deleted' }));
  }
}
