import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { ForgetOrganization, newTaskScope } from '../../contracts/index.js';
import { Draft } from '../../domain/draft.entity.js';
import { mustBeFoundry } from '../must-be-foundry.js';
import { tellDraft, tellInbox, tellRemoved } from './tell-state.js';

const Tasks = z.array(z.object({ taskId: z.string() }));

@CommandHandler(ForgetOrganization)
export class ForgetOrganizationHandler extends Handler<ForgetOrganization> {
  async handle({ payload: { userId, organizationId } }: ForgetOrganization, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const form = await tx.find(Draft, { userId, scope: newTaskScope(organizationId) });
    if (form?.drop(tx.now)) tellDraft(tx, userId, form.view());
    const rows = await tx.sql`
      with states as (
        delete from "user".task_state where user_id = ${userId} and organization_id = ${organizationId} returning task_id
      ), sessions as (
        delete from "user".session_state where user_id = ${userId} and organization_id = ${organizationId}
        returning task_id
      ), written as (
        delete from "user".drafts where user_id = ${userId} and organization_id = ${organizationId} returning task_id
      ), items as (
        delete from "user".inbox_items where user_id = ${userId} and organization_id = ${organizationId} returning task_id
      )
      select task_id as "taskId" from states union select task_id from sessions
      union select task_id from written where task_id is not null union select task_id from items`;
    const taskIds = Tasks.parse(rows).map(({ taskId }) => taskId);
    tellRemoved(tx, userId, taskIds);
    if (taskIds.length > 0) await tellInbox(tx, userId, []);
    return null;
  }
}
