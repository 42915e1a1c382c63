import { derivedId, type ReactsTo, ReactTo, type ReadTx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SettingsChanged, TasksChanged, TasksRemoved } from '@foundry/organization/contracts';
import { Injectable } from '@nestjs/common';
import { RequestSync, WatchPullRequests } from '../contracts/index.js';
import { widensTasks } from '../domain/widens-tasks.js';
import { isReadable, watchedOf } from './own-rows.js';

/** More pull requests may be tasks now: what is open is read and told again, also what did not change. */
@Injectable()
@ReactTo(SettingsChanged)
export class OnSettingsChanged implements ReactsTo<SettingsChanged> {
  async react({ payload }: SettingsChanged, read: ReadTx): Promise<CommandMessage[]> {
    const { organizationId, version, settings, previous } = payload;
    if (previous === null || !widensTasks(previous, settings)) return [];
    if (!(await isReadable(read, organizationId))) return [];
    const runId = derivedId('sync after settings', organizationId, String(version));
    return [new RequestSync({ organizationId, runId, trigger: 'settings', scope: 'all' })];
  }
}

/** Somebody works on a task now: the checks of its pull request are followed from here on. */
@Injectable()
@ReactTo(TasksChanged)
export class OnTasksChanged implements ReactsTo<TasksChanged> {
  react({ payload: { organizationId, tasks } }: TasksChanged, read: ReadTx): Promise<CommandMessage[]> {
    const shown = tasks.flatMap(({ virtual, repositoryId, pullRequest }) =>
      virtual || pullRequest === null ? [] : [{ repositoryId, number: pullRequest.number }],
    );
    return watching(read, organizationId, shown, true);
  }
}

@Injectable()
@ReactTo(TasksRemoved)
export class OnTasksRemoved implements ReactsTo<TasksRemoved> {
  react({ payload: { organizationId, tasks } }: TasksRemoved, read: ReadTx): Promise<CommandMessage[]> {
    const had = tasks.flatMap(({ repositoryId, pullRequests }) =>
      pullRequests.map((number) => ({ repositoryId, number })),
    );
    return watching(read, organizationId, had, false);
  }
}

const MOST = 100;

/** Tasks change often and this seldom, so nothing is sent for pull requests that are watched, or not, already. */
async function watching(
  read: ReadTx,
  organizationId: string,
  pullRequests: readonly { repositoryId: string; number: number }[],
  watched: boolean,
): Promise<CommandMessage[]> {
  const changing = await watchedOf(read, organizationId, pullRequests, !watched);
  return Array.from({ length: Math.ceil(changing.length / MOST) }, (_, part) => {
    const some = changing.slice(part * MOST, (part + 1) * MOST);
    return new WatchPullRequests({ organizationId, pullRequests: some.map((one) => ({ ...one, watched })) });
  });
}

export const REACTIONS = [OnSettingsChanged, OnTasksChanged, OnTasksRemoved];
