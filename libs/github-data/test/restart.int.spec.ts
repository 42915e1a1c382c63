import { InProcessTransport, Kernel, MessagingConfig, silent } from '@foundry/messaging';
import { eventually, NotesModule, OwnDatabase, RecordedAudit, startWorker } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { GithubDataWorkerModule } from '../src/github-data-worker.module.js';
import { TokensModule } from '../src/testing/foundry.js';
import { Product } from '../src/testing/product.js';
import { StandIn } from '../src/testing/stand-in.js';

const MODULES = [GithubDataWorkerModule, TokensModule, NotesModule];
const Runs = z.array(z.object({ state: z.string(), phase: z.string() }));
const PHASES = ['repositories', 'members', 'pull_requests'];

/** A worker that comes and goes on one database. */
async function begin(url: string) {
  const worker = await Kernel.open({
    config: MessagingConfig.parse({ DATABASE_URL: url }),
    manifests: MODULES.map(({ manifest }) => manifest),
    log: silent,
    version: '0.0.0',
    inProcess: new InProcessTransport(),
    role: 'worker',
  });
  const app = await startWorker(worker, MODULES, new RecordedAudit());
  const end = async () => {
    await app.close();
    await worker.close();
  };
  return { database: worker.database, end };
}

describe('a sync whose worker goes away', () => {
  let github: StandIn;
  let own: OwnDatabase;

  beforeAll(async () => {
    github = await StandIn.start({ seed: 'scaled:120,200,30' });
    process.env['GITHUB_APP_ID'] = String(github.app.appId);
    process.env['GITHUB_APP_PRIVATE_KEY'] = github.app.privateKey;
    process.env['GITHUB_WEBHOOK_SECRET'] = github.app.webhookSecret;
    process.env['GITHUB_CLIENT_ID'] = github.app.clientId;
    process.env['GITHUB_CLIENT_SECRET'] = github.app.clientSecret;
    process.env['GITHUB_API_URL'] = github.apiUrl;
    own = await OwnDatabase.create();
  });
  afterAll(async () => {
    await github.stop();
    await own.drop();
  });

  it('goes on in each phase with the next worker, and ends as GitHub is', async () => {
    await github.fault({ kind: 'latency', milliseconds: 1_000 });
    let worker = await begin(own.url);
    await eventually(async () => {
      const due = await worker.database.transaction(
        (sql) =>
          sql`update messaging.schedule set due_at = now() where key = 'github-data.installations' returning key`,
      );
      expect(due).toHaveLength(1);
    });
    for (const phase of PHASES) {
      await eventually(async () => {
        const [run] = Runs.parse(await worker.database.sql`select state, phase from github_data.sync_runs`);
        expect(run).toEqual({ state: 'running', phase });
      });
      await worker.end();
      worker = await begin(own.url);
    }
    await github.noFaults();
    await eventually(async () => {
      const runs = Runs.parse(await worker.database.sql`select state, phase from github_data.sync_runs`);
      expect(runs).toEqual([{ state: 'done', phase: 'pull_requests' }]);
    }, 90_000);
    const rows = await worker.database
      .sql`select count(*)::int as open, (select sync_status from github_data.accounts) as sync,
      (select count(*)::int from github_data.members) as members from github_data.pull_requests where state = 'open'`;
    expect(rows).toEqual([{ open: 200, sync: 'synced', members: 30 }]);
    await worker.end();
  });
});

describe('a sync whose worker is killed', () => {
  let product: Product;
  beforeAll(async () => {
    product = await Product.prepare({ seed: 'scaled:120,200,30' });
  });
  afterAll(() => product.stop());

  const runs = async () => Runs.parse(await product.sql`select state, phase from github_data.sync_runs`);
  /** The lease of whom was killed lapses by itself after half a minute; the test need not wait for that. */
  const lapse = () => product.sql`update messaging.effect set lease_until = now() where state = 'running'`;

  it('goes on by itself in each phase, and ends as GitHub is', async () => {
    await product.github.fault({ kind: 'latency', milliseconds: 1_000 });
    let worker = await product.start('worker');
    await eventually(async () => expect(await product.look('installations')).toBe(true));
    for (const phase of PHASES) {
      await eventually(async () => expect(await runs()).toEqual([{ state: 'running', phase }]));
      await worker.end('SIGKILL');
      await lapse();
      worker = await product.start('worker');
    }
    await product.github.noFaults();
    await eventually(async () => expect(await runs()).toEqual([{ state: 'done', phase: 'pull_requests' }]), 90_000);
    const rows = await product.sql`select count(*)::int as open, (select sync_status from github_data.accounts) as sync,
      (select count(*)::int from github_data.members) as members from github_data.pull_requests where state = 'open'`;
    expect(rows).toEqual([{ open: 200, sync: 'synced', members: 30 }]);
    const letters = await product.sql`select code, message from messaging.dead_letter`;
    expect(letters).toEqual([]);
  });
});
