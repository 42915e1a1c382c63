import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { InboxItem } from '../contracts/index.js';
import type { Reader } from './reader.js';

const time = z.date().transform((at) => at.toISOString());
const Stored = z.object({
  ...InboxItem.omit({ permissionId: true, pullRequest: true }).shape,
  at: time,
  doneAt: time.nullable(),
  causeId: z.string(),
});

/** What a cause is, in the form in which it is stored. */
export const causes = {
  turn: (turnId: string): string => `turn:${turnId}`,
  permission: (permissionId: string): string => `permission:${permissionId}`,
  owner: (taskId: string, version: number): string => `owner:${taskId}:${String(version)}`,
  pullRequest: (pull: PullRequestNews & { at: string }): string => `${pullRequestCause(pull)}${pull.at}`,
  /** How all causes of this kind begin at a pull request, whenever they were. */
  everPullRequest: (pull: PullRequestNews): string => pullRequestCause(pull),
};

interface PullRequestNews {
  repositoryId: string;
  number: number;
  kind: string;
}

const pullRequestCause = ({ repositoryId, number, kind }: PullRequestNews): string =>
  `pull_request:${repositoryId}:${String(number)}:${kind}:`;

/** A stored row as people see it: what can be done about it is in its cause. */
export const ItemRow = Stored.transform(({ causeId, ...item }): InboxItem => {
  const [, permissionId = null] = /^permission:(.+)$/.exec(causeId) ?? [];
  const [, number] = /^pull_request:\d+:(\d+):/.exec(causeId) ?? [];
  return InboxItem.parse({ ...item, permissionId, pullRequest: number === undefined ? null : Number(number) });
});

const Count = z.tuple([z.object({ open: z.int() })]);

/** How many items of the person are open, without those about tasks that they may not see. */
export async function countOpen(reader: Reader, userId: Id64, hiddenTasks: readonly Uuid[] = []): Promise<number> {
  const rows = await reader.sql`
    select count(*)::int as open from "user".inbox_items
    where user_id = ${userId} and done_at is null and task_id <> all(${hiddenTasks}::uuid[])`;
  return Count.parse(rows)[0].open;
}

/** What orders a list: time and id of the last item before a page. */
export const InboxPosition = z.tuple([z.iso.datetime(), z.uuid()]);
export type InboxPosition = z.infer<typeof InboxPosition>;
export const inboxPositionOf = ({ at, itemId }: InboxItem): InboxPosition => [at, itemId];

export interface InboxFilter {
  state: 'open' | 'done';
  organizationIds: readonly Id64[];
  /** Items about these tasks are left out. */
  hiddenTasks: readonly Uuid[];
}

/** Items of the person, newest first, in these organizations. */
export async function readItems(
  reader: Reader,
  userId: Id64,
  { state, organizationIds, hiddenTasks }: InboxFilter,
  after: InboxPosition | null,
  take: number,
): Promise<InboxItem[]> {
  const [at, id] = after ?? ['infinity', '00000000-0000-0000-0000-000000000000'];
  const rows = await reader.sql`
    (select item_id as "itemId", organization_id as "organizationId", task_id as "taskId", session_id as "sessionId", kind,
      reason, cause_id as "causeId", title, login, at, done_at as "doneAt", done_by as "doneBy", version
    from "user".inbox_items
    where user_id = ${userId} and done_at is null and ${state} = 'open'
      and organization_id = any(${organizationIds}::bigint[]) and task_id <> all(${hiddenTasks}::uuid[])
      and at <= ${at}::timestamptz and (at < ${at}::timestamptz or item_id > ${id}::uuid)
    order by at desc, item_id limit ${take})
    union all
    (select item_id, organization_id, task_id, session_id, kind, reason, cause_id, title, login, at, done_at, done_by, version
    from "user".inbox_items
    where user_id = ${userId} and done_at is not null and ${state} = 'done'
      and organization_id = any(${organizationIds}::bigint[]) and task_id <> all(${hiddenTasks}::uuid[])
      and at <= ${at}::timestamptz and (at < ${at}::timestamptz or item_id > ${id}::uuid)
    order by at desc, item_id limit ${take})
    order by at desc, "itemId"`;
  return ItemRow.array().parse(rows);
}
