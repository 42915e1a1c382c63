import { command, Id64, text, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { FirstMessage } from '@foundry/task/contracts';
import { z } from 'zod';
import { SandboxProvider } from './settings.js';
import { ActivityKind } from './task-events.js';
import {
  ChecksState,
  ClosedBy,
  exampleTask,
  PullRequestState,
  ReportedSummary,
  ReviewState,
  TaskSummary,
} from './task-views.js';

const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;
const organizationId = Id64;
const organizationOf = ({ organizationId: id }: { organizationId: string }) => ({ type: 'organization', id });
const taskOf = ({ taskId }: { taskId: string }) => ({ subject: { type: 'task', id: taskId }, taskId });
const branch = z.string().min(1).max(255);
const repository = { repositoryId: Id64, repositoryName: z.string() };

/** A pull request as the list of tasks needs it. `version` is that of its row in `github-data`. */
export const AppliedPullRequest = z.object({
  number: z.int().min(1),
  state: PullRequestState,
  draft: z.boolean(),
  title: z.string(),
  url: z.string().max(2_000),
  headBranch: branch,
  headRepositoryId: Id64.nullable(),
  baseBranch: z.string().max(1_024),
  authorLogin: z.string().nullable(),
  checks: ChecksState,
  review: ReviewState,
  openedAt: Timestamp,
  updatedAt: Timestamp,
  closedAt: Timestamp.nullable(),
  closedBy: ClosedBy.nullable(),
  version: z.int(),
});
export type AppliedPullRequest = z.infer<typeof AppliedPullRequest>;

/** The only way GitHub changes the list of tasks: pull requests of one repository, in order. */
export class ApplyPullRequests extends command({
  name: 'organization.applyPullRequests',
  ...keyed,
  payload: z.object({
    organizationId,
    ...repository,
    pullRequests: z.array(AppliedPullRequest).max(100),
  }),
  audit: { kind: 'task.virtual_created', entry: (payload) => ({ subject: organizationOf(payload) }), each: true },
}) {}

/** Repositories have another name, are gone, or are back. */
export class ApplyRepositories extends command({
  name: 'organization.applyRepositories',
  ...keyed,
  payload: z.object({
    organizationId,
    repositories: z.array(z.object({ repositoryId: Id64, fullName: z.string(), available: z.boolean() })).max(100),
  }),
  audit: { none: 'derived' },
}) {}

/** A task tells its row. Older than what is stored, or of an unknown task: ignored. The first one makes it real. */
export class RecordTaskSummary extends command({
  name: 'organization.recordTaskSummary',
  ...keyed,
  payload: z.object({ organizationId, taskId: Uuid, taskVersion: z.int().min(1), summary: ReportedSummary }),
  audit: { none: 'derived' },
}) {}

/** Archives a task or brings it back. A real one decides itself, so it is asked. */
export class SetVirtualTaskArchived extends command({
  name: 'organization.setVirtualTaskArchived',
  ...keyed,
  payload: z.object({ organizationId, taskId: Uuid, archived: z.boolean() }),
  result: TaskSummary,
  audit: { kind: 'task.archived', entry: taskOf, each: true },
}) {}

/** A task is gone: its row goes, and its branch may be used again. */
export class ReleaseTask extends command({
  name: 'organization.releaseTask',
  ...keyed,
  payload: z.object({ organizationId, taskId: Uuid, taskVersion: z.int().min(1) }),
  audit: { none: 'derived' },
}) {}

/** Somebody reviewed, commented or asked for a review at `at`. Without a task for the pull request: ignored. */
export class NoteActivity extends command({
  name: 'organization.noteActivity',
  ...keyed,
  payload: z.object({
    organizationId,
    repositoryId: Id64,
    number: z.int().min(1),
    kind: ActivityKind,
    actorLogin: z.string().nullable(),
    at: Timestamp,
  }),
  audit: { none: 'derived' },
}) {}

/** A branch was deleted at GitHub, or pushed to again. Nothing is archived by it. */
export class NoteBranch extends command({
  name: 'organization.noteBranch',
  ...keyed,
  payload: z.object({ organizationId, repositoryId: Id64, branch, gone: z.boolean() }),
  audit: { none: 'derived' },
}) {}

/**
 * Removes virtual tasks that are archived for more than 90 days. Without an organization it asks for it in every one
 * that has some.
 */
export class PruneVirtualTasks extends command({
  name: 'organization.pruneVirtualTasks',
  entity: 'scope',
  organization: 'organizationId',
  payload: z.object({ scope: z.string(), organizationId: Id64.nullable() }),
  audit: {
    kind: 'task.virtual_pruned',
    entry: ({ scope }) => ({ subject: { type: 'organization', id: scope } }),
    each: true,
  },
}) {}

const newBranch = {
  new: z.string().max(1_024).nullable().meta({ description: 'Its name, exactly; null: one is drawn.' }),
  base: branch.optional().meta({ description: 'Where it begins; the default branch when absent.' }),
};

/** Where a new task works: a branch of its own, one that exists, or that of a pull request. */
export const TaskBranch = z
  .union([
    z.strictObject(newBranch).meta({ id: 'NewBranch', description: 'A new branch.', examples: [{ new: null }] }),
    z.strictObject({ existing: z.string().max(1_024).meta({ description: 'Name of a branch that exists.' }) }),
    z.strictObject({ pullRequest: z.int().min(1).meta({ description: 'The branch of this pull request.' }) }),
  ])
  .meta({
    id: 'TaskBranch',
    description: 'Where a new task works: a new branch, one that exists, or that of a pull request.',
    examples: [{ new: null }],
  });
export type TaskBranch = z.infer<typeof TaskBranch>;

/** What the sender of a creation is told. `adopted`: the branch had a virtual task, which it is now. */
export const CreatedTask = z
  .object({
    taskId: Uuid.meta({ description: 'Id of the task: another than the one that was sent when it is adopted.' }),
    branch: z.string().meta({ description: 'The branch that it works on.' }),
    title: z.string().meta({ description: 'Its title.' }),
    adopted: z.boolean().meta({ description: 'The branch had a virtual task, and that is the task now.' }),
    task: TaskSummary.meta({ description: 'Its row of the list.' }),
  })
  .meta({
    id: 'CreatedTask',
    description: 'The task that was begun.',
    examples: [
      {
        taskId: exampleTask.id,
        branch: exampleTask.branch,
        title: exampleTask.title,
        adopted: false,
        task: exampleTask,
      },
    ],
  });
export type CreatedTask = z.infer<typeof CreatedTask>;

/** Reserves a branch and begins a task on it. `repository` is what the API read, never what the client said. */
export class CreateTask extends command({
  name: 'organization.createTask',
  ...keyed,
  payload: z.object({
    organizationId,
    taskId: Uuid,
    repository: z.object({ id: Id64, fullName: z.string(), defaultBranch: z.string() }),
    title: text(200).min(1).optional(),
    branch: TaskBranch,
    sandboxProvider: SandboxProvider.optional(),
    firstMessage: FirstMessage,
  }),
  result: CreatedTask,
  audit: { kind: 'task.created', entry: taskOf, each: true },
}) {}
