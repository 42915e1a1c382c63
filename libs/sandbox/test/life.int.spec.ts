import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PauseSandbox, ResumeSandbox } from '../src/contracts/index.js';
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
