import 'reflect-metadata';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { BullPath } from './bullmq.js';
import { cpuPerCommand, cpuTimes } from './cpu.js';
import { dropQueues } from './drop-queues.js';
import { FoundryPath } from './foundry.js';
import { type Figures, load, median } from './load.js';
import { RawCommits } from './raw-commits.js';
import { RawRpc } from './raw-rpc.js';
import { startRedis } from './redis.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    'in-flight': { type: 'string', default: '1,16,64,256' },
    entities: { type: 'string', default: '100,10000' },
    scale: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});
const runs = Number(values.runs);
const inFlights = values['in-flight'].split(',').map(Number);
const entityCounts = values.entities.split(',').map(Number);
const scale = Number(values.scale);
/** Titles of the paths to measure, separated by commas; none: all of them. */
const only = values.only === '' ? null : values.only.split(',');

const server = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const amqpUrl = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';
const name = `bench-${String(process.pid)}`;
const REDIS_PORT = 6399;

const admin = new pg.Client(server);
await admin.connect();
await admin.query(`create database "${name}"`);
const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
const environment = { DATABASE_URL: databaseUrl, AMQP_URL: amqpUrl, AMQP_PREFIX: name };

interface Path {
  title: string;
  byEntities: boolean;
  call: (index: number, entities: number) => Promise<void>;
}
const foundry = await FoundryPath.open(environment);
const rpc = await RawRpc.open(amqpUrl, name);
const commits = await RawCommits.open(databaseUrl);
const redis = await startRedis(REDIS_PORT);
const bull = redis ? await BullPath.open(databaseUrl, REDIS_PORT, name) : null;

const paths: Path[] = [
  { title: 'foundry', byEntities: true, call: (index, entities) => foundry.record(index, entities) },
  { title: 'foundry with mapper', byEntities: true, call: (index, entities) => foundry.count(index, entities) },
  { title: 'raw quorum RPC', byEntities: false, call: (index) => rpc.call(index) },
  { title: 'raw commits', byEntities: false, call: () => commits.call() },
];
if (bull) paths.push({ title: 'BullMQ', byEntities: true, call: (index, entities) => bull.call(index, entities) });
else process.stdout.write('redis-server is not on this machine, so BullMQ is not measured.\n');

// A process that just started compiles its code while it works: none of the paths should be measured like that.
const WARM_UP = 3_000;
for (const { title, call } of paths) {
  if (only === null || only.includes(title)) await load(WARM_UP, 32, (index) => call(index, 100));
}

const results = new Map<string, Figures>();
for (const entities of entityCounts) {
  for (const inFlight of inFlights) {
    const total = Math.round((inFlight === 1 ? 600 : 6_000) * scale);
    const wanted = paths.filter(({ title }) => only === null || only.includes(title));
    const all = new Map<string, Figures[]>();
    // In turns, so that a busy moment of the machine meets all of them.
    for (let run = 0; run < runs; run += 1) {
      for (const { title, call } of wanted) {
        const before = title.startsWith('foundry') ? await cpuTimes(admin, name, foundry.workerPid) : null;
        const figures = await load(total, inFlight, (index) => call(index, entities));
        const after = before && (await cpuTimes(admin, name, foundry.workerPid));
        if (after) process.stdout.write(`${title.padEnd(24)}  ${cpuPerCommand(before, after, total)}\n`);
        all.set(title, [...(all.get(title) ?? []), figures]);
      }
    }
    for (const [title, list] of all) report(title, entities, inFlight, median(list));
  }
  process.stdout.write(
    `worker memory after ${String(entities)} entities: ${String(await foundry.workerMemory())} MB\n`,
  );
}

function report(title: string, entities: number, inFlight: number, figures: Figures): void {
  results.set(`${title} ${String(entities)} ${String(inFlight)}`, figures);
  const line = [
    title.padEnd(24),
    `${String(entities).padStart(6)} entities`,
    `${String(inFlight).padStart(4)} in flight`,
    `${String(figures.perSecond).padStart(7)}/s`,
    `p50 ${String(figures.p50).padStart(7)} ms`,
    `p99 ${String(figures.p99).padStart(7)} ms`,
  ];
  process.stdout.write(`${line.join('  ')}\n`);
}

process.stdout.write(
  '\nratios, same run (targets: ≥ 1.2 × BullMQ and ≥ 0.35 × raw RPC at 64 in flight; p50 ≤ 5 ms at 1)\n',
);
for (const entities of entityCounts) {
  for (const inFlight of inFlights) {
    const of = (title: string) => results.get(`${title} ${String(entities)} ${String(inFlight)}`);
    const own = of('foundry');
    if (!own) continue;
    const ratio = (peer: Figures | undefined) => (peer ? (own.perSecond / peer.perSecond).toFixed(2) : 'n/a');
    process.stdout.write(
      `${String(entities).padStart(6)} entities ${String(inFlight).padStart(4)} in flight: ` +
        `BullMQ × ${ratio(of('BullMQ'))}, raw RPC × ${ratio(of('raw quorum RPC'))}, ` +
        `raw commits × ${ratio(of('raw commits'))}, p50 ${String(own.p50)} ms\n`,
    );
  }
}

await foundry.close();
await rpc.close();
await commits.close();
await bull?.close();
await redis?.stop();
await dropQueues(amqpUrl, name, ['messaging', 'bench']);
await admin.query(`drop database "${name}" with (force)`);
await admin.end();
