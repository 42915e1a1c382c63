import { eventually } from '@foundry/messaging/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { DiscoverAccounts } from '../src/contracts/index.js';
import { Foundry, GivenTokens } from '../src/testing/foundry.js';
import { signIn } from '../src/testing/sign-in.js';

const Found = z.object({
  email: z.string().nullable(),
  complete: z.boolean(),
  memberships: z.array(z.object({ organizationId: z.string() })),
  denied: z.array(z.string()),
});
const Search = z.object({ state: z.string(), reason: z.string().nullable() });

describe('the search for what a person belongs to', () => {
  let foundry: Foundry;
  let organizationId: string;
  let userId: string;

  beforeAll(async () => {
    foundry = await Foundry.start();
    const met = await foundry.meet();
    organizationId = met.organizationId;
    const person = await signIn(foundry.github, met.by);
    userId = person.userId;
    GivenTokens.tokens.set(userId, person.token);
  });
  afterEach(() => foundry.github.noFaults());
  afterAll(() => foundry.stop());

  /** What was found by a search that begins now, once it ended. */
  const search = async () => {
    const told = () => foundry.database.sql`select payload from messaging.outbox
      where name = 'github-data.accountsDiscovered' and entity_id = ${userId} order by seq desc`;
    const before = (await told()).length;
    await foundry.handled(new DiscoverAccounts({ userId }));
    return eventually(async () => {
      const [row] = await foundry.database
        .sql`select state, reason from github_data.discoveries where user_id = ${userId} and state <> 'running'`;
      const news = z.array(z.object({ payload: Found })).parse(await told());
      expect(news.length).toBeGreaterThan(before);
      return { ...Search.parse(row), found: news[0]?.payload };
    }, 60_000);
  };

  it('finds the organizations and the verified address', async () => {
    const { state, found } = await search();
    expect(state).toBe('done');
    expect(found).toMatchObject({ complete: true, denied: [] });
    expect(found?.email).toContain('@');
    expect(found?.memberships.map((one) => one.organizationId)).toContain(organizationId);
  });

  it('is whole without the address where GitHub does not show it', async () => {
    await foundry.github.fault({ kind: 'error', status: 403, path: '/user/emails' });
    const { state, found } = await search();
    expect(state).toBe('done');
    expect(found).toMatchObject({ complete: true, email: null });
    expect(found?.memberships.map((one) => one.organizationId)).toContain(organizationId);
  });

  it('says why it failed when GitHub fails, and denies nobody anything', async () => {
    await foundry.github.fault({ kind: 'error', status: 500, path: '/user/memberships/orgs' });
    const { state, reason, found } = await search();
    expect(state).toBe('failed');
    expect(reason).not.toBeNull();
    expect(found).toMatchObject({ complete: false, denied: [] });
  });
});
