import { ask, Database } from '@foundry/messaging';
import { Id64, Uuid } from '@foundry/messaging/contracts';
import { HiddenTasksAmong } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';

const Tasks = z.array(z.object({ organizationId: Id64, taskIds: z.array(Uuid) }));

/**
 * An item of the inbox names its task, so it is shown only while its person may see that task. It is kept meanwhile: access
 * may come back.
 */
@Injectable()
export class HiddenItems {
  constructor(
    private readonly database: Database,
    private readonly queries: QueryBus,
  ) {}

  /** The tasks in the person's inbox that they may not see now. */
  async of(userId: Id64): Promise<Uuid[]> {
    const rows = await this.database.sql`
      select organization_id as "organizationId", array_agg(distinct task_id) as "taskIds"
      from "user".inbox_items where user_id = ${userId} group by organization_id`;
    const hidden = Tasks.parse(rows).map(({ organizationId, taskIds }) =>
      ask(this.queries, new HiddenTasksAmong(userId, organizationId, taskIds)),
    );
    return (await Promise.all(hidden)).flat();
  }
}
