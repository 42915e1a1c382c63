import 'reflect-metadata';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuditLogWorkerModule } from '@foundry/audit-log';
import { KERNEL_PARTITIONS, Topology } from '@foundry/messaging';
import { eventually, OwnBroker, OwnDatabase, Wire } from '@foundry/messaging/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { MANIFESTS } from './modules.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const BROKER = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';
const PARTITIONS = 2;
/** A process that starts on a busy machine, migrations included. */
const START_MS = 90_000;
const Listening = z.object({ msg: z.literal('worker runs'), health: z.object({ port: z.int() }) });
const Readiness = z.object({ status: z.string(), checks: z.record(z.string(), z.object({ status: z.string() })) });

/** The worker as it is deployed. */
class WorkerProcess {
  out = '';
  err = '';
  exitCode: number | null = null;
  readonly exited: Promise<unknown>;
  private readonly child: ChildProcess;

  constructor(environment: Record<string, string>) {
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      WORKER_PORT: '0',
      MESSAGING_PARTITIONS: String(PARTITIONS),
      ...environment,
    };
    this.child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (text: Buffer) => (this.out += text.toString()));
    this.child.stderr?.on('data', (text: Buffer) => (this.err += text.toString()));
    this.exited = once(this.child, 'close').then(([code]: unknown[]) => {
      this.exitCode = typeof code === 'number' ? code : -1;
    });
  }

  get lines(): unknown[] {
    const whole = this.out.split('\n').slice(0, -1);
    return whole.map((line): unknown => JSON.parse(line));
  }

  get runs(): boolean {
    return this.lines.some((line) => Listening.safeParse(line).success);
  }

  read(path: string, headers: Record<string, string> = {}): Promise<Response> {
    const [listening] = this.lines.flatMap((line) => Listening.safeParse(line).data ?? []);
    if (!listening) throw new Error(`It does not listen yet. ${this.out} ${this.err}`);
    return fetch(`http://127.0.0.1:${String(listening.health.port)}${path}`, { headers });
  }

  async readiness(): Promise<z.infer<typeof Readiness>> {
    return Readiness.parse(await (await this.read('/readyz')).json());
  }

  async kill(): Promise<void> {
    if (this.exitCode === null) this.child.kill('SIGKILL');
    await this.exited;
  }
}

const started: WorkerProcess[] = [];
let folder: string;
let own: OwnDatabase;
let wire: Wire;
let prefix: string;

const start = (environment: Record<string, string>): WorkerProcess => {
  const worker = new WorkerProcess({
    DATABASE_URL: own.url,
    AMQP_URL: BROKER,
    AMQP_PREFIX: prefix,
    FOUNDRY_ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...environment,
  });
  started.push(worker);
  return worker;
};

/** Exit code 1 and one sentence, whatever else it said before. */
const endedWith = (worker: WorkerProcess, sentence: RegExp): void => {
  expect(worker.err.trim()).toMatch(sentence);
  expect(worker.err.trim().split('\n')).toHaveLength(1);
  expect(worker.exitCode).toBe(1);
};

/** The address with a password that is nobody's. */
const wrongly = (address: string): string => {
  const url = new URL(address);
  url.username = 'nobody';
  url.password = 'wrong';
  return url.href;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foundry-start-'));
  // processes inherit it
  process.env['AUDIT_SIGNING_KEY'] = await AuditLogWorkerModule.ensureSigningKey(join(folder, 'audit.pem'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  own = await OwnDatabase.create();
  prefix = `start-${randomBytes(6).toString('hex')}`;
});
afterEach(async () => {
  for (const worker of started.splice(0)) await worker.kill();
  await wire.close();
  await own.drop();
  await clear(prefix);
});

describe('a worker whose broker is away', () => {
  beforeEach(async () => {
    wire = await Wire.to(BROKER);
    wire.cut();
  });

  it('starts, says once what to do, is not ready, and works when the broker is there', async () => {
    const worker = start({ AMQP_URL: wire.url, METRICS_TOKEN: 'a-long-enough-token', FOUNDRY_COMMIT: '3b042ed' });
    await eventually(() => expect(worker.runs).toBe(true), START_MS);
    expect(await worker.readiness()).toMatchObject({ status: 'failed', checks: { broker: { status: 'failed' } } });
    const told = worker.out.match(/RabbitMQ at 127\.0\.0\.1:\d+ does not answer; start it there, or correct AMQP_URL/g);
    expect(told).toHaveLength(1);
    wire.mend();
    await eventually(async () => {
      expect(await worker.readiness()).toMatchObject({ status: 'ok' });
    });
    expect(worker.exitCode).toBeNull();

    expect(await (await worker.read('/version')).json()).toMatchObject({ commit: '3b042ed', builtAt: null, api: 'v1' });
    const through = { 'x-forwarded-for': '203.0.113.7' };
    const statuses = [{}, through, { ...through, authorization: 'Bearer a-long-enough-token' }].map(
      async (headers) => (await worker.read('/metrics', headers)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 404, 200]);
  });

  it('ends with one sentence when the broker comes and does not let it in', async () => {
    const worker = start({ AMQP_URL: wrongly(wire.url) });
    await eventually(() => expect(worker.runs).toBe(true), START_MS);
    wire.mend();
    await worker.exited;
    endedWith(worker, /^RabbitMQ at 127\.0\.0\.1:\d+ does not let us in .*correct AMQP_URL/);
  });

  it('does not start with credentials that the broker refuses', async () => {
    const worker = start({ AMQP_URL: wrongly(BROKER) });
    await worker.exited;
    endedWith(worker, /^RabbitMQ at .* does not let us in .*correct AMQP_URL/);
    expect(worker.err).not.toContain('wrong');
  });
});

describe('a worker whose database is away', () => {
  beforeEach(async () => {
    wire = await Wire.to(own.url);
  });

  it('ends with one sentence that says what to do', async () => {
    wire.cut();
    const worker = start({ DATABASE_URL: wire.url });
    await worker.exited;
    endedWith(worker, /^Postgres at 127\.0\.0\.1:\d+\/foundry_test_\w+ does not let us in .*start Postgres there/);
  });

  it('ends with one sentence wherever it goes away during the start', async () => {
    const whole = start({ DATABASE_URL: wire.url });
    await eventually(() => expect(whole.runs).toBe(true), START_MS);
    await whole.kill();
    const all = wire.carried;
    for (const share of [0.1, 0.5, 0.85]) {
      await wire.close();
      await own.drop();
      own = await OwnDatabase.create();
      wire = await Wire.to(own.url);
      wire.cutAfter(Math.round(all * share));
      const worker = start({ DATABASE_URL: wire.url });
      await worker.exited;
      endedWith(
        worker,
        /^Postgres at 127\.0\.0\.1:\d+\/\w+ (?:does not let us in|went away while this started) .*DATABASE_URL/,
      );
    }
  });
});

/** Durable queues would stay for ever. */
function clear(name: string): Promise<void> {
  const modules = MANIFESTS.map((manifest): [string, number] => [manifest.name, PARTITIONS]);
  const partitions = new Map([...modules, ['messaging', KERNEL_PARTITIONS] as const]);
  return new OwnBroker(name, (itsPrefix) => new Topology(itsPrefix, partitions)).clear();
}
