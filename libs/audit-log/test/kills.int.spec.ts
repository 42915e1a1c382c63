import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { ApiRuntime, Kernel, MessagingConfig, silent, Topology } from '@foundry/messaging';
import { type Arming, OwnBroker, OwnDatabase } from '@foundry/messaging/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { z } from 'zod';
import { AuditLogWorkerModule } from '../src/audit-log-worker.module.js';
import { appendAuditEntry } from '../src/contracts/index.js';
import { PublicKeys, SigningKey } from '../src/domain/signing-keys.js';
import { AuditChain } from '../src/queries/audit-chain.js';
import { aDraft } from '../src/testing/a-chain.js';
import { eventually } from '../src/testing/eventually.js';

const MAIN = fileURLToPath(new URL('../dist/src/testing/worker-main.js', import.meta.url));
const PARTITIONS = 2;
/** Deaths at each point. */
const ROUNDS = 2;
const SETTLED_MS = 90_000;

const { privateKey } = generateKeyPairSync('ed25519');
const Entries = z.array(z.object({ entry_id: z.string(), seq: z.coerce.number() }));
let own: OwnDatabase;
let broker: OwnBroker;
let api: Kernel;
let runtime: ApiRuntime;
let config: Record<string, string>;
let sent = 0;

beforeAll(async () => {
  own = await OwnDatabase.create();
  const partitions = new Map([
    ['audit-log', PARTITIONS],
    ['messaging', 1],
  ]);
  broker = new OwnBroker(own.name, (name) => new Topology(name, partitions));
  config = {
    DATABASE_URL: own.url,
    AMQP_URL: broker.url,
    AMQP_PREFIX: broker.prefix,
    MESSAGING_PARTITIONS: String(PARTITIONS),
    AUDIT_SIGNING_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  const manifests = [AuditLogWorkerModule.manifest];
  api = await Kernel.open({
    config: MessagingConfig.parse(config),
    role: 'api',
    manifests,
    log: silent,
    version: '0.0.0',
  });
  runtime = new ApiRuntime(api);
  await runtime.start();
});
afterAll(async () => {
  await runtime.stop();
  await api.close();
  await broker.clear();
  await own.drop();
});

function aWorker(failpoints: Arming[] = []) {
  const env = { PATH: process.env['PATH'] ?? '', ...config, FAILPOINTS: JSON.stringify(failpoints) };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return { child, ended: once(child, 'exit').then(([, signal]: unknown[]) => signal) };
}

/** Entries of one stream, in this order. Returns their ids. */
async function send(streamId: string, count: number): Promise<string[]> {
  const drafts = Array.from({ length: count }, () => aDraft((sent += 1), { streamId }));
  const actor = { kind: 'system', module: 'test' } as const;
  for (const draft of drafts) await runtime.sender.send([appendAuditEntry(draft)], { actor });
  return drafts.map(({ entryId }) => entryId);
}

const stored = async (streamId: string) =>
  Entries.parse(
    await api.database
      .sql`select entry_id, seq from audit_log.entries where stream_id = ${streamId}::bigint order by seq`,
  );

const allSettled = () =>
  eventually(async () => {
    const open = await api.database.sql`select 1 from messaging.outbox where kind = 'command' and settled_at is null`;
    expect(open).toEqual([]);
  }, SETTLED_MS);

async function mustBeChained(streamId: string, entryIds: readonly string[]): Promise<void> {
  const rows = await stored(streamId);
  expect(rows.map(({ entry_id }) => entry_id)).toEqual(entryIds);
  expect(rows.map(({ seq }) => seq)).toEqual(entryIds.map((_, at) => at + 1));
  const chain = new AuditChain(api.database, new PublicKeys([new SigningKey(privateKey).publicKey]));
  expect(await chain.verifyAll(streamId, null)).toMatchObject({ fault: null, entries: entryIds.length });
}

it('chains every entry once and in order, wherever the worker is killed around an append', async () => {
  const streams = new Map<string, string[]>([
    ['7', []],
    ['8', []],
  ]);
  const points = [
    'relay.published',
    'relay.marked',
    'handle.marked',
    'handle.locked',
    'handle.saved',
    'handle.committed',
    'handle.acked',
  ] as const;
  for (const point of Array.from({ length: ROUNDS }, () => points).flat()) {
    for (const [streamId, ids] of streams) ids.push(...(await send(streamId, 5)));
    expect([point, await aWorker([{ point, act: 'die' }]).ended]).toEqual([point, 'SIGKILL']);
  }
  const last = aWorker();
  await allSettled();
  last.child.kill('SIGKILL');
  await last.ended;
  for (const [streamId, ids] of streams) await mustBeChained(streamId, ids);
}, 400_000);

it('chains what came while no worker ran in the order of its arrival', async () => {
  const ids = await send('9', 300);
  expect(await stored('9')).toEqual([]);
  const { child, ended } = aWorker();
  await allSettled();
  child.kill('SIGTERM');
  await ended;
  await mustBeChained('9', ids);
}, 200_000);
