import { AccountsDiscovered } from '@foundry/github-data/contracts';
import { Handler, type ModuleManifest, type Tx } from '@foundry/messaging';
import { command, EntityId, type EventMessage } from '@foundry/messaging/contracts';
import {
  MemberChanged,
  MemberRemoved,
  TaskActivity,
  TaskCreated,
  TasksChanged,
  TasksRemoved,
} from '@foundry/organization/contracts';
import {
  InputNeeded,
  MessageAccepted,
  OwnerChanged,
  PermissionChanged,
  SessionClosed,
  TaskArchived,
  TaskDeleted,
  TurnFailed,
  TurnFinished,
  TurnStarted,
} from '@foundry/task/contracts';
import { Module } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';

const EVENTS = [
  AccountsDiscovered,
  MemberChanged,
  MemberRemoved,
  TaskActivity,
  TaskCreated,
  TasksChanged,
  TasksRemoved,
  InputNeeded,
  MessageAccepted,
  OwnerChanged,
  PermissionChanged,
  SessionClosed,
  TaskArchived,
  TaskDeleted,
  TurnFailed,
  TurnFinished,
  TurnStarted,
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

/** Modules that this one reacts to. */
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
