import type { CreateTask, Settings, TaskBranch } from '../../contracts/index.js';
import { isRefName } from '../../contracts/index.js';
import type { ProvidersOffered } from '../settings.js';
import { branchKeyOf } from './head-key.js';
import { ListedTask } from './listed-task.js';
import {
  BranchInvalid,
  BranchIsDefault,
  BranchTaken,
  MessageEmpty,
  ProviderUnavailable,
  TaskLimit,
} from './rejections.js';

export function mustHaveText(text: string): void {
  if (text.trim() === '') throw new MessageEmpty();
}

/** The branch as the person named it; null: a name is drawn, or a pull request says it. */
export function branchAsked(branch: TaskBranch, defaultBranch: string): string | null {
  if ('base' in branch && branch.base !== undefined && !isRefName(branch.base)) throw new BranchInvalid();
  const name = 'new' in branch ? branch.new : 'existing' in branch ? branch.existing : null;
  if (name === null) return null;
  if (!isRefName(name)) throw new BranchInvalid();
  if (name === defaultBranch) throw new BranchIsDefault();
  return name;
}

/** A virtual task is adopted; a real one keeps its branch, also when it is archived. */
export function mustNotBeTaken(found: ListedTask | null): void {
  if (!found || found.isVirtual) return;
  const { id: taskId, organizationId } = found.view();
  throw new BranchTaken({ organizationId, taskId, isArchived: found.isArchived });
}

export function mustHaveRoom(active: number, limit: number): void {
  if (active >= limit) throw new TaskLimit(limit);
}

/** The provider to run on: the one asked for, else the usual one, as settings and instance allow. Null: none is. */
export function mayRunOn(asked: string | undefined, settings: Settings, offered: ProvidersOffered): string | null {
  const wanted = asked ?? settings.defaultProvider;
  if (wanted === null) return null;
  const isAllowed = settings.sandboxProviders.some((provider) => provider === wanted);
  if (!isAllowed || !offered.providers.some((provider) => provider === wanted)) throw new ProviderUnavailable(wanted);
  return wanted;
}

/** A task on a branch that no task has. */
export const freshTask = (
  { organizationId, taskId, repository, title: given }: CreateTask['payload'],
  branch: string,
  title: string,
  createdBy: string,
  now: Date,
): ListedTask =>
  ListedTask.begin(
    {
      taskId,
      organizationId,
      repositoryId: repository.id,
      repositoryName: repository.fullName,
      branch,
      headKey: branchKeyOf(repository.id, branch),
      headRepositoryId: repository.id,
      title,
      titleSource: given === undefined ? 'prompt' : 'user',
      createdBy,
    },
    now,
  );
