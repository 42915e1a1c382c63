import { ask, Database, type FollowsViewers, FollowViewersOf, type FromViewer, type Viewer } from '@foundry/messaging';
import { Id64, Uuid } from '@foundry/messaging/contracts';
import { SandboxById, TouchSandbox } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';

/** A touch keeps a machine for two minutes; with so much of them left it is not touched again. */
const ENOUGH_MS = 60_000;
/** A machine that is not looked at any more is forgotten with the next one that is touched. */
const REMEMBERED = 1_000;

const Looked = z.array(z.object({ id: Uuid, organizationId: Id64, sandboxId: Uuid }));
type Looked = z.infer<typeof Looked>;

/**
 * A machine stays awake while somebody looks at its task. Whichever instance sees first that the last touch is a minute old
 * sends the next one; its hold is what the others see.
 */
@Injectable()
export class WatchedMachines {
  /** Until when a machine does not have to be looked at again. */
  readonly #rests = new Map<string, number>();

  constructor(private readonly queries: QueryBus) {}

  async touched(viewers: readonly Viewer[], looked: Looked): Promise<FromViewer[]> {
    const touches: FromViewer[] = [];
    for (const { id, organizationId, sandboxId } of looked) {
      const viewer = viewers.find((one) => one.id === id);
      if (!viewer || (this.#rests.get(sandboxId) ?? 0) > Date.now()) continue;
      if (this.#rests.size > REMEMBERED) this.#rests.clear();
      const keptUntil = await this.#keptUntil(sandboxId);
      this.#rests.set(sandboxId, Math.max(keptUntil - ENOUGH_MS, Date.now() + ENOUGH_MS / 2));
      if (keptUntil - Date.now() > ENOUGH_MS) continue;
      touches.push({ actor: viewer.actor, command: new TouchSandbox({ organizationId, sandboxId }) });
      this.#rests.set(sandboxId, Date.now() + ENOUGH_MS);
    }
    return touches;
  }

  async #keptUntil(sandboxId: string): Promise<number> {
    const sandbox = await ask(this.queries, new SandboxById(sandboxId));
    const holds = sandbox?.holds.filter(({ kind }) => kind === 'viewer') ?? [];
    return Math.max(0, ...holds.map(({ until }) => Date.parse(until)));
  }
}

/** Looking at a task keeps its machine awake, if it runs. */
@Injectable()
@FollowViewersOf('task')
export class TaskViewers implements FollowsViewers {
  constructor(
    private readonly database: Database,
    private readonly machines: WatchedMachines,
  ) {}

  async follow(viewers: readonly Viewer[]): Promise<readonly FromViewer[]> {
    const rows = await this.database.sql`
      select task_id as id, organization_id as "organizationId", sandbox_id as "sandboxId" from task.tasks
      where task_id = any(${viewers.map(({ id }) => id)}::uuid[]) and sandbox->>'state' in ('ready', 'degraded')`;
    return this.machines.touched(viewers, Looked.parse(rows));
  }
}

/** Looking at a session is looking at its task. */
@Injectable()
@FollowViewersOf('session')
export class TaskSessionViewers implements FollowsViewers {
  constructor(
    private readonly database: Database,
    private readonly machines: WatchedMachines,
  ) {}

  async follow(viewers: readonly Viewer[]): Promise<readonly FromViewer[]> {
    const rows = await this.database.sql`
      select s.session_id as id, t.organization_id as "organizationId", t.sandbox_id as "sandboxId"
      from task.sessions s join task.tasks t using (task_id)
      where s.session_id = any(${viewers.map(({ id }) => id)}::uuid[]) and t.sandbox->>'state' in ('ready', 'degraded')`;
    return this.machines.touched(viewers, Looked.parse(rows));
  }
}
