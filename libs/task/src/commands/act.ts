import { Handler, NotFound, type Tx } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import type { TaskPerson, TaskSeed } from '../contracts/index.js';
import type { Moment } from '../domain/moment.js';
import { TaskNotOpen, WrongSender } from '../domain/rejections.js';
import { Task } from '../domain/task.entity.js';
import { WholeTask } from '../domain/whole-task.js';
import { keepTask, momentOf } from './keep-task.js';
import { circumstances, loadTask, Surroundings } from './load-task.js';

interface Acted {
  organizationId: string;
  taskId: string;
  seed: TaskSeed;
  by: TaskPerson;
}
type Act<T> = (whole: WholeTask, moment: Moment) => T | Promise<T>;

/** What every handler of this module stands on. */
@Injectable()
export abstract class TaskHandler<C extends CommandMessage> extends Handler<C> {
  constructor(protected readonly surroundings: Surroundings) {
    super();
  }

  /** A person acts: a task that nobody used yet becomes real by it. Rejects when the task is put away. */
  protected async acted<T>(tx: Tx, payload: Acted, act: Act<T>, mayBe: 'open' | 'any' = 'open'): Promise<T> {
    if (tx.actor.kind !== 'user' || tx.actor.userId !== payload.by.userId) throw new WrongSender();
    const whole = (await loadTask(tx, payload, this.surroundings)) ?? (await this.fresh(tx, payload, null, payload.by));
    const { lifecycle } = whole.task;
    if (mayBe === 'open' && lifecycle !== 'open') throw new TaskNotOpen(lifecycle);
    return keepAfter(tx, whole, act);
  }

  /** Foundry itself reports or asks: to a task that does not exist it does nothing. */
  protected async noted(tx: Tx, payload: { organizationId: string; taskId: string }, act: Act<void>): Promise<null> {
    if (tx.actor.kind !== 'system') throw new WrongSender();
    const whole = await loadTask(tx, payload, this.surroundings);
    if (whole) await keepAfter(tx, whole, act);
    return null;
  }

  /** Made of its seed, which is of this task. */
  protected async fresh(
    tx: Tx,
    { organizationId, taskId, seed }: Omit<Acted, 'by'>,
    provider: string | null,
    by: TaskPerson,
  ): Promise<WholeTask> {
    if (seed.taskId !== taskId || seed.organizationId !== organizationId) throw new NotFound('This task');
    const task = Task.of(seed, { provider, userId: by.userId }, tx.now);
    const whole = new WholeTask(task, null, await circumstances(tx, task, 0, this.surroundings));
    whole.touch(task, whole.owner);
    return whole;
  }
}

async function keepAfter<T>(tx: Tx, whole: WholeTask, act: Act<T>): Promise<T> {
  const result = await act(whole, momentOf(tx));
  await keepTask(tx, whole);
  return result;
}
