import { eventually } from '@foundry/messaging/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Reconcile } from '../src/contracts/index.js';
import { Foundry } from '../src/testing/foundry.js';

describe('a sync when GitHub is not as it should be', () => {
  let foundry: Foundry;
  let organizationId: string;
  let owner: string;
  let by: string;
  let before: string[];
  let syncedAt: string | null;

  beforeAll(async () => {
    foundry = await Foundry.start();
    ({ organizationId, owner, by } = await foundry.meet());
    before = await foundry.open();
    syncedAt = (await foundry.status(organizationId))?.lastSyncedAt ?? null;
    expect(syncedAt).not.toBeNull();
  });
  afterEach(() => foundry.github.noFaults());
  afterAll(() => foundry.stop());

  const bad = () => before.map((line) => line.slice(0, line.indexOf('#')))[0] ?? '';
  const members = async () => foundry.database.sql`select user_id from github_data.members order by 1`;
  /** What is known stays as it was, and says since when. */
  const stale = async () => {
    expect(await foundry.open()).toEqual(before);
    expect(await foundry.status(organizationId)).toMatchObject({ lastSyncedAt: syncedAt, run: null });
  };

  it.each([
    [401, 'github.unauthorized', 'GITHUB_APP_ID'],
    [403, 'github.forbidden', 'permissions'],
    [404, 'github.not_found', 'installation'],
  ])('fails at %d with its reason and the way out, and everything known stays', async (status, code, wayOut) => {
    await foundry.github.fault({ kind: 'error', status, path: '/installation/repositories' });
    const after = await foundry.sync(organizationId);
    expect(after).toMatchObject({ sync: 'failed', errorCode: code });
    expect(after.errorText).toContain(wayOut);
    await stale();
  });

  it('fails when no token can be minted, and removes nothing', async () => {
    await foundry.github.control('POST', '/tokens/revoke', {});
    await foundry.github.fault({ kind: 'error', status: 401, path: '/access_tokens' });
    expect(await foundry.sync(organizationId)).toMatchObject({ sync: 'failed', errorCode: 'github.unauthorized' });
    await stale();
  });

  it('fails while GitHub is down, and the next sweep catches up with what was missed', async () => {
    await foundry.github.control('PUT', '/webhooks', { mode: 'lost' });
    const [line = ''] = before;
    const number = Number(/#(\d+) /.exec(line)?.[1]);
    await foundry.github.act('pull.edit', { repository: bad(), number, title: 'Edited while it was down', by });
    await foundry.github.fault({ kind: 'error', status: 503 });
    const after = await foundry.sync(organizationId);
    expect(after).toMatchObject({ sync: 'failed', errorCode: 'github.unavailable' });
    await stale();
    await foundry.github.noFaults();
    await foundry.handled(new Reconcile({ organizationId }));
    expect(await foundry.rested(organizationId)).toMatchObject({ sync: 'synced', errorCode: null, errorText: null });
    expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
    await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
    before = await foundry.open();
  });

  it('goes on when an answer never comes, and when an answer breaks off', async () => {
    await foundry.github.fault({ kind: 'hang', path: '/installation/repositories', times: 1 });
    await foundry.github.fault({ kind: 'lost', path: `/repos/${bad()}/pulls`, times: 1 });
    expect(await foundry.sync(organizationId)).toMatchObject({ sync: 'synced' });
    expect(await foundry.open()).toEqual(before);
  });

  it('ends partly when one repository fails for ever; the others are fresh, and that one shows its error', async () => {
    const old = z.object({ at: z.date() });
    const syncedOf = async () => {
      const [row] = z
        .array(old)
        .parse(
          await foundry.database
            .sql`select pulls_synced_at as at from github_data.repositories where full_name = ${bad()}`,
        );
      return row?.at;
    };
    const known = await syncedOf();
    await foundry.github.fault({ kind: 'error', status: 500, path: `/repos/${bad()}/pulls` });
    expect(await foundry.sync(organizationId)).toMatchObject({ sync: 'partial' });
    expect(await foundry.open()).toEqual(before);
    expect(await syncedOf()).toEqual(known);
    const errors = await foundry.database.sql`select full_name, sync_error from github_data.repositories
      where sync_error is not null`;
    expect(errors).toEqual([{ full_name: bad(), sync_error: 'github.unavailable' }]);
    await foundry.github.noFaults();
    expect(await foundry.sync(organizationId)).toMatchObject({ sync: 'synced' });
    expect(await foundry.database.sql`select 1 from github_data.repositories where sync_error is not null`).toEqual([]);
  });

  it('removes no member when the members cannot be read', async () => {
    const known = await members();
    await foundry.github.fault({ kind: 'error', status: 500, path: `/orgs/${owner}/members` });
    expect(await foundry.sync(organizationId)).toMatchObject({ sync: 'synced' });
    expect(await members()).toEqual(known);
  });

  it('waits when little is left of the budget, shows until when, and goes on by itself', async () => {
    const installation = (await foundry.status(organizationId))?.installationId ?? '';
    const budget = `installation:${installation}`;
    // The answer with which GitHub says so is that to the first page.
    await foundry.github.control('PUT', '/rate-limits', { budget, remaining: 100, resetIn: 6 });
    await foundry.github.control('POST', '/tokens/revoke', {});
    const waited = foundry.sync(organizationId);
    await eventually(async () => {
      const { run } = (await foundry.status(organizationId)) ?? {};
      expect(run).toMatchObject({ waitingReason: 'github.rate_limited' });
      expect(run?.waitingUntil).not.toBeNull();
    });
    expect(await waited).toMatchObject({ sync: 'synced' });
    await foundry.github.control('DELETE', '/rate-limits');
  });
});
