import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { AccessChanged, Permission, RecordAccess } from '../contracts/index.js';
import { takeVersions } from './versions.js';

const Known = z.array(z.object({ repositoryId: z.string(), permission: Permission }));
const level = (permission: Permission): number => Permission.options.indexOf(permission);

/** Keeps what a person may do in repositories that are known here, and tells where it is less than before. */
@CommandHandler(RecordAccess)
export class RecordAccessHandler extends Handler<RecordAccess> {
  async handle({ payload }: RecordAccess, tx: Tx): Promise<null> {
    const { organizationId, userId, access, checkedAt, complete } = payload;
    const known = Known.parse(
      await tx.sql`select repository_id as "repositoryId", permission from github_data.repository_access
        where organization_id = ${organizationId} and user_id = ${userId} and checked_at < ${checkedAt}`,
    );
    const now = new Map(access.map(({ repositoryId, permission }) => [repositoryId, permission]));
    const lost: typeof access = complete
      ? known
          .filter(({ repositoryId }) => !now.has(repositoryId))
          .map((row) => ({ ...row, permission: 'none' as const }))
      : [];
    await tx.sql`
      insert into github_data.repository_access as a (organization_id, user_id, repository_id, permission, checked_at, stale)
      select ${organizationId}::bigint, ${userId}::bigint, x."repositoryId", x.permission, ${checkedAt}::timestamptz, false
      from jsonb_to_recordset(${JSON.stringify([...access, ...lost])}::jsonb) as x("repositoryId" bigint, permission text)
      on conflict (organization_id, user_id, repository_id) do update set permission = excluded.permission,
        checked_at = excluded.checked_at, stale = false where a.checked_at < excluded.checked_at`;
    const before = new Map(known.map(({ repositoryId, permission }) => [repositoryId, permission]));
    const lowered = [...access, ...lost].filter(
      ({ repositoryId, permission }) => level(permission) < level(before.get(repositoryId) ?? 'none'),
    );
    if (lowered.length === 0) return null;
    const version = await takeVersions(tx, organizationId);
    tx.emit(new AccessChanged({ organizationId, version, userId, all: false, lowered: lowered.slice(0, 500) }));
    return null;
  }
}
