import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ReconcileApp } from '../src/contracts/index.js';
import { Foundry } from '../src/testing/foundry.js';

const Accounts = z.array(z.object({ id: z.string(), login: z.string() }));

describe('an account that is renamed', () => {
  let foundry: Foundry;

  beforeAll(async () => {
    foundry = await Foundry.start();
  });
  afterAll(() => foundry.stop());

  const accounts = async () =>
    Accounts.parse(await foundry.database.sql`select organization_id as id, login from github_data.accounts`);

  it('twice, and told of in the wrong order, has its newest name and its old id', async () => {
    await foundry.handled(new ReconcileApp({ entityId: 'app', part: 'installations' }));
    const [account] = await eventually(async () => Accounts.min(1).parse(await accounts()));
    const id = account?.id ?? '';
    await foundry.rested(id);
    const pulls = (await foundry.open()).length;
    await foundry.github.control('PUT', '/webhooks', { mode: 'reordered' });
    const by = 'mira-okafor';
    await foundry.github.act('organization.rename', { organization: account?.login, login: 'harbour-two', by });
    await foundry.github.act('organization.rename', { organization: 'harbour-two', login: 'harbour-three', by });
    await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
    await eventually(async () => {
      expect(await accounts()).toEqual([{ id, login: 'harbour-three' }]);
      await foundry.rested(id, 1_000);
    }, 60_000);
    expect(await accounts()).toEqual([{ id, login: 'harbour-three' }]);
    expect((await foundry.open()).length).toBe(pulls);
    for (const line of await foundry.open()) expect(line).toMatch(/^harbour-three\//);
  });
});
