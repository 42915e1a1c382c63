import { AccessChanged, AuthorizationRevoked, Permission } from '@foundry/github-data/contracts';
import { type ReactsTo, ReactTo } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { MemberChanged, MemberRemoved } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { EndCredentials, RevokeAuthorization } from '../contracts/index.js';

/** Whoever is no member lends nothing to the organization any more. */
@Injectable()
@ReactTo(MemberRemoved)
export class EndOnMemberRemoved implements ReactsTo<MemberRemoved> {
  react({ payload: { organizationId, member } }: MemberRemoved): CommandMessage[] {
    return [new EndCredentials({ userId: member.userId, organizationId, reason: 'member_removed' })];
  }
}

/** Nor does a viewer. */
@Injectable()
@ReactTo(MemberChanged)
export class EndOnRoleLowered implements ReactsTo<MemberChanged> {
  react({ payload: { organizationId, member, previousRole } }: MemberChanged): CommandMessage[] {
    return member.role === 'viewer' && previousRole !== 'viewer'
      ? [new EndCredentials({ userId: member.userId, organizationId, reason: 'role_lowered' })]
      : [];
  }
}

const WRITE = Permission.options.indexOf('write');

/** Access below write ends what was lent there, also what only reads: it is asked for again, and judged then. */
@Injectable()
@ReactTo(AccessChanged)
export class EndOnAccessLowered implements ReactsTo<AccessChanged> {
  react({ payload: { organizationId, userId, all, lowered } }: AccessChanged): CommandMessage[] {
    const reason = 'access_lowered' as const;
    if (all) return [new EndCredentials({ userId, organizationId, reason })];
    const repositoryIds = lowered
      .filter(({ permission }) => Permission.options.indexOf(permission) < WRITE)
      .map(({ repositoryId }) => repositoryId);
    return repositoryIds.length > 0 ? [new EndCredentials({ userId, organizationId, repositoryIds, reason })] : [];
  }
}

/** GitHub says that the person took the authorization back. */
@Injectable()
@ReactTo(AuthorizationRevoked)
export class RevokeOnAuthorizationRevoked implements ReactsTo<AuthorizationRevoked> {
  react({ payload: { userId, at } }: AuthorizationRevoked): CommandMessage[] {
    return [new RevokeAuthorization({ userId, at })];
  }
}
