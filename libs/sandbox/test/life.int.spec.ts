import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { DestroySandbox, PauseSandbox, ResumeSandbox, type SandboxView } from '../src/contracts/index.js';
import { InstanceLimits } from '../src/commands/life.handlers.js';
import { SandboxRows } from '../src/queries/sandbox-rows.js';
import { ACME, Foundry } from '../src/testing/foundry.js';

let foundry: Foundry;
let repository: string;

beforeAll(async () => {
  foundry = await Foundry.start();
  repository = await foundry.git.repository('orders', { 'README.md': 'Hello\n', 'src/a b.txt': 'one\n' });
});
afterAll(async () => {
  await foundry.stop();
});

describe('the life of a sandbox', () => {
  it('brings a machine with the repository on a new branch', async () => {
    const view = await foundry.ready(repository);
    expect(view).toMatchObject({ generation: 1, provider: 'local', error: null, repository: { state: 'ready' } });
    expect(await foundry.run(view, 'git', 'symbolic-ref', '--short', 'HEAD')).toBe('foundry/work');
    expect(await foundry.run(view, 'cat', 'src/a b.txt')).toBe('one');
    await foundry.tells(view.sandboxId, 'sandbox.ready');
  });

  it('is on the list of its organization until it ends, for those who see its repository', async () => {
    const rows = new SandboxRows(foundry.kernel.workerApp.get(DataSource, { strict: false }));
    const seen = { all: true, ids: [] };
    const idsOf = (list: SandboxView[]) => list.map(({ sandboxId }) => sandboxId);
    const first = await foundry.ready(repository, { branch: 'foundry/first' });
    const second = await foundry.ready(repository, { branch: 'foundry/second' });
    const all = idsOf(await rows.list(ACME, seen, null, 100));
    expect(all.slice(0, 2)).toEqual([second.sandboxId, first.sandboxId]);
    expect(idsOf(await rows.list(ACME, seen, second.sandboxId, 1))).toEqual([first.sandboxId]);
    expect(idsOf(await rows.list(ACME, { all: false, ids: ['77'] }, null, 100))).toEqual(all);
    expect(await rows.list(ACME, { all: false, ids: ['78'] }, null, 100)).toEqual([]);
    expect(await rows.list('1', seen, null, 100)).toEqual([]);
    const end = { organizationId: ACME, sandboxId: first.sandboxId, reason: 'archived', checkpointFirst: false };
    await foundry.handled(new DestroySandbox(end));
    await foundry.until(first.sandboxId, 'destroyed');
    expect(idsOf(await rows.list(ACME, seen, null, 100))).not.toContain(first.sandboxId);
  });

  it('begins only while its organization has room for another machine', async () => {
    const limits = foundry.kernel.workerApp.get(InstanceLimits, { strict: false });
    const before = limits.perOrganization;
    const { sandboxId } = await foundry.ready(repository, { branch: 'foundry/room' });
    Object.assign(limits, { perOrganization: 1 });
    await expect(foundry.request(repository)).rejects.toThrow('sandbox.limit');
    // Whoever has one goes on with it.
    await foundry.handled(foundry.wanted(repository, sandboxId, { branch: 'foundry/room' }));
    Object.assign(limits, { perOrganization: before });
  });

  it('sleeps with its work and wakes with it', async () => {
    const view = await foundry.ready(repository);
    const id = { organizationId: ACME, sandboxId: view.sandboxId };
    await foundry.run(view, 'sh', '-c', 'echo new > new.txt');
    await foundry.handled(new PauseSandbox(id));
    const paused = await foundry.until(view.sandboxId, 'paused');
    expect(paused.lastCheckpoint).toMatchObject({ dirty: true, stored: 'bundle', reason: 'pause' });
    await foundry.handled(new ResumeSandbox(id));
    await foundry.until(view.sandboxId, 'ready');
    expect(await foundry.run(view, 'cat', 'new.txt')).toBe('new');
  });
});
