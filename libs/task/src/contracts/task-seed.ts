import { Id64, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { TaskPullRequest } from './change-views.js';

/** What a task is made of when somebody first acts on it, as the task list knows it. */
export const TaskSeed = z.object({
  organizationId: Id64,
  taskId: Uuid,
  repositoryId: Id64,
  repositoryName: z.string(),
  branch: z.string().max(255),
  /** Null: the fork that the branch was in is gone. */
  headRepositoryId: Id64.nullable(),
  fork: z.boolean(),
  /** Null: no pull request says it, so it is the default branch. */
  baseBranch: z.string().max(255).nullable(),
  title: z.string(),
  pullRequestNumber: z.int().nullable(),
  /** That pull request as GitHub's module knows it, where the sender asked. */
  pullRequest: TaskPullRequest.nullish(),
});
export type TaskSeed = z.infer<typeof TaskSeed>;
