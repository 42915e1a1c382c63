import {
  AccountsDiscovered,
  BranchDeleted,
  BranchPushed,
  InstallationChanged,
  MembersChanged,
  PullRequestActivity,
  PullRequestsChanged,
  RepositoriesChanged,
} from '@foundry/github-data/contracts';
import { Handler, type ModuleManifest, type Tx } from '@foundry/messaging';
import { command, EntityId, type EventMessage } from '@foundry/messaging/contracts';
import { ArchiveTask, InitializeTask, UnarchiveTask } from '@foundry/task/contracts';
import { UserDeleted } from '@foundry/user/contracts';
import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';

const EVENTS = [
  AccountsDiscovered,
  BranchDeleted,
  BranchPushed,
  InstallationChanged,
  MembersChanged,
  PullRequestActivity,
  PullRequestsChanged,
  RepositoriesChanged,
  UserDeleted,
];

/** Stands for whatever makes another module tell something. */
class Tell extends command({
  name: 'elsewhere.tell',
  entity: 'entity',
  payload: z.object({ entity: EntityId, name: z.string(), payload: z.unknown() }),
  audit: { none: 'derived' },
}) {}

/** The command that makes `event` happen, as the module that owns it would. */
export function telling(event: EventMessage): Tell {
  const type = EVENTS.find((candidate) => event instanceof candidate);
  if (!type) throw new Error(`${event.constructor.name} is none of the events that this module reacts to.`);
  return new Tell({ entity: 'one', name: type.definition.name, payload: event.payload });
}

@CommandHandler(Tell)
class TellHandler extends Handler<Tell> {
  async handle({ payload: { name, payload } }: Tell, tx: Tx): Promise<null> {
    const type = EVENTS.find(({ definition }) => definition.name === name);
    if (type) tx.emit(type.from(payload));
    return Promise.resolve(null);
  }
}

/** Modules that organization reacts to. */
@Module({ providers: [TellHandler] })
export class ElsewhereModule {
  static readonly manifest: ModuleManifest = {
    name: 'elsewhere',
    entities: [],
    migrations: [],
    commands: [Tell],
    events: EVENTS,
    effects: [],
  };
}

@CommandHandler(InitializeTask)
class InitializeTaskHandler extends Handler<InitializeTask> {
  async handle(): Promise<null> {
    return Promise.resolve(null);
  }
}

@CommandHandler(ArchiveTask)
class ArchiveTaskHandler extends Handler<ArchiveTask> {
  async handle(): Promise<null> {
    return Promise.resolve(null);
  }
}

@CommandHandler(UnarchiveTask)
class UnarchiveTaskHandler extends Handler<UnarchiveTask> {
  async handle(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** Takes the commands that the list sends to tasks, and does nothing. */
@Module({ providers: [InitializeTaskHandler, ArchiveTaskHandler, UnarchiveTaskHandler] })
export class AskedTasksModule {
  static readonly manifest: ModuleManifest = {
    name: 'task',
    entities: [],
    migrations: [],
    commands: [InitializeTask, ArchiveTask, UnarchiveTask],
    events: [],
    effects: [],
  };
}
