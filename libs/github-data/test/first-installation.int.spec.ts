import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Product } from '../src/testing/product.js';

const OWNER = 'atlas';
const ADMIN = 'mira-okafor';
const Page = z.object({ items: z.array(z.looseObject({})), nextCursor: z.string().nullable() });
const Ids = z.array(z.object({ id: z.string() }));

describe('an installation of an account that nobody ever signed in to', () => {
  let product: Product;
  let base: string;
  let organizationId: string;

  beforeAll(async () => {
    product = await Product.prepare({ seed: 'scaled:12,40,8', installed: false });
    await product.start('worker');
    const api = await product.start('api');
    base = api.address;
    await product.github.control('PUT', '/webhooks', { url: `${base}/v1/webhooks/github` });
    await product.github.act('installation.create', { account: OWNER, by: ADMIN });
    await eventually(async () => {
      const done =
        await product.sql`select 1 from github_data.accounts where login = ${OWNER} and sync_status = 'synced'`;
      expect(done).toHaveLength(1);
    }, 60_000);
    const accounts = await product.sql`select organization_id as id from github_data.accounts where login = ${OWNER}`;
    organizationId = Ids.parse(accounts)[0]?.id ?? '';
  });
  afterAll(() => product.stop());

  it('is synced in all phases by its webhook alone, and its pull requests are virtual tasks', async () => {
    const [run] = await product.sql`select state, phase, failed from github_data.sync_runs`;
    expect(run).toEqual({ state: 'done', phase: 'pull_requests', failed: 0 });
    const known = await product.sql`select (select count(*)::int from github_data.repositories) as repositories,
      (select count(*)::int from github_data.members) as members,
      (select count(*)::int from github_data.pull_requests where state = 'open') as pulls`;
    expect(known).toEqual([{ repositories: 12, members: 8, pulls: 40 }]);
    await eventually(async () => {
      const tasks = await product.sql`select count(*)::int as tasks, count(*) filter (where not virtual)::int as real
        from organization.task_summaries`;
      expect(tasks).toEqual([{ tasks: 40, real: 0 }]);
    });
    const people = await product.sql`select (select count(*)::int from "user".users) as users,
      (select count(*)::int from organization.members) as members`;
    expect(people).toEqual([{ users: 0, members: 0 }]);
  });

  it('may be the account of a person: then there are no members to read', async () => {
    await product.github.act('installation.create', { account: ADMIN, by: ADMIN });
    await eventually(async () => {
      const [account] = await product.sql`select kind, sync_status from github_data.accounts where login = ${ADMIN}`;
      expect(account).toEqual({ kind: 'personal', sync_status: 'synced' });
    });
    const asked = await product.sql`select count(*)::int as asked from messaging.effect e join github_data.accounts a
      on a.organization_id::text = e.entity_id where a.login = ${ADMIN} and e.name = 'github-data.listMembers'`;
    expect(asked).toEqual([{ asked: 0 }]);
  });

  describe('shows over REST', () => {
    let token: string;
    beforeAll(async () => {
      const admins = await product.sql`select user_id as id from github_data.members where login = ${ADMIN}`;
      token = await product.tokenFor(Ids.parse(admins)[0]?.id ?? '', ADMIN, organizationId);
    });

    const call = async (path: string, method = 'GET', body?: object) => {
      const response = await fetch(`${base}/v1/organizations/${organizationId}/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      });
      const text = await response.text();
      const json: unknown = text === '' ? null : JSON.parse(text);
      return { status: response.status, json };
    };
    const list = async (path: string) => {
      const { status, json } = await call(path);
      expect(status).toBe(200);
      return Page.parse(json);
    };
    /** All pages of a list, three items at a time. */
    const whole = async (path: string) => {
      const items: z.infer<typeof Page>['items'] = [];
      const join = path.includes('?') ? '&' : '?';
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: z.infer<typeof Page> = await list(
          `${path}${join}limit=3${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    };

    it('installation and sync', async () => {
      expect(await call('github')).toMatchObject({
        status: 200,
        json: { login: OWNER, installation: 'connected', sync: 'synced', run: null, errorCode: null },
      });
    });

    it('every list to its end, by pages that miss nothing and repeat nothing', async () => {
      const ids = async (path: string, ...keys: string[]) => {
        const items = await whole(path);
        const unique = new Set(items.map((item) => keys.map((key) => String(item[key])).join('#')));
        expect(unique.size).toBe(items.length);
        return items.length;
      };
      expect(await ids('repositories', 'repositoryId')).toBe(12);
      expect(await ids('pull-requests', 'repositoryId', 'number')).toBe(40);
      expect(await ids('pull-requests?state=closed', 'repositoryId', 'number')).toBe(0);
      expect(await ids('github/members', 'userId')).toBe(8);
      expect(await ids('github/syncs', 'runId')).toBe(1);
      expect(await ids('github/deliveries', 'deliveryId')).toBeGreaterThan(0);
      expect(await ids('github/deliveries?state=failed', 'deliveryId')).toBe(0);
    });

    it('parts of them: by text, repository and author', async () => {
      const [first] = (await list('repositories')).items;
      const { fullName, repositoryId } = z.object({ fullName: z.string(), repositoryId: z.string() }).parse(first);
      const name = fullName.slice(fullName.indexOf('/') + 1);
      expect((await list(`repositories?q=${name.toUpperCase()}`)).items).toMatchObject([
        { fullName, permission: 'unknown' },
      ]);
      expect((await list('repositories?state=removed')).items).toEqual([]);
      expect(await call(`repositories/${repositoryId}`)).toMatchObject({
        status: 200,
        json: { fullName, syncError: null },
      });
      expect(await call('repositories/1')).toMatchObject({ status: 404, json: { code: 'repository.unknown' } });
      const pulls = (await list(`pull-requests?repositoryId=${repositoryId}`)).items;
      expect(pulls.every((pull) => pull['repositoryId'] === repositoryId)).toBe(true);
      const author = String(pulls[0]?.['authorLogin']);
      const own = (await list(`pull-requests?author=${author}`)).items;
      expect(own.length).toBeGreaterThan(0);
      expect(own.every((pull) => pull['authorLogin'] === author)).toBe(true);
      const names = await call(`repositories/${repositoryId}/branches?q=CHANGE`);
      expect(names).toMatchObject({ status: 200 });
      expect(z.object({ items: z.array(z.string()) }).parse(names.json).items).toContain('change-1');
      expect((await list(`github/members?q=${ADMIN.slice(0, 6)}`)).items).toMatchObject([{ login: ADMIN }]);
      const delivery = (await list('github/deliveries')).items[0];
      expect(Object.keys(delivery ?? {})).not.toContain('payload');
    });

    it('nothing for a cursor of another list, a delivery or sync that is not there, or another organization', async () => {
      const { nextCursor } = await list('repositories?limit=3');
      expect(await call(`github/members?cursor=${encodeURIComponent(nextCursor ?? '')}`)).toMatchObject({
        status: 422,
      });
      expect(await call(`github/deliveries/${randomUUID()}/retry`, 'POST')).toMatchObject({ status: 404 });
      expect(await call(`github/syncs/${randomUUID()}`)).toMatchObject({ status: 404 });
      expect(await call(`github/syncs/${randomUUID()}/cancel`, 'POST')).toMatchObject({ status: 404 });
      const response = await fetch(`${base}/v1/organizations/4242/github`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(404);
    });

    it('a sync that is asked for, at most once a minute, until an admin cancels it; nothing is swept', async () => {
      await product.github.fault({ kind: 'latency', milliseconds: 3_000 });
      const asked = await call('github/syncs', 'POST', {});
      expect(asked.status).toBe(200);
      const { runId } = z.object({ runId: z.string() }).parse(asked.json);
      expect(await call('github/syncs', 'POST', {})).toMatchObject({ status: 429, json: { code: 'rate.limited' } });
      expect(await call('github')).toMatchObject({ json: { sync: 'syncing', run: { runId, phase: 'repositories' } } });
      expect(await call(`github/syncs/${runId}/cancel`, 'POST')).toMatchObject({
        status: 200,
        json: { state: 'cancelled' },
      });
      expect(await call(`github/syncs/${runId}/cancel`, 'POST')).toMatchObject({ status: 409 });
      await product.github.noFaults();
      expect(await call(`github/syncs/${runId}`)).toMatchObject({
        status: 200,
        json: { state: 'cancelled', errors: [] },
      });
      expect((await list('repositories')).items).toHaveLength(12);
      expect(await call('github')).toMatchObject({ json: { sync: 'synced', run: null } });
    });
  });
});
