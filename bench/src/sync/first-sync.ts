import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { RequestSync } from '@foundry/github-data/contracts';
import { z } from 'zod';
import { type GithubStandIn, OWNER } from './github.js';
import type { Product } from './product.js';

const LOOK_MS = 20;
const LONGEST_MS = 10 * 60_000;

export interface SyncFigures {
  firstRepositoryMs: number;
  /** Everything of GitHub is stored and the run has ended. */
  allMs: number;
  /** Every open pull request is a row of the task list. */
  listedMs: number;
  calls: number;
  counted: number;
  notModified: number;
  repositories: number;
  pulls: number;
  members: number;
  virtualTasks: number;
  materialised: number;
  peakMemory: number | null;
  /** Of the worker, seconds. */
  processorTime: number | null;
}

const Runs = z.array(z.object({ state: z.string(), error: z.string().nullable() }));

/** Installs the App, and follows the sync that its webhook starts; nobody ever signed in. */
export async function firstSync(product: Product, github: GithubStandIn, pulls: number): Promise<SyncFigures> {
  const { sql } = product.door.database;
  await github.forgetCalls();
  const before = await product.worker.processorTime();
  const started = performance.now();
  const since = () => Math.round(performance.now() - started);
  await github.act('installation.create', { account: OWNER });
  const firstRepositoryMs = await until(async () => (await repositories(product)) > 0, since);
  const allMs = await until(async () => {
    const [run] = Runs.parse(await sql`select state, error_text as error from github_data.sync_runs`);
    if (run && run.state !== 'running' && run.state !== 'queued' && run.state !== 'done')
      throw new Error(`The sync ended as ${run.state}: ${run.error ?? ''}`);
    return run?.state === 'done';
  }, since);
  const listedMs = await until(async () => (await tasks(product)).virtual >= pulls, since);
  await settled(product);
  const stored = await product.count(
    ['repositories', 'pulls', 'members'],
    sql`select (select count(*) from github_data.repositories) as repositories,
      (select count(*) from github_data.pull_requests where state = 'open') as pulls,
      (select count(*) from github_data.members) as members`,
  );
  const { total, counted, notModified } = await github.calls();
  const { virtual, materialised } = await tasks(product);
  return {
    firstRepositoryMs,
    allMs,
    listedMs,
    calls: total,
    counted,
    notModified,
    ...stored,
    virtualTasks: virtual,
    materialised,
    peakMemory: await product.worker.peakMemory(),
    processorTime: before === null ? null : ((await product.worker.processorTime()) ?? before) - before,
  };
}

/** Waits until what the first sync asked does not count for the pace any more; answers how long that was. */
export async function paceIsFree(product: Product): Promise<number> {
  const { sql } = product.door.database;
  const started = performance.now();
  return until(
    async () => {
      const { counted } = await product.count(
        ['counted'],
        sql`select coalesce(sum(points), 0) as counted from github_data.rate_paces
          where budget_key like 'installation:%' and minute >= date_trunc('minute', clock_timestamp()) - interval '1 minute'`,
      );
      return counted === 0;
    },
    () => Math.round(performance.now() - started),
  );
}

export interface SecondSync {
  allMs: number;
  calls: number;
  counted: number;
  notModified: number;
  /** Events beside progress and the end of the run, by name. */
  events: string[];
  pullsWritten: number;
}

/** Reads all of it again; nothing changed at GitHub. */
export async function secondSync(product: Product, github: GithubStandIn): Promise<SecondSync> {
  const { sql } = product.door.database;
  const [account] = z
    .array(z.object({ id: z.string() }))
    .parse(await sql`select organization_id as id from github_data.accounts`);
  const mark = await product.count(
    ['seq', 'version'],
    sql`select (select max(seq) from messaging.outbox) as seq,
      (select max(version) from github_data.pull_requests) as version`,
  );
  await github.forgetCalls();
  const runId = randomUUID();
  const started = performance.now();
  const command = new RequestSync({ organizationId: account?.id ?? '', runId, trigger: 'sweep', scope: 'all' });
  await product.door.sender.send([command], { actor: { kind: 'system', module: 'github-data' } });
  const allMs = await until(
    async () => {
      const [run] = Runs.parse(
        await sql`select state, error_text as error from github_data.sync_runs where run_id = ${runId}`,
      );
      return run?.state === 'done';
    },
    () => Math.round(performance.now() - started),
  );
  await settled(product);
  const { total, counted, notModified } = await github.calls();
  const told = z.array(z.object({ name: z.string() })).parse(
    await sql`select distinct name from messaging.outbox where kind = 'event' and seq > ${mark.seq}
      and name not in ('github-data.statusChanged', 'github-data.syncFinished') and name like 'github-data.%'`,
  );
  const { written } = await product.count(
    ['written'],
    sql`select count(*) as written from github_data.pull_requests where version > ${mark.version}`,
  );
  return { allMs, calls: total, counted, notModified, events: told.map(({ name }) => name), pullsWritten: written };
}

async function repositories(product: Product): Promise<number> {
  const { sql } = product.door.database;
  return (await product.count(['known'], sql`select count(*) as known from github_data.repositories`)).known;
}

async function tasks(product: Product): Promise<{ virtual: number; materialised: number }> {
  const { sql } = product.door.database;
  return product.count(
    ['virtual', 'materialised'],
    sql`select count(*) filter (where virtual) as virtual, count(*) filter (where not virtual) as materialised
      from organization.task_summaries`,
  );
}

/** Waits until everything that was asked for is done, so that what follows is measured alone. */
export async function settled(product: Product): Promise<void> {
  const { sql } = product.door.database;
  await until(
    async () => {
      const { open } = await product.count(
        ['open'],
        sql`select (select count(*) from messaging.outbox where kind = 'command' and settled_at is null)
          + (select count(*) from messaging.effect where state in ('requested', 'running', 'waiting')) as open`,
      );
      return open === 0;
    },
    () => 0,
  );
}

/** Looks again and again until it is so; answers what the clock says then. */
export async function until(isSo: () => Promise<boolean>, clock: () => number): Promise<number> {
  const end = performance.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not come to pass within ten minutes.');
    await wait(LOOK_MS);
  }
  return clock();
}
