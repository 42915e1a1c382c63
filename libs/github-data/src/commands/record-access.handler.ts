import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Permission, RecordAccess } from '../contracts/index.js';
import { tellAccess } from './tell-access.js';

const Known = z.array(z.object({ repositoryId: z.string(), permission: Permission }));
const level = (permission: Permission | undefined): number => Permission.options.indexOf(permission ?? 'none');

/**
 * Keeps what a person may do, and tells where it is less or more than before. The parts of one reading have one
 * `checkedAt` and come in order, so the last one, which is `complete`, knows what none of them named: nothing is allowed there.
 */
@CommandHandler(RecordAccess)
export class RecordAccessHandler extends Handler<RecordAccess> {
  async handle({ payload }: RecordAccess, tx: Tx): Promise<null> {
    const { organizationId, userId, access, checkedAt, complete } = payload;
    const known = Known.parse(
      await tx.sql`select repository_id as "repositoryId", permission from github_data.repository_access
        where organization_id = ${organizationId} and user_id = ${userId} and checked_at < ${checkedAt}`,
    );
    const named = new Map(access.map((row) => [row.repositoryId, row]));
    const lost = complete
      ? known
          .filter(({ repositoryId }) => !named.has(repositoryId))
          .map(({ repositoryId }) => ({ repositoryId, permission: 'none' as const }))
      : [];
    const stored = Known.parse(
      await tx.sql`
        insert into github_data.repository_access as a (organization_id, user_id, repository_id, permission, checked_at, stale)
        select ${organizationId}::bigint, ${userId}::bigint, x."repositoryId", x.permission, ${checkedAt}::timestamptz, false
        from jsonb_to_recordset(${JSON.stringify([...named.values(), ...lost])}::jsonb) as x("repositoryId" bigint, permission text)
        on conflict (organization_id, user_id, repository_id) do update set permission = excluded.permission,
          checked_at = excluded.checked_at, stale = false where a.checked_at < excluded.checked_at
        returning repository_id as "repositoryId", permission`,
    );
    const before = new Map(known.map(({ repositoryId, permission }) => [repositoryId, permission]));
    const change = ({ repositoryId, permission }: (typeof stored)[number]): number =>
      level(permission) - level(before.get(repositoryId));
    await tellAccess(tx, organizationId, userId, {
      lowered: stored.filter((row) => change(row) < 0),
      raised: stored.filter((row) => change(row) > 0),
    });
    return null;
  }
}
