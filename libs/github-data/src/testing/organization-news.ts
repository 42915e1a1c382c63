import { Handler, type ModuleManifest, type Tx } from '@foundry/messaging';
import { command, type EventMessage } from '@foundry/messaging/contracts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  SettingsChanged,
  TasksChanged,
  TasksRemoved,
  type TaskSummary,
} from '@foundry/organization/contracts';
import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';

const EVENTS = [SettingsChanged, TasksChanged, TasksRemoved];

/** Stands for whatever makes the organization tell something. */
class Tell extends command({
  name: 'organization.tell',
  entity: 'entity',
  payload: z.object({ entity: z.literal('one'), name: z.string(), payload: z.unknown() }),
  audit: { none: 'derived' },
}) {}

@CommandHandler(Tell)
class TellHandler extends Handler<Tell> {
  async handle({ payload: { name, payload } }: Tell, tx: Tx): Promise<null> {
    const type = EVENTS.find(({ definition }) => definition.name === name);
    if (type) tx.emit(type.from(payload));
    return Promise.resolve(null);
  }
}

/** The module that the reactions of this one listen to, as far as it tells things. */
@Module({ providers: [TellHandler] })
export class OrganizationNewsModule {
  static readonly manifest: ModuleManifest = {
    name: 'organization',
    entities: [],
    migrations: [],
    commands: [Tell],
    events: EVENTS,
    effects: [],
  };
}

/** The command that makes `event` happen. */
export function telling(event: EventMessage): Tell {
  const type = EVENTS.find((candidate) => event instanceof candidate);
  if (!type) throw new Error(`${event.constructor.name} is none of the events that this module reacts to.`);
  return new Tell({ entity: 'one', name: type.definition.name, payload: event.payload });
}

interface Shown {
  organizationId: string;
  repositoryId: string;
  number: number;
}

/** Somebody works on the task of this pull request. */
export function worked({ organizationId, repositoryId, number }: Shown, over: Partial<TaskSummary> = {}): TasksChanged {
  const at = '2030-01-01T12:00:00.000Z';
  const task: TaskSummary = {
    id: '0190c6a0-0000-7000-8000-000000000001',
    organizationId,
    repositoryId,
    repositoryName: 'acme/web',
    repositoryAvailable: true,
    branch: 'x',
    branchGone: false,
    fork: false,
    virtual: false,
    status: 'idle',
    title: 'x',
    titleSource: 'user',
    statusReason: null,
    archivedAt: null,
    archiveReason: null,
    owner: null,
    sessions: [],
    filesChanged: null,
    linesAdded: null,
    linesRemoved: null,
    unpushed: null,
    lastActivityAt: at,
    pullRequest: {
      number,
      state: 'open',
      draft: false,
      title: 'x',
      url: 'https://github.example/x',
      baseBranch: 'main',
      authorLogin: null,
      checks: 'none',
      review: 'none',
      openedAt: at,
      closedAt: null,
      closedBy: null,
    },
    pullRequestCount: 1,
    createdAt: at,
    version: 1,
    ...over,
  };
  return new TasksChanged({ organizationId, version: 1, tasks: [task] });
}

/** The task of this pull request left the list. */
export const removed = ({ organizationId, repositoryId, number }: Shown): TasksRemoved =>
  new TasksRemoved({
    organizationId,
    version: 2,
    tasks: [{ id: '0190c6a0-0000-7000-8000-000000000001', repositoryId, pullRequests: [number], version: 2 }],
  });

export const settingsFrom = (
  organizationId: string,
  before: Partial<Settings>,
  after: Partial<Settings>,
  version: number,
): SettingsChanged =>
  new SettingsChanged({
    organizationId,
    version,
    settings: { ...DEFAULT_SETTINGS, ...after },
    previous: { ...DEFAULT_SETTINGS, ...before },
  });
