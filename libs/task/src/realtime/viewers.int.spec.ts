import { Database, type FollowsViewers } from '@foundry/messaging';
import { ScratchDatabase } from '@foundry/messaging/testing';
import { SandboxById, type SandboxView, TouchSandbox } from '@foundry/sandbox/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { manifest } from '../manifest.js';
import { ACME, aMachine, ANA, aReadySession, aReadyTask, BEN, idOf, SANDBOX, SESSION, TASK } from '../testing/tasks.js';
import { TaskSessionViewers, TaskViewers, WatchedMachines } from './viewers.js';

/** What the module of machines knows: the hold of viewers ends then. */
let keptUntil: Date | null = null;
let asked = 0;

@QueryHandler(SandboxById)
class Machines implements IQueryHandler<SandboxById, SandboxView> {
  execute({ sandboxId }: SandboxById): Promise<SandboxView> {
    asked += 1;
    const turn = { kind: 'turn' as const, until: new Date(Date.now() + 600_000).toISOString() };
    const viewer = keptUntil && { kind: 'viewer' as const, until: keptUntil.toISOString() };
    return Promise.resolve(aMachine({ sandboxId, holds: viewer ? [turn, viewer] : [turn] }));
  }
}

describe('looking at a task', () => {
  let database: ScratchDatabase;
  /** API instances, as many as a test looks through. */
  let instances: INestApplicationContext[] = [];

  beforeAll(async () => {
    database = await ScratchDatabase.create(manifest);
    const asleep = {
      taskId: idOf(11),
      sandboxId: idOf(12),
      sandbox: aMachine({ sandboxId: idOf(12), state: 'paused' }),
    };
    await database.save(
      aReadyTask(),
      aReadyTask(asleep),
      aReadyTask({ taskId: idOf(21), sandboxId: null, sandbox: null }),
    );
    await database.save(aReadySession(), aReadySession({ sessionId: idOf(13), taskId: idOf(11) }));
  });
  beforeEach(() => {
    keptUntil = null;
    asked = 0;
  });
  afterEach(async () => {
    for (const instance of instances) await instance.close();
    instances = [];
  });
  afterAll(() => database.drop());

  const instance = async () => {
    @Module({})
    class ScreenModule {}
    const own = { provide: Database, useValue: database };
    const providers = [own, WatchedMachines, TaskViewers, TaskSessionViewers, Machines];
    const options = { module: ScreenModule, imports: [CqrsModule.forRoot()], providers };
    const context = await NestFactory.createApplicationContext(options, { logger: ['error'], abortOnError: false });
    instances.push(await context.init());
    return { tasks: context.get(TaskViewers), sessions: context.get(TaskSessionViewers) };
  };
  const looks = (follower: FollowsViewers, ...ids: string[]) =>
    follower.follow(
      ids.flatMap((id) =>
        [ANA, BEN].map(({ userId }) => ({ actor: { kind: 'user', userId, via: 'session' } as const, id })),
      ),
    );

  it('keeps its machine awake, once a minute however many look, at the task or a session of it', async () => {
    const { tasks, sessions } = await instance();
    const touches = await looks(tasks, TASK);
    expect(touches.map(({ actor, command }) => [actor.userId, command])).toEqual([
      [ANA.userId, new TouchSandbox({ organizationId: ACME, sandboxId: SANDBOX })],
    ]);
    expect(await looks(sessions, SESSION)).toEqual([]);
    expect(await looks((await instance()).sessions, SESSION)).toHaveLength(1);
  });

  it('is followed by the instance that sees first that the last touch is a minute old', async () => {
    const [first, second] = [await instance(), await instance()];
    keptUntil = new Date(Date.now() + 110_000);
    expect(await looks(first.tasks, TASK)).toEqual([]);
    expect(await looks(first.tasks, TASK)).toEqual([]);
    expect(asked).toBe(1);
    keptUntil = new Date(Date.now() + 50_000);
    expect(await looks(second.tasks, TASK)).toHaveLength(1);
  });

  it('wakes no machine that sleeps, and asks for none where there is none', async () => {
    const { tasks, sessions } = await instance();
    expect(await looks(tasks, idOf(11), idOf(21), idOf(99))).toEqual([]);
    expect(await looks(sessions, idOf(13), idOf(98))).toEqual([]);
    expect(asked).toBe(0);
  });
});
