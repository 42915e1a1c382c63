import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { RequestSync } from '../src/contracts/index.js';
import { Foundry } from '../src/testing/foundry.js';

describe('a sync of an organization', () => {
  let foundry: Foundry;
  let organizationId: string;
  let owner: string;

  beforeAll(async () => {
    foundry = await Foundry.start();
    ({ organizationId, owner } = await foundry.meet());
  });
  beforeEach(() => foundry.github.noFaults());
  afterAll(() => foundry.stop());

  const sync = () => foundry.sync(organizationId);

  it('knows what GitHub knows, without anybody having signed in', async () => {
    const status = await foundry.status(organizationId);
    expect(status).toMatchObject({ installation: 'connected', sync: 'synced', run: null });
    expect((await foundry.open()).length).toBeGreaterThan(0);
    expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
    expect(new Set(foundry.news())).toEqual(
      new Set([
        'github-data.installationChanged',
        'github-data.repositoriesChanged',
        'github-data.membersChanged',
        'github-data.pullRequestsChanged',
        'github-data.syncFinished',
      ]),
    );
  });

  it('asks nothing that counts, and tells nothing, when nothing changed', async () => {
    foundry.news();
    await foundry.github.control('DELETE', '/calls');
    await sync();
    const calls = z
      .object({ total: z.int(), counted: z.int(), notModified: z.int() })
      .parse(await foundry.github.control('GET', '/calls'));
    expect(calls.counted).toBe(0);
    expect(calls.notModified).toBe(calls.total);
    expect(foundry.news()).toEqual(['github-data.syncFinished']);
  });

  it('is one running and one queued, whoever asks', async () => {
    const asked = await Promise.all(
      Array.from({ length: 50 }, () =>
        foundry.handled(new RequestSync({ organizationId, runId: randomUUID(), trigger: 'member', scope: 'all' })),
      ),
    );
    const works = new Set(asked.map((reply) => z.object({ runId: z.string() }).parse(reply).runId));
    expect(works.size).toBeLessThan(50);
    await foundry.rested(organizationId);
  });

  it('refuses a scope with a repository that is not of the organization', async () => {
    const scope = ['7'];
    const command = new RequestSync({ organizationId, runId: randomUUID(), trigger: 'member', scope });
    await expect(foundry.handled(command)).rejects.toThrow('not of this organization');
  });

  it('ends partly when one repository answers 404, and keeps what was known of it', async () => {
    const before = await foundry.open();
    const [bad = ''] = before.map((line) => line.slice(0, line.indexOf('#')));
    await foundry.github.fault({ kind: 'missing', path: `/repos/${bad}/pulls` });
    expect(await sync()).toMatchObject({ sync: 'partial' });
    expect(await foundry.open()).toEqual(before);
    const rows = await foundry.database.sql`select sync_error from github_data.repositories where full_name = ${bad}`;
    expect(rows).toEqual([{ sync_error: 'github.not_found' }]);
    await foundry.github.noFaults();
    expect(await sync()).toMatchObject({ sync: 'synced' });
  });

  it('fails and removes nothing when the list of repositories is not readable', async () => {
    const before = await foundry.open();
    await foundry.github.fault({ kind: 'missing', path: '/installation/repositories' });
    expect(await sync()).toMatchObject({ sync: 'failed', errorCode: 'github.not_found' });
    expect(await foundry.open()).toEqual(before);
  });

  it('goes on with a new token when the old one was revoked', async () => {
    await foundry.github.control('POST', '/tokens/revoke', {});
    expect(await sync()).toMatchObject({ sync: 'synced' });
  });

  it('waits as long as GitHub asks, shows it, and goes on by itself', async () => {
    await foundry.github.fault({ kind: 'secondary', retryAfter: 3, path: '/pulls', times: 1 });
    await foundry.handled(new RequestSync({ organizationId, runId: randomUUID(), trigger: 'member', scope: 'all' }));
    await eventually(async () => {
      expect((await foundry.status(organizationId))?.run?.waitingReason).toBe('github.rate_limited');
    });
    const blocked = z
      .array(z.object({ until: z.date() }))
      .parse(
        await foundry.database
          .sql`select blocked_until as until from github_data.rate_budgets where blocked_until is not null`,
      );
    await foundry.github.control('DELETE', '/calls');
    expect(await foundry.rested(organizationId)).toMatchObject({ sync: 'synced' });
    const { log } = z
      .object({ log: z.array(z.object({ at: z.number(), budget: z.string() })) })
      .parse(await foundry.github.control('GET', '/calls'));
    const early = log.filter(({ at, budget }) => budget !== 'app' && at < (blocked[0]?.until.getTime() ?? 0) - 50);
    expect(early).toEqual([]);
  });

  it('sees what happened without any webhook', async () => {
    await foundry.github.control('PUT', '/webhooks', { mode: 'lost' });
    const [line = ''] = await foundry.open();
    const repository = line.slice(0, line.indexOf('#'));
    const number = Number(/#(\d+) /.exec(line)?.[1]);
    const by = await aPerson();
    await foundry.github.act('pull.close', { repository, number, by });
    await sync();
    expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
    const rows = await foundry.database.sql`select p.state, p.closed_by from github_data.pull_requests p
      join github_data.repositories r using (organization_id, repository_id) where r.full_name = ${repository} and number = ${number}`;
    expect(rows).toEqual([{ state: 'closed', closed_by: 'github' }]);
    await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
  });

  it('keeps no token anywhere in the database', async () => {
    const rows = await foundry.database.sql`select count(*)::int as found from messaging.outbox
      where payload::text ~ 'gh[sup]_[A-Za-z0-9]' or payload::text like '%PRIVATE KEY%'`;
    expect(rows).toEqual([{ found: 0 }]);
  });

  async function aPerson(): Promise<string> {
    const rows = await foundry.database.sql`select login from github_data.members where role = 'admin' limit 1`;
    return z.array(z.object({ login: z.string() })).parse(rows)[0]?.login ?? '';
  }
});
