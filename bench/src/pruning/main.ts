import 'reflect-metadata';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { dropQueues } from '../commands/drop-queues.js';
import { FoundryPath } from '../commands/foundry.js';
import { load } from '../commands/load.js';
import { fillWithOldRows, isPruning, oldRowsLeft } from './old-rows.js';

/*
 * What pruning a long history costs those who work meanwhile: the same commands before and while it runs. The target of
 * the design is a p95 of at most twice as long.
 */

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    'in-flight': { type: 'string', default: '8' },
    calls: { type: 'string', default: '2000' },
  },
});
const inFlight = Number(values['in-flight']);
const calls = Number(values.calls);
const ENTITIES = 1_000;
/** What pruning leaves: one command that waits, and one that an open dead letter is about. */
const STAY = 2;

const server = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const amqpUrl = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';
const name = `bench-${String(process.pid)}`;
const say = (line: string) => process.stdout.write(`${line}\n`);

const admin = new pg.Client(server);
await admin.connect();
await admin.query(`create database "${name}"`);
const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
const foundry = await FoundryPath.open({ DATABASE_URL: databaseUrl, AMQP_URL: amqpUrl, AMQP_PREFIX: name });
const database = new pg.Client(databaseUrl);
await database.connect();
try {
  const kept = await fillWithOldRows(database, Number(values.rows));
  say(`${String(await oldRowsLeft(database))} old rows; ${String(inFlight)} commands in flight`);
  const call = (index: number) => foundry.record(index, ENTITIES);
  const before = await load(calls, inFlight, call);
  say(`before pruning: ${String(before.perSecond)}/s, p50 ${String(before.p50)} ms, p95 ${String(before.p95)} ms`);

  const started = performance.now();
  let worst = 0;
  // A run ends after a minute at most; what it leaves is the next one's.
  for (let left = await oldRowsLeft(database); left > STAY; left = await oldRowsLeft(database)) {
    if (!(await isPruning(database))) await foundry.prune();
    const during = await load(calls, inFlight, call);
    worst = Math.max(worst, during.p95);
    say(
      `while pruning, ${String(left)} left: ${String(during.perSecond)}/s, p50 ${String(during.p50)} ms, p95 ${String(during.p95)} ms`,
    );
  }
  say(`pruned in ${String(Math.round((performance.now() - started) / 1000))} s`);
  const { rows } = await database.query('select id from messaging.outbox where id = any($1::uuid[])', [
    [kept.unsettled, kept.dead],
  ]);
  const letters = await database.query(`select 1 from messaging.dead_letter where state = 'open' and id = $1`, [
    kept.dead,
  ]);
  say(`what must stay is there: ${String(rows.length === STAY && letters.rowCount === 1)}`);
  say(`worst p95 while pruning is ${(worst / before.p95).toFixed(2)} × that before (target: at most 2)`);
} finally {
  await database.end();
  await foundry.close();
  await dropQueues(amqpUrl, name, ['messaging', 'bench']);
  await admin.query(`drop database "${name}" with (force)`);
  await admin.end();
}
