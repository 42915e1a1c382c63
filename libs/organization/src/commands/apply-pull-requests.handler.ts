import { Handler, type Tx } from '@foundry/messaging';
import { ArchiveTask } from '@foundry/task/contracts';
import { CommandHandler } from '@nestjs/cqrs';
import { ApplyPullRequests, DEFAULT_SETTINGS, TaskActivity } from '../contracts/index.js';
import { Organization } from '../domain/organization.entity.js';
import { type AppliedBatch, applyPullRequests } from '../domain/tasks/apply-pull-requests.js';
import { headKeyOf } from '../domain/tasks/head-key.js';
import { mustBeFoundry } from './acting-member.js';
import { activityOf, saveAndTell } from './announce-tasks.js';
import { loadTasks } from './task-rows/load-tasks.js';

/** It writes rows of the list; the one thing that it may send is `task.archive`, to a task that is real already. */
@CommandHandler(ApplyPullRequests)
export class ApplyPullRequestsHandler extends Handler<ApplyPullRequests> {
  async handle({ payload }: ApplyPullRequests, tx: Tx): Promise<null> {
    mustBeFoundry(tx);
    const { organizationId, repositoryId, pullRequests } = payload;
    // nobody may have registered the account yet: what GitHub says is kept all the same
    const organization = await tx.find(Organization, { organizationId });
    const settings = organization?.settingsView().settings ?? DEFAULT_SETTINGS;
    const known = await loadTasks(tx, {
      organizationId,
      repositoryId,
      headKeys: pullRequests.map(headKeyOf),
      numbers: pullRequests.map(({ number }) => number),
    });
    const applied = applyPullRequests(known, payload, settings, tx.now, ({ number }) =>
      tx.derivedId(`task of ${String(number)}`),
    );
    await saveAndTell(tx, organizationId, applied.tasks);
    tell(tx, organizationId, applied);
    return null;
  }
}

function tell(tx: Tx, organizationId: string, { activity, toArchive, created, archived }: AppliedBatch): void {
  for (const { task, ...what } of activity) {
    tx.emit(new TaskActivity({ ...activityOf(task), actorLogin: null, ...what }));
  }
  for (const { taskId, reason, number } of toArchive) {
    const operationId = tx.derivedId(`archive ${taskId} ${String(number)}`);
    tx.send(new ArchiveTask({ organizationId, taskId, operationId, reason, number }));
  }
  const subject = { type: 'organization', id: organizationId };
  if (created > 0) tx.audit({ kind: 'task.virtual_created', subject, details: { count: created } });
  if (archived > 0) tx.audit({ kind: 'task.virtual_archived', subject, details: { count: archived } });
}
