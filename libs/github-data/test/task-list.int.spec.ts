import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Product } from '../src/testing/product.js';

const ADMIN = 'mira-okafor';
const Ids = z.array(z.object({ id: z.string() }));
const Calls = z.object({ log: z.array(z.object({ path: z.string() })) });
const Tasks = z.array(
  z.object({
    id: z.string(),
    repository: z.string(),
    number: z.int(),
    virtual: z.boolean(),
    reason: z.string().nullable(),
    available: z.boolean(),
  }),
);

describe('what GitHub tells of an account, in the list of its tasks', () => {
  let product: Product;
  let base: string;
  let organizationId: string;
  let token: string;
  let owner = 'atlas';
  /** The one that somebody works on. */
  let real = '';

  beforeAll(async () => {
    product = await Product.prepare({ seed: 'scaled:6,20,4', installed: false });
    await product.start('worker');
    base = (await product.start('api')).address;
    await product.github.control('PUT', '/webhooks', { url: `${base}/v1/webhooks/github` });
    await product.github.act('installation.create', { account: owner, by: ADMIN });
    await eventually(async () => expect(await tasks()).toHaveLength(20), 60_000);
    const accounts = await product.sql`select organization_id as id from github_data.accounts where login = ${owner}`;
    organizationId = Ids.parse(accounts)[0]?.id ?? '';
    const admins = await product.sql`select user_id as id from github_data.members where login = ${ADMIN}`;
    token = await product.tokenFor(Ids.parse(admins)[0]?.id ?? '', ADMIN, organizationId);
    real = (await tasks())[0]?.id ?? '';
    await product.sql`update organization.task_summaries set virtual = false, status = 'idle', task_version = 1,
      title = 'What the task says', files_changed = 3 where task_id = ${real}`;
    await rested();
  });
  afterAll(() => product.stop());

  const tasks = async () =>
    Tasks.parse(
      await product.sql`
        select s.task_id as id, s.repository_name as repository, (s.pull_request ->> 'number')::int as number, s.virtual,
          case when s.archived_at is not null then s.archive_reason end as reason, s.repository_available as available
        from organization.task_summaries s order by s.repository_id, 3`,
    );
  const call = async (path: string, body?: object) => {
    const response = await fetch(`${base}/v1/organizations/${organizationId}/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    return {
      status: response.status,
      json: z.looseObject({ code: z.string().optional() }).parse(await response.json()),
    };
  };
  const begin = (repositoryId: string) =>
    call('tasks', {
      repositoryId,
      branch: { new: null },
      firstMessage: { messageId: randomUUID(), sessionId: randomUUID(), text: 'Fly' },
    });
  /** What GitHub sent and what followed is done, tasks of another module aside. */
  const rested = () =>
    eventually(async () => {
      const { pending } = z.object({ pending: z.int() }).parse(await product.github.control('GET', '/webhooks'));
      const [{ open }] = z.tuple([z.object({ open: z.int() })]).parse(
        await product.sql`select (select count(*) from github_data.sync_runs where state in ('running', 'queued'))::int
          + (select count(*) from messaging.outbox where kind = 'command' and settled_at is null and name not like 'task.%')::int
          + (select count(*) from messaging.effect where state in ('requested', 'running', 'waiting'))::int as open`,
      );
      expect([pending, open]).toEqual([0, 0]);
    }, 60_000);
  const keys = async () => (await tasks()).map(({ id, number }) => `${id} #${String(number)}`);

  it('keeps ids, tasks and links when repository and owner are renamed', async () => {
    const before = await keys();
    const [first] = await tasks();
    const repository = first?.repository ?? '';
    await product.github.act('repository.rename', { repository, name: 'renamed-once', by: ADMIN });
    await eventually(async () => expect((await tasks())[0]?.repository).toBe(`${owner}/renamed-once`));
    await product.github.act('organization.rename', { organization: owner, login: 'atlas-inc', by: ADMIN });
    owner = 'atlas-inc';
    await eventually(async () => {
      const names = new Set((await tasks()).map((task) => task.repository.split('/')[0]));
      expect([...names]).toEqual([owner]);
    }, 20_000);
    expect(await keys()).toEqual(before);
    await rested();
  });

  it('finds what was merged while every delivery was lost, and puts its task away', async () => {
    const [merged] = (await tasks()).filter(({ virtual }) => virtual);
    await product.github.control('PUT', '/webhooks', { mode: 'lost' });
    const { repository = '', number = 0 } = merged ?? {};
    await product.github.act('pull.merge', { repository, number, by: ADMIN });
    await product.github.control('PUT', '/webhooks', { mode: 'deliver' });
    expect((await tasks()).filter(({ reason }) => reason !== null)).toEqual([]);
    await product.sql`update messaging.schedule set due_at = now() where key = ${`github-sweep:${organizationId}`}`;
    await eventually(async () => {
      expect((await tasks()).filter(({ reason }) => reason !== null)).toEqual([{ ...merged, reason: 'merged' }]);
    }, 20_000);
    await rested();
  });

  it('puts virtual tasks away with the App, leaves what people work on, and begins nothing new', async () => {
    const before = await tasks();
    await product.github.act('installation.delete', { account: owner, by: ADMIN });
    await eventually(async () => {
      expect(await call('github')).toMatchObject({ json: { installation: 'not_installed' } });
      const now = await tasks();
      expect(now.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
      expect(now.filter(({ virtual, reason }) => virtual && reason === null)).toEqual([]);
      expect(now.find(({ id }) => id === real)).toMatchObject({ virtual: false, reason: null, available: false });
    });
    const kept = await product.sql`select title, files_changed as files from organization.task_summaries
      where task_id = ${real}`;
    expect(kept).toEqual([{ title: 'What the task says', files: 3 }]);
    const [repository] = Ids.parse(await product.sql`select repository_id as id from github_data.repositories limit 1`);
    expect(await begin(repository?.id ?? '')).toMatchObject({ status: 409, json: { code: 'github.not_connected' } });
    await rested();
  });

  it('brings the same tasks back with the App, and asks for no single pull request', async () => {
    const ids = async () => (await tasks()).filter(({ reason }) => reason === null).map(({ id }) => id);
    await product.github.control('DELETE', '/calls');
    await product.github.act('installation.create', { account: owner, by: ADMIN });
    await eventually(async () => expect(await ids()).toHaveLength(19), 20_000);
    await rested();
    expect((await tasks()).every(({ available, reason }) => available || reason === 'merged')).toBe(true);
    const { log } = Calls.parse(await product.github.control('GET', '/calls'));
    expect(log.filter(({ path }) => /\/pulls\/\d+$/.test(path))).toEqual([]);
    expect(await tasks()).toHaveLength(20);
  });
});
