import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { E2bStandIn } from '../../testing/e2b-stand-in.js';
import type { MachineLabels } from '../provider.js';
import { E2bProvider } from './e2b.provider.js';

const HOUR = 60 * 60_000;
let e2b: E2bStandIn;
let provider: E2bProvider;
const abort = () => AbortSignal.timeout(20_000);
const instance = randomUUID();

const at = (apiKey: string) =>
  new E2bProvider({ apiKey, apiUrl: e2b.url, sandboxUrl: e2b.url, template: 'foundry-sandbox' });

beforeEach(async () => {
  e2b = await E2bStandIn.start('e2b_key');
  provider = at('e2b_key');
});
afterEach(() => e2b.stop());

function labels(generation = 1): MachineLabels {
  return { instance, organization: '9919', task: randomUUID(), sandbox: randomUUID(), generation };
}

describe('machines of E2B, through its SDK', () => {
  it('live for an hour, are closed to strangers, and pause at their end without waking by themselves', async () => {
    const made = await provider.create({ labels: labels(), token: 'x' }, abort());
    expect(made).toMatchObject({ home: '/home/user', isolation: 'virtual machine' });
    expect(e2b.machine(made.ref).asked).toMatchObject({ templateID: 'foundry-sandbox', timeout: 3_600 });
    expect(made.expiresAt?.getTime()).toBeGreaterThan(Date.now() + HOUR - 60_000);
  });

  it('are found by their labels on all pages', async () => {
    const wanted = labels();
    for (const one of [labels(), labels(), labels(), labels(), wanted]) {
      await provider.create({ labels: one, token: 'x' }, abort());
    }
    expect(await provider.find({ instance }, abort())).toHaveLength(5);
    const found = await provider.find({ instance, sandbox: wanted.sandbox, generation: 1 }, abort());
    expect(found.map((machine) => machine.labels)).toEqual([wanted]);
    expect(await provider.find({ instance: randomUUID() }, abort())).toEqual([]);
  });

  it('serve the real agent server behind both tokens, also after a pause', async () => {
    const { ref } = await provider.create({ labels: labels(), token: 'x' }, abort());
    const start = { token: 't0ken', environment: { PLANTED: 'value' } };
    const endpoint = await provider.ensureServer(ref, start, abort());
    expect(await provider.ensureServer(ref, start, abort())).toEqual(endpoint);
    expect(e2b.machine(ref).starts).toHaveLength(1);
    expect(JSON.stringify(e2b.machine(ref).starts[0]?.process.args)).not.toContain('t0ken');
    await provider.pause(ref, abort());
    expect(await provider.inspect(ref, abort())).toMatchObject({ state: 'paused' });
    await provider.resume(ref, abort());
    expect(await provider.ensureServer(ref, start, abort())).toEqual(endpoint);
    const closed = await fetch(`${endpoint.url}/v1/health`, {
      headers: { ...endpoint.headers, 'e2b-traffic-access-token': 'other', Authorization: 'Bearer t0ken' },
    });
    expect(closed.status).toBe(403);
  });

  it('never live shorter by being extended, and say when no longer life is granted', async () => {
    const { ref } = await provider.create({ labels: labels(), token: 'x' }, abort());
    const before = e2b.machine(ref).endAt;
    expect(await provider.extend(ref, 60_000, abort())).toEqual(before);
    await provider.extend(ref, 2 * HOUR, abort());
    expect(e2b.machine(ref).endAt.getTime()).toBeGreaterThan(Date.now() + 1.9 * HOUR);
    e2b.longestLife = 7_200;
    expect(await provider.extend(ref, 3 * HOUR, abort())).toBe('refused');
  });

  it('are gone only when E2B says so', async () => {
    const { ref } = await provider.create({ labels: labels(), token: 'x' }, abort());
    e2b.failWith = 503;
    await expect(provider.inspect(ref, abort())).rejects.toMatchObject({ code: 'e2b.unavailable' });
    e2b.failWith = 429;
    await expect(provider.inspect(ref, abort())).rejects.toMatchObject({ code: 'e2b.rate_limited' });
    e2b.failWith = null;
    await provider.destroy(ref, abort());
    expect(await provider.inspect(ref, abort())).toEqual({ state: 'gone' });
    await provider.destroy(ref, abort());
  });

  it('are refused for good with another key', async () => {
    await expect(at('other').create({ labels: labels(), token: 'x' }, abort())).rejects.toMatchObject({
      code: 'e2b.refused',
    });
  });
});
