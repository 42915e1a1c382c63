import { NOON } from '@foundry/messaging/testing';
import { Limits } from '../domain/limits.entity.js';
import { Changes } from '../domain/changes.entity.js';
import { Message } from '../domain/message.entity.js';
import type { Moment } from '../domain/moment.js';
import { Operation } from '../domain/operation.entity.js';
import { Permission } from '../domain/permission.entity.js';
import { Session } from '../domain/session.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import type { Task } from '../domain/task.entity.js';
import { Turn } from '../domain/turn.entity.js';
import { type Circumstances, WholeTask } from '../domain/whole-task.js';
import { ACME, idOf } from './tasks.js';

/** A task with its rows, for the rules that look at all of it. */
export function aWhole(task: Task, rows: readonly object[] = [], around: Partial<Circumstances> = {}): WholeTask {
  const owner = rows.find((row) => row instanceof Owner) ?? null;
  const whole = new WholeTask(task, owner, {
    limits: Limits.usual(ACME),
    spent: { task: 0, organization: 0, byUser: {} },
    runningTurns: 0,
    cloneUrl: 'https://github.example/acme/web.git',
    usualAgent: 'claude',
    ...around,
  });
  for (const row of rows) {
    if (row instanceof Session) whole.sessions.push(row);
    else if (row instanceof Message) whole.messages.push(row);
    else if (row instanceof Turn) whole.turns.push(row);
    else if (row instanceof Permission) whole.permissions.push(row);
    else if (row instanceof Operation) whole.operations.push(row);
    else if (row instanceof Changes) whole.changes = row;
  }
  return whole;
}

export const moment: Moment = { now: NOON, id: (label) => idOf(1_000 + label.length) };
