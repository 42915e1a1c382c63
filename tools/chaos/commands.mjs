/**
 * `npm run chaos:commands -- --commands 5000 --kills 50`: an API and workers as separate processes on a Postgres and a
 * RabbitMQ of their own. Commands go through the REST API while workers are killed at random moments and, once each, the
 * broker and the database restart. Exit code 0: nothing was lost, doubled or out of order, and recovery took 10 s at most.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { build } from '../build.mjs';
import { say } from '../command.mjs';
import { sendRenames } from './load.mjs';
import { readOptions } from './options.mjs';
import { ownPostgres } from './own-postgres.mjs';
import { ownRabbitmq } from './own-rabbitmq.mjs';
import { freePort } from './own-server.mjs';
import { makePeople } from './people.mjs';
import { environmentOf, Process, Workers } from './product.mjs';
import { latest, percentile, verdictOf } from './verdict.mjs';

/** A worker needs a while to start; kills that come faster than starts would only show how few cores there are. */
const BETWEEN_KILLS_MS = 2_500;
const MOST_RECOVERY_MS = 10_000;
const DRAIN_MS = 60_000;
const CALM_MS = 5_000;

const options = readOptions(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'foundry-chaos-'));
chmodSync(folder, 0o755);
const log = options.verbose ? say : () => undefined;
const servers = [];
const processes = [];

async function main() {
  await build();
  const postgres = await ownPostgres(folder);
  const rabbitmq = await ownRabbitmq(folder);
  for (const { reason } of [postgres, rabbitmq]) {
    if (reason) return skip(reason);
  }
  servers.push(postgres.server, rabbitmq.server);
  say('Starting a Postgres and a RabbitMQ of our own');
  await Promise.all(servers.map((server) => server.start()));

  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = environmentOf({ databaseUrl: postgres.url, amqpUrl: rabbitmq.url, port });
  const workers = new Workers(options.workers, env, log);
  processes.push(workers);
  const api = new Process('api', env, log);
  processes.push({ stop: () => api.kill('SIGTERM') });
  await answering(`${base}/readyz`, api);
  const people = await makePeople(options.organizations, postgres.url);
  say(`${options.organizations} organizations, ${options.workers} workers; sending ${options.commands} commands`);

  const ids = [];
  const state = { sending: true };
  const each = Math.ceil(options.commands / people.length);
  const began = Date.now();
  // The load lasts as long as the kills do.
  const meanPause = (options.kills * BETWEEN_KILLS_MS * 0.9) / each;
  const pace = () => wait(Math.random() * 2 * meanPause);
  const sent = Promise.all(
    people.map((person, index) => {
      const share = Math.min(each, options.commands - index * each);
      const numbers = Array.from({ length: Math.max(share, 0) }, (_, number) => number + 1);
      return sendRenames({ base, ...person }, numbers, pace, ids);
    }),
  ).finally(() => (state.sending = false));
  sent.catch(() => undefined);

  const kills = await killAgainAndAgain(workers, postgres, rabbitmq, state);
  await sent;
  say(`${ids.length} accepted after ${seconds(Date.now() - began)}; waiting for what is open`);
  await settled(postgres.url);
  const exits = [await api.kill('SIGTERM'), ...(await workers.stop())];
  return conclude(postgres.url, ids, kills, workers, exits);
}

/** Kills, and at a third and two thirds of them restarts the broker and the database. Returns the times of the kills. */
async function killAgainAndAgain(workers, postgres, rabbitmq, state) {
  const kills = [];
  for (let kill = 1; kill <= options.kills; kill += 1) {
    await wait(BETWEEN_KILLS_MS * (0.5 + Math.random()));
    if (kill === Math.ceil(options.kills / 3)) await restart(rabbitmq.server);
    if (kill === Math.ceil((options.kills * 2) / 3)) await restart(postgres.server, 'SIGQUIT');
    const running = await severalRunning(postgres.url);
    const at = new Date();
    await workers.killAnyOf(running);
    kills.push(at);
    if (kill % 10 === 0) say(`${kill} workers killed${state.sending ? '' : ', all commands sent'}`);
  }
  return kills;
}

/** SIGQUIT stops Postgres with `immediate`: as after a power cut. */
async function restart(server, signal = 'SIGTERM') {
  // What an outage holds up is not counted as the recovery from a kill, before it or after.
  await wait(CALM_MS);
  const began = Date.now();
  await server.stop(signal);
  await wait(1_000);
  await server.start();
  say(`${server.name} restarted, away for ${seconds(Date.now() - began)}`);
  await wait(CALM_MS);
}

async function answering(url, process) {
  for (const end = Date.now() + 60_000; ; await wait(100)) {
    const state = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (state) return;
    if (!process.alive || Date.now() > end) throw new Error(`The API did not get ready. ${process.said}`);
  }
}

/** A machine that starts workers slower than they are killed shows nothing but that: one of several is killed. */
async function severalRunning(url) {
  for (const end = Date.now() + 60_000; ; await wait(200)) {
    const { rows } = await withClient(url, (client) =>
      client.query(`select pid from messaging.process where kind = 'worker' and heartbeat_at > now() - interval '3 s'`),
    );
    const pids = rows.map(({ pid }) => pid);
    const alive = pids.filter((pid) => runs(pid));
    if (alive.length > 1) return alive;
    if (Date.now() > end) throw new Error('No two workers ran at once for a minute.');
  }
}

function runs(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

async function settled(url) {
  for (const end = Date.now() + DRAIN_MS; Date.now() < end; await wait(250)) {
    const open = await withClient(url, async (client) => {
      const { rows } = await client.query(
        `select count(*)::int as n from messaging.outbox where kind = 'command' and settled_at is null`,
      );
      return rows[0].n;
    });
    if (open === 0) return;
  }
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function conclude(url, ids, kills, workers, exits) {
  const verdict = await withClient(url, (client) => verdictOf(client, ids, kills));
  const recovery = percentile(verdict.recoveries, 0.99);
  const lines = {
    accepted: verdict.accepted,
    finished: verdict.finished,
    lost: verdict.lost,
    doubled: verdict.doubled,
    'out of order': verdict.outOfOrder,
    'recovery p50 / p99': `${seconds(percentile(verdict.recoveries, 0.5))} / ${seconds(recovery)} over ${kills.length} kills`,
    'still open': verdict.open,
    'dead letters': verdict.letters,
    'deaths nobody asked for': workers.deaths,
    'exits at the end': exits.map(({ code, signal }) => code ?? signal).join(' '),
  };
  if (options.verbose) {
    const late = await withClient(url, (client) => latest(client));
    for (const row of late) say(JSON.stringify(row));
  }
  if (options.verbose) say(`recoveries: ${verdict.recoveries.map(seconds).join(' ')}`);
  say('');
  for (const [name, value] of Object.entries(lines)) say(`${name.padEnd(24)}${value}`);
  const { lost, doubled, outOfOrder, open, accepted } = verdict;
  const good = [lost, doubled, outOfOrder, open, options.commands - accepted].every((number) => number === 0);
  return good && recovery <= MOST_RECOVERY_MS ? 0 : 1;
}

function skip(reason) {
  say(`Skipped: ${reason}. The chaos run starts servers of its own and touches no other.`);
  return 0;
}

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

async function cleanUp() {
  for (const running of processes.reverse()) await running.stop();
  await Promise.all(servers.map((server) => server.stop('SIGTERM')));
  await rm(folder, { recursive: true, force: true });
}

try {
  process.exitCode = await main();
} finally {
  await cleanUp();
}
