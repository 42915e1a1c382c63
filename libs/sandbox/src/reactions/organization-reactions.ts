import { type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { AccessChanged, AuthorizationRevoked } from '@foundry/github-data/contracts';
import { MemberRemoved, SettingsChanged } from '@foundry/organization/contracts';
import { CredentialsEnded } from '@foundry/user/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ApplyIdleLimit, KeepPolicy, RemoveOwnerCredential } from '../contracts/index.js';

const Ids = z.array(z.object({ sandboxId: z.string(), organizationId: z.string() }));

/** How long machines may idle, and where new ones may run. */
@Injectable()
@ReactTo(SettingsChanged)
export class OnSettingsChanged implements ReactsTo<SettingsChanged> {
  async react({ payload: { organizationId, settings } }: SettingsChanged, read: ReadTx): Promise<CommandMessage[]> {
    const { idleMinutes, sandboxProviders: providers, defaultProvider } = settings;
    const rows = await read.sql`select sandbox_id as "sandboxId", organization_id as "organizationId"
      from sandbox.sandboxes where organization_id = ${organizationId} and state <> 'destroyed'
        and idle_minutes <> ${idleMinutes} limit 1000`;
    return [
      new KeepPolicy({ organizationId, idleMinutes, providers, defaultProvider }),
      ...Ids.parse(rows).map((id) => new ApplyIdleLimit({ ...id, idleMinutes })),
    ];
  }
}

/** Somebody's credential leaves every machine that has it. */
async function removed(
  read: ReadTx,
  of: { userId: string; organizationId: string | null; repositoryIds: string[] | null; reason: string },
): Promise<CommandMessage[]> {
  const { userId, organizationId, repositoryIds, reason } = of;
  const rows = await read.sql`select sandbox_id as "sandboxId", organization_id as "organizationId"
    from sandbox.sandboxes where credential_user_id = ${userId} and credential_state <> 'none'
      and (${organizationId}::bigint is null or organization_id = ${organizationId}::bigint)
      and (${repositoryIds}::bigint[] is null or repository_id = any(${repositoryIds}::bigint[])) limit 1000`;
  return Ids.parse(rows).map((id) => new RemoveOwnerCredential({ ...id, userId, reason }));
}

@Injectable()
@ReactTo(MemberRemoved)
export class OnMemberRemoved implements ReactsTo<MemberRemoved> {
  react({ payload: { organizationId, member } }: MemberRemoved, read: ReadTx): Promise<CommandMessage[]> {
    return removed(read, { userId: member.userId, organizationId, repositoryIds: null, reason: 'member_removed' });
  }
}

@Injectable()
@ReactTo(AccessChanged)
export class OnAccessLowered implements ReactsTo<AccessChanged> {
  react({ payload: { organizationId, userId, lowered } }: AccessChanged, read: ReadTx): Promise<CommandMessage[]> {
    const repositoryIds = lowered.map(({ repositoryId }) => repositoryId);
    return removed(read, { userId, organizationId, repositoryIds, reason: 'access_lowered' });
  }
}

@Injectable()
@ReactTo(AuthorizationRevoked)
export class OnAuthorizationRevoked implements ReactsTo<AuthorizationRevoked> {
  react({ payload: { userId } }: AuthorizationRevoked, read: ReadTx): Promise<CommandMessage[]> {
    return removed(read, { userId, organizationId: null, repositoryIds: null, reason: 'authorization_revoked' });
  }
}

/** What was lent is worth nothing any more, for whatever reason: a role that was lowered, an account that was deleted. */
@Injectable()
@ReactTo(CredentialsEnded)
export class OnCredentialsEnded implements ReactsTo<CredentialsEnded> {
  async react({ payload: { userId, leases, reason } }: CredentialsEnded, read: ReadTx): Promise<CommandMessage[]> {
    const leaseIds = leases.map(({ leaseId }) => leaseId);
    const rows = await read.sql`select sandbox_id as "sandboxId", organization_id as "organizationId"
      from sandbox.sandboxes where credential_user_id = ${userId} and credential_state not in ('none', 'removing')
        and credential_lease_id = any(${leaseIds}::uuid[]) limit 1000`;
    return Ids.parse(rows).map((id) => new RemoveOwnerCredential({ ...id, userId, reason }));
  }
}

export const REACTIONS = [
  OnSettingsChanged,
  OnMemberRemoved,
  OnAccessLowered,
  OnAuthorizationRevoked,
  OnCredentialsEnded,
];
