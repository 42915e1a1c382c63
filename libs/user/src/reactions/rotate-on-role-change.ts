import { type ReactsTo, ReactTo } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { MemberChanged } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { RequireRotation } from '../contracts/index.js';

/** Another role: the browser's cookie changes, so that one that was copied before gains nothing. */
@Injectable()
@ReactTo(MemberChanged)
export class RotateOnRoleChange implements ReactsTo<MemberChanged> {
  react({ payload: { member, previousRole } }: MemberChanged): CommandMessage[] {
    return member.role === previousRole ? [] : [new RequireRotation({ userId: member.userId })];
  }
}
