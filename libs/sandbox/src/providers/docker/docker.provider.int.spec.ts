import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { MachineLabels } from '../provider.js';
import { DockerProvider } from './docker.provider.js';
import { EngineStandIn } from '../../testing/engine-stand-in.js';

let engine: EngineStandIn;
let provider: DockerProvider;
const abort = () => AbortSignal.timeout(20_000);
const instance = randomUUID();
const at = ({ host }: EngineStandIn, network: string | null = null) =>
  new DockerProvider({ host, image: 'foundry-sandbox:0.1.0', network });

beforeEach(async () => {
  engine = await EngineStandIn.start({ images: ['foundry-sandbox:0.1.0'] });
  provider = at(engine);
});
afterEach(() => engine.stop());

function labels(generation = 1, sandbox: string = randomUUID()): MachineLabels {
  return { instance, organization: '9919', task: randomUUID(), sandbox, generation };
}

describe('machines of docker', () => {
  it('are containers without rights, within limits, reached on loopback alone', async () => {
    const made = await provider.create({ labels: labels(), token: 't0ken' }, abort());
    expect(made).toMatchObject({ home: '/home/sandbox', isolation: 'container', expiresAt: null });
    const { HostConfig, User, Labels } = engine.container(made.ref).asked;
    expect(User).toBe('1000:1000');
    expect(HostConfig).toMatchObject({
      Privileged: false,
      CapDrop: ['ALL'],
      SecurityOpt: ['no-new-privileges'],
      NanoCpus: 2e9,
      Memory: 4 * 1024 ** 3,
      PidsLimit: 512,
      AutoRemove: false,
      PortBindings: { '2468/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }] },
    });
    expect(JSON.stringify(HostConfig)).not.toContain('docker.sock');
    expect(Labels).toMatchObject({ 'foundry-instance': instance, 'foundry-generation': '1' });
  });

  it('are made once for one generation, and found by their labels', async () => {
    const first = labels();
    const { ref } = await provider.create({ labels: first, token: 'x' }, abort());
    expect((await provider.create({ labels: first, token: 'x' }, abort())).ref).toBe(ref);
    await provider.create({ labels: labels(), token: 'x' }, abort());
    expect(await provider.find({ instance }, abort())).toHaveLength(2);
    expect(await provider.find({ instance, sandbox: first.sandbox, generation: 1 }, abort())).toEqual([
      { ref, labels: first },
    ]);
    expect(await provider.find({ instance: randomUUID() }, abort())).toEqual([]);
  });

  it('sleep, wake, and are gone for certain only when the engine says so', async () => {
    const { ref } = await provider.create({ labels: labels(), token: 'x' }, abort());
    await provider.pause(ref, abort());
    await provider.pause(ref, abort());
    expect(await provider.inspect(ref, abort())).toMatchObject({ state: 'paused' });
    await provider.resume(ref, abort());
    expect(await provider.inspect(ref, abort())).toMatchObject({ state: 'running' });
    engine.failWith = 500;
    await expect(provider.inspect(ref, abort())).rejects.toMatchObject({ code: 'docker.failed' });
    engine.failWith = null;
    await provider.destroy(ref, abort());
    expect(await provider.inspect(ref, abort())).toEqual({ state: 'gone' });
    expect(engine.volumes.size).toBe(0);
    await provider.destroy(ref, abort());
  });

  it('serve the real agent server, with the token and what the machine gets', async () => {
    const { ref } = await provider.create({ labels: labels(), token: 'x' }, abort());
    const start = { token: 't0ken', environment: { PLANTED: 'value' } };
    const endpoint = await provider.ensureServer(ref, start, abort());
    expect(endpoint.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await provider.ensureServer(ref, start, abort())).toEqual(endpoint);
    const [serving, ...others] = engine.container(ref).ran;
    expect(others).toEqual([]);
    expect(serving?.Env).toContain('PLANTED=value');
    expect(JSON.stringify(serving?.Cmd)).not.toContain('t0ken');
    const refused = await fetch(`${endpoint.url}/v1/health`, { headers: { Authorization: 'Bearer other' } });
    expect(refused.status).toBe(401);
  });

  it('are reached in a version of the API that the engine has, old or new, also after it was updated', async () => {
    for (const versions of [
      [12, 41],
      [40, 52],
      [44, 70],
    ] as const) {
      engine.versions = versions;
      await expect(at(engine).find({ instance }, abort())).resolves.toEqual([]);
    }
    for (const versions of [
      [12, 40],
      [60, 70],
    ] as const) {
      engine.versions = versions;
      await expect(at(engine).find({ instance }, abort())).rejects.toMatchObject({ code: 'docker.refused' });
    }
    engine.versions = [12, 41];
    await provider.find({ instance }, abort());
    engine.versions = [44, 52];
    await expect(provider.find({ instance }, abort())).rejects.toMatchObject({ code: 'docker.refused' });
    await expect(provider.find({ instance }, abort())).resolves.toEqual([]);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux('are reached on the network that Foundry shares with them, and publish nothing on the host', async () => {
    const inside = at(engine, 'sandboxes');
    const { ref } = await inside.create({ labels: labels(), token: 'x' }, abort());
    expect(engine.container(ref).asked.HostConfig).toMatchObject({ NetworkMode: 'sandboxes', PortBindings: {} });
    const endpoint = await inside.ensureServer(ref, { token: 't0ken', environment: {} }, abort());
    expect(endpoint.url).toMatch(/^http:\/\/127\.\d+\.\d+\.\d+:2468$/);
    expect((await fetch(`${endpoint.url}/v1/health`, { headers: { Authorization: 'Bearer t0ken' } })).status).toBe(200);
    // a machine from before the network was named is on another one
    const { ref: before } = await provider.create({ labels: labels(), token: 'x' }, abort());
    await expect(inside.ensureServer(before, { token: 'x', environment: {} }, abort())).rejects.toMatchObject({
      code: 'docker.address_missing',
    });
  });

  it('need their image', async () => {
    engine.images.clear();
    await expect(provider.create({ labels: labels(), token: 'x' }, abort())).rejects.toMatchObject({
      code: 'docker.image_missing',
    });
  });

  it('need an engine that answers', async () => {
    await engine.stop();
    await expect(provider.find({ instance }, abort())).rejects.toMatchObject({ code: 'docker.unreachable' });
  });
});
