import { Handler, type Tx } from '@foundry/messaging';
import { InitializeTask } from '@foundry/task/contracts';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { type CreatedTask, CreateTask, TaskCreated } from '../contracts/index.js';
import { Organization } from '../domain/organization.entity.js';
import {
  branchAsked,
  freshTask,
  mayRunOn,
  mustHaveText,
  mustHaveRoom,
  mustNotBeTaken,
} from '../domain/tasks/create-task.js';
import { creationHash } from '../domain/tasks/creation-hash.js';
import { branchKeyOf } from '../domain/tasks/head-key.js';
import type { ListedTask } from '../domain/tasks/listed-task.js';
import { PullRequestUnknown, TaskIdTaken } from '../domain/tasks/rejections.js';
import { seedOf } from '../domain/tasks/seed.js';
import { titleOf } from '../domain/tasks/task-title.js';
import { BranchNames } from '../instance/branch-names.js';
import { SandboxOffer } from '../instance/sandbox-offer.js';
import { actingMember } from './acting-member.js';
import { saveAndTell } from './announce-tasks.js';
import { keepCreation, keptCreation } from './task-rows/creations.js';
import { loadTasks } from './task-rows/load-tasks.js';

const Count = z.tuple([z.object({ active: z.int(), taken: z.boolean() })]);
const Keys = z.array(z.object({ branch: z.string() }));

/** Nothing is written before every check passed, so no reservation is ever left over. */
@CommandHandler(CreateTask)
export class CreateTaskHandler extends Handler<CreateTask> {
  constructor(
    private readonly offer: SandboxOffer,
    private readonly names: BranchNames,
  ) {
    super();
  }

  async handle({ payload }: CreateTask, tx: Tx): Promise<CreatedTask> {
    const { organizationId, taskId, firstMessage } = payload;
    const organization = await tx.load(Organization, { organizationId });
    const { settings } = organization.settingsView();
    const by = await actingMember(tx, organization, 'member');
    mustHaveText(firstMessage.text);
    const title = payload.title ?? titleOf(firstMessage.text);
    const hash = creationHash(payload, by.userId);
    const again = await keptCreation(tx, taskId);
    if (again?.organizationId === organizationId && again.hash === hash) return again.answer;
    if (again) throw new TaskIdTaken();
    const [{ active, taken }] = await this.counted(tx, organizationId, taskId);
    if (taken) throw new TaskIdTaken();
    const provider = mayRunOn(payload.sandboxProvider, settings, this.offer);
    const branch = branchAsked(payload.branch, payload.repository.defaultBranch);
    const found = await this.taskOn(tx, payload, branch);
    mustNotBeTaken(found);
    mustHaveRoom(active, settings.maxActiveTasks);

    const name = found?.branch ?? branch ?? (await this.draw(tx, payload, settings.branchPrefix));
    const task = found ?? freshTask(payload, name, title, by.userId, tx.now);
    found?.adopt(payload.title, tx.now);
    await saveAndTell(tx, organizationId, [task]);
    const base = 'new' in payload.branch ? payload.branch.base : undefined;
    const seed = seedOf(task, base ?? payload.repository.defaultBranch);
    const { id, view } = { id: task.id, view: task.view() };
    tx.send(new InitializeTask({ organizationId, taskId: id, seed, provider, firstMessage, author: by.person }));
    const told = { organizationId, version: view.version, task: view, createdBy: by.userId, adopted: found !== null };
    tx.emit(new TaskCreated({ ...told, messageId: firstMessage.messageId }));
    const { repositoryId, branch: onBranch } = task;
    tx.audit({
      subject: { type: 'task', id },
      taskId: id,
      repositoryId,
      branch: onBranch,
      details: { adopted: told.adopted },
    });
    const answer = { taskId: id, branch: onBranch, title: task.title, adopted: told.adopted, task: view };
    await keepCreation(tx, { askedId: taskId, organizationId, hash }, answer);
    return answer;
  }

  /** The task that has the branch already, if one has. A pull request without a task is refused. */
  private async taskOn(tx: Tx, payload: CreateTask['payload'], branch: string | null): Promise<ListedTask | null> {
    const { organizationId, repository } = payload;
    const asked = { organizationId, repositoryId: repository.id };
    if ('pullRequest' in payload.branch) {
      const [task] = await loadTasks(tx, { ...asked, numbers: [payload.branch.pullRequest] });
      if (!task) throw new PullRequestUnknown();
      return task;
    }
    if (branch === null) return null;
    const [task = null] = await loadTasks(tx, { ...asked, headKeys: [branchKeyOf(repository.id, branch)] });
    return task;
  }

  /** A name that no task has or had, of some drawn ones. */
  private async draw(tx: Tx, { organizationId, repository }: CreateTask['payload'], prefix: string): Promise<string> {
    const candidates = this.names.draw(prefix);
    const rows = await tx.sql`select branch from organization.task_index
      where organization_id = ${organizationId} and repository_id = ${repository.id}
        and lower(branch) = any(${candidates.map((name) => name.toLowerCase())}::text[])`;
    const used = new Set(Keys.parse(rows).map((row) => row.branch.toLowerCase()));
    const free = candidates.find((name) => !used.has(name.toLowerCase()));
    if (free === undefined) throw new Error('Every drawn branch name is in use; the source of chance is broken.');
    return free;
  }

  /** Tasks that count towards the limit, and whether the id belongs to something else, of any organization. */
  private async counted(tx: Tx, organizationId: string, taskId: string) {
    return Count.parse(
      await tx.sql`select
        (select count(*)::int from organization.task_summaries
          where organization_id = ${organizationId} and archived_at is null and not virtual) as active,
        exists(select from organization.task_index where task_id = ${taskId}) as taken`,
    );
  }
}
