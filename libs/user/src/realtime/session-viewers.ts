import { Database, type FollowsViewers, FollowViewersOf, type FromViewer, type Viewer } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { MarkViewed } from '../contracts/index.js';

const Unread = z.array(
  z.object({
    userId: z.string(),
    sessionId: z.string(),
    taskId: z.string(),
    organizationId: z.string(),
    seq: z.int(),
  }),
);

/**
 * A session that somebody looks at is not unread for them. The number is that of the item that made it so, which their
 * tab was sent; a mark that they made by hand stays, because they saw that item before.
 */
@Injectable()
@FollowViewersOf('session')
export class SessionViewers implements FollowsViewers {
  constructor(private readonly database: Database) {}

  async follow(viewers: readonly Viewer[]): Promise<readonly FromViewer[]> {
    const actors = new Map(viewers.map(({ actor }) => [actor.userId, actor]));
    const rows = await this.database.sql`
      select s.user_id as "userId", s.session_id as "sessionId", s.task_id as "taskId",
        s.organization_id as "organizationId", s.unread_seq as seq
      from "user".session_state s
      join unnest(${viewers.map(({ actor }) => actor.userId)}::bigint[], ${viewers.map(({ id }) => id)}::uuid[])
        as v(user_id, session_id) on v.user_id = s.user_id and v.session_id = s.session_id
      where s.unread and s.unread_seq > s.viewed_seq order by 1, 2`;
    return Unread.parse(rows).flatMap(({ userId, ...seen }) => {
      const actor = actors.get(userId);
      return actor ? [{ actor, command: new MarkViewed({ userId, ...seen }) }] : [];
    });
  }
}
