import { createHmac, randomUUID } from 'node:crypto';
import { createHistogram } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { settled, until } from './first-sync.js';
import { type GithubStandIn, OWNER } from './github.js';
import type { Program } from './process.js';
import type { Product } from './product.js';

const SPREAD_MS = 10_000;
/** One installation may send 2,000 a minute. */
const PACE_MS = 60_000;
const Payload = z.looseObject({
  pull_request: z.looseObject({ number: z.int(), updated_at: z.string(), title: z.string() }),
});

export interface Burst {
  accepted: number;
  p50: number;
  p95: number;
  p99: number;
  /** Deliveries that were processed, each at the first try. */
  applied: number;
  /** From the last answer until all were processed. */
  appliedMs: number;
  /** Milliseconds that a processor worked for each, in the API and in the worker. */
  cost: { api: number | null; worker: number | null };
}

/** Sends so many different deliveries within ten seconds, each at its time, whether the ones before were answered or not. */
export async function burst(product: Product, github: GithubStandIn, total: number): Promise<Burst> {
  const { sql } = product.door.database;
  const sample = await aDelivery(product, github);
  const times = createHistogram();
  const apiCost = await costOf(product.api, total);
  const workerCost = await costOf(product.worker, total);
  const ids: string[] = [];
  let accepted = 0;
  const send = async (index: number): Promise<void> => {
    await wait((index * SPREAD_MS) / total);
    const id = randomUUID();
    ids.push(id);
    const at = new Date(Date.parse(sample.pull_request.updated_at) + (index + 1) * 1000).toISOString();
    const pull = { ...sample.pull_request, updated_at: at, title: `Title ${String(index)}` };
    const started = performance.now();
    const status = await post(product, github, id, { ...sample, pull_request: pull });
    times.record(Math.max(1, Math.round((performance.now() - started) * 1e6)));
    if (status === 202) accepted += 1;
  };
  await Promise.all(Array.from({ length: total }, (_, index) => send(index)));
  const ended = performance.now();
  const applied = async () =>
    (
      await product.count(
        ['applied'],
        sql`select count(*) as applied from github_data.webhook_deliveries
        where delivery_id = any(${ids}) and state = 'processed' and attempts = 1`,
      )
    ).applied;
  const appliedMs = await until(
    async () => (await applied()) === accepted,
    () => Math.round(performance.now() - ended),
  );
  const at = (share: number) => Math.round(times.percentile(share) / 1e5) / 10;
  await settled(product);
  const cost = { api: await apiCost(), worker: await workerCost() };
  return { accepted, p50: at(50), p95: at(95), p99: at(99), applied: await applied(), appliedMs, cost };
}

/** Answers, later, what one of so many cost this program since now. */
async function costOf(program: Program<string>, total: number): Promise<() => Promise<number | null>> {
  const before = await program.processorTime();
  return async () => {
    const after = await program.processorTime();
    return before === null || after === null ? null : Math.round(((after - before) * 10_000) / total) / 10;
  };
}

/** Sends the same delivery so many times at once, when the minute of those before is over. */
export async function repeated(product: Product, github: GithubStandIn, total: number) {
  const { sql } = product.door.database;
  const sample = await aDelivery(product, github);
  const id = randomUUID();
  await wait(PACE_MS);
  const statuses = await Promise.all(Array.from({ length: total }, () => post(product, github, id, sample)));
  await settled(product);
  const { effects } = await product.count(
    ['effects'],
    sql`select count(*) as effects from messaging.outbox o join messaging.inbox i on i.command_id = o.id
      where o.name = 'github-data.receiveDelivery' and o.payload->>'deliveryId' = ${id} and i.outcome = 'handled'`,
  );
  return { accepted: statuses.filter((status) => status === 202).length, effects };
}

/** What GitHub really sends when somebody edits a pull request. */
async function aDelivery(product: Product, github: GithubStandIn): Promise<z.infer<typeof Payload>> {
  const { sql } = product.door.database;
  const [pull] = z.array(z.object({ repository: z.string(), number: z.int() })).parse(
    await sql`select r.full_name as repository, p.number from github_data.pull_requests p
      join github_data.repositories r using (organization_id, repository_id)
      where p.state = 'open' and r.full_name like ${`${OWNER}/%`} limit 1`,
  );
  await github.act('pull.edit', { ...pull, title: `Edited ${randomUUID()}` });
  const newest = async () =>
    z.array(z.object({ payload: z.unknown() })).parse(
      await sql`select payload from github_data.webhook_deliveries where event = 'pull_request' and state = 'processed'
        order by received_at desc limit 1`,
    )[0];
  await until(
    async () => (await newest()) !== undefined,
    () => 0,
  );
  await settled(product);
  return Payload.parse((await newest())?.payload);
}

/** Answers the status; 0 when the connection broke off, which GitHub counts as a failed delivery. */
async function post(product: Product, github: GithubStandIn, id: string, payload: object): Promise<number> {
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', github.app.webhookSecret).update(body).digest('hex');
  const headers = {
    connection: 'close',
    'content-type': 'application/json',
    'x-github-event': 'pull_request',
    'x-github-delivery': id,
    'x-hub-signature-256': `sha256=${signature}`,
  };
  try {
    const response = await fetch(product.webhookUrl, { method: 'POST', headers, body });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    if (error instanceof TypeError) return 0;
    throw error;
  }
}
