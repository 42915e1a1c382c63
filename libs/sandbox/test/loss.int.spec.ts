import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, Encryption, Secret } from '@foundry/messaging';
import { eventually } from '@foundry/messaging/testing';
import { QueryBus } from '@nestjs/cqrs';
import {
  DestroySandbox,
  ExtendSandbox,
  HoldSandbox,
  PauseSandbox,
  ProcessesOf,
  ReapMachines,
  RecordGone,
  RecordResources,
  RecordStarted,
  RecreateSandbox,
  ResumeSandbox,
  SetVariable,
} from '../src/contracts/index.js';
import { variablePlace } from '../src/machine/machine-environment.js';
import { ACME, Foundry, taskOf } from '../src/testing/foundry.js';

let foundry: Foundry;
let repository: string;

beforeAll(async () => {
  foundry = await Foundry.start({ ANTHROPIC_API_KEY: 'sk-ant-of-the-instance' });
  repository = await foundry.git.repository('orders');
});
afterAll(async () => {
  delete process.env['ANTHROPIC_API_KEY'];
  await foundry.stop();
});

const abort = () => AbortSignal.timeout(60_000);
const provider = () => foundry.providers.get('local');
const id = (sandboxId: string) => ({ organizationId: ACME, sandboxId });

const labelsOf = async (sandbox: string, generation: number) => ({
  ...{ instance: await foundry.instance(), organization: ACME, task: taskOf(sandbox), sandbox, generation },
});
const machinesOf = (sandbox: string) => foundry.machinesOf(sandbox);

describe('machines and their owners', () => {
  it('are adopted when their maker died before it could tell', async () => {
    const sandboxId = randomUUID();
    const { ref } = await provider().create({ labels: await labelsOf(sandboxId, 1), token: 'unused' }, abort());
    await foundry.handled(foundry.wanted(repository, sandboxId));
    await foundry.until(sandboxId, 'ready');
    expect((await machinesOf(sandboxId)).map((machine) => machine.ref)).toEqual([ref]);
  });

  it('are ended when they belong to nobody, and no other is', async () => {
    const view = await foundry.ready(repository);
    const stranger = randomUUID();
    await provider().create({ labels: await labelsOf(stranger, 1), token: 'unused' }, abort());
    const foreign = { ...(await labelsOf(randomUUID(), 1)), instance: randomUUID() };
    await provider().create({ labels: foreign, token: 'unused' }, abort());
    await foundry.handled(new ReapMachines({ scope: 'machines' }));
    await eventually(async () => {
      if ((await machinesOf(stranger)).length > 0) throw new Error('It is still there.');
    });
    expect(await machinesOf(view.sandboxId)).toHaveLength(1);
    expect(await provider().find({ instance: foreign.instance }, abort())).toHaveLength(1);
  });

  it('refuse reports of steps that ended', async () => {
    const { sandboxId } = await foundry.ready(repository);
    const late = { ...id(sandboxId), generation: 1, stepId: randomUUID() };
    await expect(foundry.handled(new RecordStarted(late))).rejects.toThrow('step.ended');
    await expect(foundry.handled(new RecordGone({ ...id(sandboxId), generation: 9, reason: 'x' }))).rejects.toThrow(
      'step.ended',
    );
  });

  it('are made again at once while a turn runs, and the old ones are refused', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/turn' });
    const { sandboxId } = view;
    const until = new Date(Date.now() + 600_000).toISOString();
    await foundry.handled(new HoldSandbox({ ...id(sandboxId), holdId: 'turn', kind: 'turn', until }));
    await provider().destroy(`${sandboxId}/g1`, abort());
    await foundry.handled(new RecordGone({ ...id(sandboxId), generation: 1, reason: 'machine.gone' }));
    const again = await foundry.until(sandboxId, 'ready');
    expect(again.generation).toBe(2);
    await expect(foundry.access.exec(view, { argv: ['true'], timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'sandbox.generation_changed',
    });
  });

  it('that are lost have no processes, however often one looks', async () => {
    const { sandboxId, generation } = await foundry.ready(repository, { branch: 'foundry/gone' });
    await provider().destroy(`${sandboxId}/g1`, abort());
    await foundry.handled(new RecordGone({ ...id(sandboxId), generation, reason: 'machine.gone' }));
    const queries = foundry.kernel.workerApp.get(QueryBus, { strict: false });
    const looks = Array.from({ length: 100 }, () => ask(queries, new ProcessesOf(sandboxId)));
    expect((await Promise.all(looks)).every((list) => list.length === 0)).toBe(true);
    expect((await foundry.view(sandboxId)).state).toBe('expired');
  });

  it('that are lost are the end where that was wanted, and the task may ask for another one', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/policy', onExpired: 'destroy' });
    const { sandboxId, taskId } = view;
    await provider().destroy(`${sandboxId}/g1`, abort());
    await foundry.handled(new RecordGone({ ...id(sandboxId), generation: 1, reason: 'machine.gone' }));
    expect(await foundry.view(sandboxId)).toMatchObject({ state: 'destroyed', generation: 1 });
    await foundry.tells(sandboxId, 'sandbox.expired', 'sandbox.destroyed');
    const rebuilt = await foundry.ready(repository, { branch: 'foundry/policy', taskId });
    expect(rebuilt).toMatchObject({ taskId, generation: 1, state: 'ready' });
    expect(rebuilt.sandboxId).not.toBe(sandboxId);
  });

  it('that come back empty are a loss, and the work comes back on another', async () => {
    const view = await foundry.ready(repository, { branch: 'foundry/emptied' });
    const { sandboxId } = view;
    await foundry.run(view, 'sh', '-c', 'echo kept > kept');
    await foundry.handled(new PauseSandbox(id(sandboxId)));
    await foundry.until(sandboxId, 'paused');
    const home = join(foundry.folder, sandboxId, 'g1', 'home');
    await rm(home, { recursive: true });
    await mkdir(home);
    await foundry.handled(new ResumeSandbox(id(sandboxId)));
    const again = await foundry.until(sandboxId, 'ready');
    expect(again.generation).toBe(2);
    expect(await foundry.run(again, 'cat', 'kept')).toBe('kept');
    await eventually(() => {
      const told = foundry.told.find(({ name, entityId }) => name === 'sandbox.expired' && entityId === sandboxId);
      expect(told?.payload).toMatchObject({ reason: 'machine.emptied' });
      return Promise.resolve();
    });
  });

  it('that came back empty are ended though nobody needs another one yet', async () => {
    const { sandboxId, generation } = await foundry.ready(repository, { branch: 'foundry/left' });
    await foundry.handled(new RecordGone({ ...id(sandboxId), generation, reason: 'machine.emptied' }));
    expect(await machinesOf(sandboxId)).toHaveLength(1);
    await foundry.handled(new ReapMachines({ scope: 'machines' }));
    await eventually(async () => {
      expect(await machinesOf(sandboxId)).toEqual([]);
    });
    expect((await foundry.view(sandboxId)).state).toBe('expired');
  });

  it('end for good, with nothing left on the host', async () => {
    const { sandboxId } = await foundry.ready(repository, { branch: 'foundry/end' });
    await foundry.handled(new DestroySandbox({ ...id(sandboxId), reason: 'archived', checkpointFirst: true }));
    await foundry.until(sandboxId, 'destroyed');
    expect(await machinesOf(sandboxId)).toEqual([]);
    await expect(foundry.handled(foundry.wanted(repository, sandboxId))).rejects.toThrow('sandbox.destroyed');
  });

  it('outlive the worker, and are found again by the next one', async () => {
    const { sandboxId } = await foundry.ready(repository, { branch: 'foundry/outlive' });
    const [machine] = await machinesOf(sandboxId);
    const { LocalProvider } = await import('../src/providers/local/local.provider.js');
    const next = new LocalProvider({
      ...{ folder: foundry.folder, mayBeUnisolated: true, agentBinary: null },
      ...{ agentsFolder: null, demoAgent: true },
    });
    expect(await next.inspect(machine?.ref ?? '')).toMatchObject({ state: 'running' });
  });
});

describe('rest', () => {
  it('comes by its schedule, with the work saved, whatever else is told of the machine', async () => {
    const { sandboxId, generation } = await foundry.ready(repository, { branch: 'foundry/idle' });
    const news = Array.from({ length: 20 }, (_, diskUsedMb) =>
      foundry.handled(new RecordResources({ ...id(sandboxId), generation, diskUsedMb })),
    );
    await foundry.exclusively(sandboxId, async (sql) => {
      await sql`update sandbox.sandboxes set idle_at = now(), last_activity_at = now() - interval '20 minutes'
        where sandbox_id = ${sandboxId}`;
      await sql`update messaging.schedule set due_at = now() where key = ${`sandbox.idle:${sandboxId}`}`;
    });
    await Promise.all(news);
    const paused = await foundry.until(sandboxId, 'paused');
    expect(paused.lastCheckpoint).toMatchObject({ reason: 'pause', stored: 'bundle' });
    await eventually(() => {
      const told = foundry.told.find(({ name, entityId }) => name === 'sandbox.paused' && entityId === sandboxId);
      expect(told?.payload).toMatchObject({ reason: 'idle' });
      return Promise.resolve();
    });
    const visits = foundry.git.visits.length;
    await foundry.handled(foundry.wanted(repository, sandboxId, { branch: 'foundry/idle' }));
    expect((await foundry.until(sandboxId, 'ready')).generation).toBe(1);
    expect(foundry.git.visits.slice(visits)).toEqual([]);
  });

  it('is told before it comes, and comes later for whoever asks for that', async () => {
    const { sandboxId } = await foundry.ready(repository, { branch: 'foundry/warned' });
    await foundry.exclusively(
      sandboxId,
      (sql) => sql`update sandbox.sandboxes set idle_at = now() + interval '4 minutes' where sandbox_id = ${sandboxId}`,
    );
    await foundry.due(`sandbox.warning:${sandboxId}`);
    await foundry.tells(sandboxId, 'sandbox.expiring');
    const before = Date.parse((await foundry.view(sandboxId)).idleAt ?? '');
    await foundry.handled(new ExtendSandbox({ ...id(sandboxId), minutes: 60 }));
    expect(Date.parse((await foundry.view(sandboxId)).idleAt ?? '') - before).toBeGreaterThan(50 * 60_000);
  });
});

describe('variables', () => {
  it('reach trusted machines and no others', async () => {
    const of = { organizationId: ACME, repositoryId: null, name: 'PLANTED' };
    const encryption = foundry.kernel.workerApp.get(Encryption, { strict: false });
    const { keyId, bytes } = encryption.seal(new Secret('planted value'), variablePlace(of));
    await foundry.handled(
      new SetVariable({ ...of, ciphertext: bytes.toString('base64'), keyId, secret: true, last4: '' }),
    );
    const trusted = await foundry.ready(repository, { branch: 'foundry/trusted' });
    expect(await foundry.run(trusted, 'sh', '-c', 'echo $PLANTED $ANTHROPIC_API_KEY')).toBe(
      'planted value sk-ant-of-the-instance',
    );
    const fork = await foundry.ready(repository, { branch: 'foundry/fork', trusted: false });
    expect(await foundry.run(fork, 'sh', '-c', 'echo [$PLANTED$ANTHROPIC_API_KEY]')).toBe('[]');
    await foundry.handled(new RecreateSandbox({ ...id(fork.sandboxId), trusted: true }));
    const next = await foundry.until(fork.sandboxId, 'ready');
    expect(next).toMatchObject({ generation: 2, trusted: true });
    expect(await foundry.run(next, 'sh', '-c', 'echo $PLANTED')).toBe('planted value');
    const seen = await foundry.run(trusted, 'env');
    expect(seen).not.toMatch(/DATABASE_URL|AMQP_URL|FOUNDRY_ENCRYPTION_KEYS|GITHUB_/);
  });

  it('are at most a hundred, however many set them', async () => {
    const set = { organizationId: '1', repositoryId: null, ciphertext: 'AAAA', keyId: 'k1', secret: true, last4: '' };
    const names = Array.from({ length: 100 }, (_, index) => `NAME_${String(index)}`);
    await Promise.all(names.map((name) => foundry.handled(new SetVariable({ ...set, name }))));
    await expect(foundry.handled(new SetVariable({ ...set, name: 'ONE_MORE' }))).rejects.toThrow('variable.limit');
    await expect(foundry.handled(new SetVariable({ ...set, name: 'NAME_7' }))).resolves.toMatchObject({
      name: 'NAME_7',
    });
  });

  it('have no names that break machines', async () => {
    const set = { organizationId: ACME, ciphertext: 'AAAA', keyId: 'k1', secret: true, last4: '' };
    for (const name of ['PATH', 'GITHUB_TOKEN', 'LD_PRELOAD']) {
      await expect(foundry.handled(new SetVariable({ ...set, name }))).rejects.toThrow('variable.name_reserved');
    }
  });
});
