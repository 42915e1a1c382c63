import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import {
  DestroySandbox,
  HoldSandbox,
  PauseSandbox,
  type ProviderName,
  ReapMachines,
  ResumeSandbox,
  RetrySandbox,
  type SandboxView,
} from '../src/contracts/index.js';
import { WatchTimings } from '../src/effects/watch-timings.js';
import { E2bStandIn } from '../src/testing/e2b-stand-in.js';
import { EngineStandIn } from '../src/testing/engine-stand-in.js';
import { ACME, Foundry } from '../src/testing/foundry.js';

/** Steps that give up and begin again rest in between. */
const PATIENT_MS = 100_000;
let e2b: E2bStandIn;
let engine: EngineStandIn;
let foundry: Foundry;
let repository: string;

beforeAll(async () => {
  e2b = await E2bStandIn.start('e2b_key');
  engine = await EngineStandIn.start({ images: ['foundry-sandbox:0.1.0'] });
  foundry = await Foundry.start({
    SANDBOX_PROVIDERS: 'e2b,docker,local',
    E2B_API_KEY: 'e2b_key',
    E2B_API_URL: e2b.url,
    E2B_SANDBOX_URL: e2b.url,
    DOCKER_HOST: engine.host,
  });
  const timings = foundry.kernel.workerApp.get(WatchTimings, { strict: false });
  Object.assign(timings, { lookMs: 50, healthMs: 100, lifeMs: 50 });
  repository = await foundry.git.repository('orders');
});
afterAll(async () => {
  await foundry.stop();
  await e2b.stop();
  await engine.stop();
});

const id = (sandboxId: string) => ({ organizationId: ACME, sandboxId });
const ready = (provider: ProviderName) => foundry.ready(repository, { provider });
const nameAtE2b = async (sandboxId: string): Promise<string> => {
  const [machine] = await foundry.machinesOf(sandboxId, 'e2b');
  if (!machine) throw new Error('E2B has no machine of it.');
  return machine.ref;
};
const hold = ({ sandboxId }: SandboxView) => {
  const until = new Date(Date.now() + 600_000).toISOString();
  return foundry.handled(new HoldSandbox({ ...id(sandboxId), holdId: 'turn', kind: 'turn', until }));
};
const told = (name: string, sandboxId: string) =>
  foundry.told.filter((event) => event.name === name && event.entityId === sandboxId);

describe('machines of three providers in one process', () => {
  it('have each its own home and repository', async () => {
    const views = await Promise.all([ready('e2b'), ready('docker'), ready('local')]);
    for (const view of views) {
      await foundry.run(view, 'sh', '-c', `echo ${view.sandboxId} > whose; cp whose "$HOME/whose"`);
    }
    for (const view of views) {
      expect(await foundry.run(view, 'sh', '-c', 'cat whose "$HOME/whose"')).toBe(
        `${view.sandboxId}\n${view.sandboxId}`,
      );
    }
    const homes = await Promise.all(views.slice(0, 2).map((view) => foundry.access.places(view)));
    expect(homes).toEqual([
      { home: '/home/user', repository: '/home/user/repo' },
      { home: '/home/sandbox', repository: '/home/sandbox/repo' },
    ]);
    expect(views.map(({ isolation }) => isolation).slice(0, 2)).toEqual(['virtual machine', 'container']);
  });
});

describe('a provider', () => {
  it('that never answers is a failure at the deadline; another try works, and what comes late is ended', async () => {
    const release = e2b.holdOne();
    const sandboxId = await foundry.request(repository, { provider: 'e2b' });
    await foundry.until(sandboxId, 'provisioning');
    await foundry.expire(sandboxId);
    const failed = await foundry.until(sandboxId, 'failed');
    expect(failed.error?.code).toBe('provisioning.deadline');
    await foundry.handled(new RetrySandbox(id(sandboxId)));
    const view = await foundry.until(sandboxId, 'ready');
    expect(view.generation).toBe(1);
    const present = await nameAtE2b(sandboxId);
    release();
    await eventually(async () => {
      expect(await foundry.machinesOf(sandboxId, 'e2b')).toHaveLength(2);
    });
    await foundry.handled(new ReapMachines({ scope: 'machines' }));
    await eventually(async () => {
      expect((await foundry.machinesOf(sandboxId, 'e2b')).map(({ ref }) => ref)).toEqual([present]);
    });
    expect(await foundry.run(view, 'git', 'symbolic-ref', '--short', 'HEAD')).toBe('foundry/work');
  });

  it('is asked for a longer life as long as work goes on, without anybody who looks', async () => {
    const view = await ready('e2b');
    await hold(view);
    const before = e2b.extensions;
    await eventually(() => {
      expect(e2b.extensions).toBeGreaterThanOrEqual(before + 15);
    });
    expect(await foundry.view(view.sandboxId)).toMatchObject({ state: 'ready', generation: 1 });
    expect(told('sandbox.paused', view.sandboxId)).toEqual([]);
  });

  it('that grants no longer life and pauses is told of once, and its machine is woken for the work on it', async () => {
    const view = await ready('e2b');
    await foundry.run(view, 'sh', '-c', 'echo kept > kept');
    e2b.longestLife = 1;
    await hold(view);
    await foundry.tells(view.sandboxId, 'sandbox.expiring');
    expect(told('sandbox.expiring', view.sandboxId)[0]?.payload).toMatchObject({ reason: 'max_life' });
    e2b.machine(await nameAtE2b(view.sandboxId)).state = 'paused';
    await foundry.tells(view.sandboxId, 'sandbox.paused', 'sandbox.resumed');
    e2b.longestLife = 24 * 60 * 60;
    const again = await foundry.until(view.sandboxId, 'ready');
    expect(again.generation).toBe(1);
    expect(await foundry.run(again, 'cat', 'kept')).toBe('kept');
    expect(told('sandbox.paused', view.sandboxId).map(({ payload }) => payload['reason'])).toEqual(['provider']);
  });

  it('may bring the same machine back under another name', async () => {
    const view = await ready('e2b');
    await foundry.run(view, 'sh', '-c', 'echo kept > kept');
    await foundry.handled(new PauseSandbox(id(view.sandboxId)));
    await foundry.until(view.sandboxId, 'paused');
    const provider = foundry.providers.get('e2b');
    const resume = provider.resume.bind(provider);
    provider.resume = async (ref, abort) => {
      const next = e2b.rename(ref);
      return { ...(await resume(next, abort)), ref: next };
    };
    try {
      await foundry.handled(new ResumeSandbox(id(view.sandboxId)));
      const again = await foundry.until(view.sandboxId, 'ready');
      expect(again.generation).toBe(1);
      expect(await foundry.run(again, 'cat', 'kept')).toBe('kept');
    } finally {
      provider.resume = resume;
    }
    await foundry.handled(new PauseSandbox(id(view.sandboxId)));
    await foundry.until(view.sandboxId, 'paused');
    expect(e2b.machine(await nameAtE2b(view.sandboxId)).state).toBe('paused');
  });

  it('that cannot end a machine is asked until it is gone, and the tries are shown', async () => {
    const { sandboxId } = await ready('docker');
    engine.failWith = 500;
    await foundry.handled(new DestroySandbox({ ...id(sandboxId), reason: 'archived', checkpointFirst: false }));
    await eventually(async () => {
      const { state, error } = await foundry.view(sandboxId);
      expect({ state, message: error?.message }).toMatchObject({
        state: 'destroying',
        message: expect.stringMatching(/^Tried 1 times: Docker/),
      });
    }, PATIENT_MS);
    engine.failWith = null;
    await foundry.exclusively(
      sandboxId,
      (sql) =>
        sql`update sandbox.sandboxes set state_since = now() - interval '1 minute' where sandbox_id = ${sandboxId}`,
    );
    await foundry.handled(new ReapMachines({ scope: 'machines' }));
    await foundry.until(sandboxId, 'destroyed');
    expect(await foundry.machinesOf(sandboxId, 'docker')).toEqual([]);
  });
});
