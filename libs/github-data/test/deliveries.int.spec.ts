import { randomUUID } from 'node:crypto';
import { eventually } from '@foundry/messaging/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Reconcile, ReconcileApp, RetryDelivery } from '../src/contracts/index.js';
import { Foundry } from '../src/testing/foundry.js';

const Pull = z.looseObject({ number: z.int(), state: z.string(), title: z.string(), updated_at: z.string() });
const Payload = z.looseObject({ action: z.string(), pull_request: Pull });

describe('deliveries', () => {
  let foundry: Foundry;
  let organizationId: string;
  let owner: string;
  let by: string;
  let repository: string;
  let number: number;

  beforeAll(async () => {
    foundry = await Foundry.start();
    ({ organizationId, owner, by } = await foundry.meet());
    const [line = ''] = await foundry.open();
    repository = line.slice(0, line.indexOf('#'));
    number = Number(/#(\d+) /.exec(line)?.[1]);
  });
  beforeEach(async () => {
    await foundry.quiet(organizationId);
    foundry.news();
    await foundry.forgetCalls();
  });
  afterAll(() => foundry.stop());

  /** What GitHub sends when somebody edits the pull request. */
  const anEdit = async () => {
    await foundry.github.act('pull.edit', { repository, number, title: `Edited ${randomUUID()}`, by });
    await foundry.quiet(organizationId);
    const rows = await foundry.database.sql`select payload from github_data.webhook_deliveries
      where event = 'pull_request' and action = 'edited' order by received_at desc limit 1`;
    const [row] = z.array(z.object({ payload: Payload })).parse(rows);
    if (!row) throw new Error('GitHub sent nothing.');
    return row.payload;
  };
  const receiptOf = async (id: string) =>
    foundry.database.sql`select state, reason, attempts from github_data.webhook_deliveries where delivery_id = ${id}`;
  const stored = async () => {
    const rows = await foundry.database.sql`select p.state, p.title from github_data.pull_requests p
      join github_data.repositories r using (organization_id, repository_id)
      where r.full_name = ${repository} and p.number = ${number}`;
    return rows[0];
  };

  /** Some deliveries here are of a second that GitHub has not reached yet; an edit after that second settles it. */
  const asGithubAgain = () =>
    eventually(async () => {
      await foundry.github.act('pull.edit', { repository, number, title: `As GitHub has it ${randomUUID()}`, by });
      await foundry.quiet(organizationId);
      expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
    });

  it('that do not have the form of their event fail, and the same id counts once more when it is sent again', async () => {
    const payload = await anEdit();
    const id = randomUUID();
    const at = new Date(Date.parse(payload.pull_request.updated_at) + 1_000).toISOString();
    const good = { ...payload, pull_request: { ...payload.pull_request, title: 'At the second try', updated_at: at } };
    const { number: _, ...broken } = good.pull_request;
    expect(await foundry.deliver('pull_request', { ...good, pull_request: broken }, id)).toBe(202);
    await foundry.rested(organizationId);
    expect(await receiptOf(id)).toEqual([{ state: 'failed', reason: 'schema', attempts: 1 }]);
    foundry.news();
    const answers = await Promise.all(Array.from({ length: 20 }, () => foundry.deliver('pull_request', good, id)));
    expect(new Set(answers)).toEqual(new Set([202]));
    await foundry.rested(organizationId);
    expect(await receiptOf(id)).toEqual([{ state: 'processed', reason: null, attempts: 2 }]);
    expect(foundry.news()).toEqual(['github-data.pullRequestsChanged']);
    expect(await stored()).toMatchObject({ title: 'At the second try' });
    await expect(foundry.handled(new RetryDelivery({ organizationId, deliveryId: id }))).rejects.toThrow('not_failed');
    await asGithubAgain();
  });

  it('that failed are applied again when an admin asks, until what they carried is dropped', async () => {
    const id = randomUUID();
    await foundry.deliver('pull_request', { ...(await anEdit()), repository: null }, id);
    await foundry.rested(organizationId);
    await foundry.handled(new RetryDelivery({ organizationId, deliveryId: id }));
    await foundry.rested(organizationId);
    expect(await receiptOf(id)).toEqual([{ state: 'failed', reason: 'schema', attempts: 2 }]);
    await foundry.database.transaction(
      (sql) => sql`update github_data.webhook_deliveries set payload = null where delivery_id = ${id}`,
    );
    const again = foundry.handled(new RetryDelivery({ organizationId, deliveryId: id }));
    await expect(again).rejects.toThrow('payload_expired');
  });

  it('of two states in one second make one question to GitHub, whose answer wins', async () => {
    const times = async () => {
      const rows = await foundry.database.sql`select payload->'pull_request'->>'updated_at' as at
        from github_data.webhook_deliveries where event = 'pull_request' order by received_at desc limit 2`;
      return new Set(
        z
          .array(z.object({ at: z.string() }))
          .parse(rows)
          .map(({ at }) => at),
      ).size;
    };
    await eventually(async () => {
      await foundry.forgetCalls();
      for (const act of ['pull.close', 'pull.reopen']) await foundry.github.act(act, { repository, number, by });
      await foundry.quiet(organizationId);
      expect(await times()).toBe(1);
    });
    const { log } = await foundry.calls();
    expect(log.filter(({ path }) => path.endsWith(`/pulls/${String(number)}`))).toHaveLength(1);
    expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
  });

  it('about pushes, checks and comments ask GitHub nothing', async () => {
    await foundry.github.act('pull.comment', { repository, number, body: 'Good', by });
    await foundry.github.act('pull.check', { repository, number, name: 'tests', conclusion: 'failure', by });
    const path = 'notes/quiet.md';
    await foundry.github.act('branch.create', { repository, branch: 'quiet', by });
    await foundry.github.act('branch.commit', { repository, branch: 'quiet', path, text: 'x', message: 'Push', by });
    await foundry.quiet(organizationId);
    expect((await foundry.calls()).total).toBe(0);
  });

  it('may carry what no database keeps: characters of zero and halves of characters', async () => {
    const payload = await anEdit();
    const at = new Date(Date.parse(payload.pull_request.updated_at) + 1_000).toISOString();
    const title = 'zero \0, half \ud83d, and the text \\u0000';
    const id = randomUUID();
    const odd = { ...payload, pull_request: { ...payload.pull_request, title, body: '\\', updated_at: at } };
    expect(await foundry.deliver('pull_request', odd, id)).toBe(202);
    await foundry.rested(organizationId);
    expect(await receiptOf(id)).toEqual([{ state: 'processed', reason: null, attempts: 1 }]);
    expect(await stored()).toMatchObject({ title: 'zero , half \ufffd, and the text \\u0000' });
    await asGithubAgain();
  });

  it('about a repository or an owner with a new name leave ids and pull requests as they are', async () => {
    const known = async () => foundry.database.sql`select repository_id, number from github_data.pull_requests
      where state = 'open' order by 1, 2`;
    const before = await known();
    const name = 'another-name';
    await foundry.github.act('repository.rename', { repository, name, by });
    await foundry.quiet(organizationId);
    await foundry.github.act('organization.rename', { organization: owner, login: `${owner}-inc`, by });
    expect(await foundry.quiet(organizationId)).toMatchObject({ login: `${owner}-inc`, sync: 'synced' });
    expect(await known()).toEqual(before);
    expect((await foundry.open()).every((line) => line.startsWith(`${owner}-inc/`))).toBe(true);
    owner = `${owner}-inc`;
    repository = `${owner}/${name}`;
  });

  it('during a sync are not undone by its sweep', async () => {
    const [other = ''] = (await foundry.open())
      .map((line) => line.slice(0, line.indexOf('#')))
      .filter((fullName) => fullName !== repository);
    // One repository keeps the batch open: its call is tried again until GitHub answers.
    await foundry.github.fault({ kind: 'hang', path: `/repos/${other}/pulls` });
    const done = foundry.sync(organizationId);
    await eventually(async () => {
      const { log } = await foundry.calls();
      expect(log.some(({ path }) => path.endsWith(`/repos/${repository}/pulls`))).toBe(true);
    });
    await foundry.github.act('branch.create', { repository, branch: 'meanwhile', by });
    const commit = { branch: 'meanwhile', path: 'notes/meanwhile.md', text: 'x', message: 'Begin' };
    await foundry.github.act('branch.commit', { repository, ...commit, by });
    await foundry.github.act('pull.open', { repository, title: 'Meanwhile', head: 'meanwhile', by });
    await eventually(async () => expect((await foundry.open()).some((line) => line.endsWith('Meanwhile'))).toBe(true));
    expect((await foundry.status(organizationId))?.run).not.toBeNull();
    await foundry.github.noFaults();
    expect(await done).toMatchObject({ sync: 'synced' });
    expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
  });

  it('that were all lost are asked for again, and the sweep ends at what GitHub has', async () => {
    await foundry.github.control('PUT', '/webhooks', { mode: 'lost' });
    const [line = ''] = (await foundry.open()).filter((one) => one.startsWith(`${repository}#`));
    const merged = Number(/#(\d+) /.exec(line)?.[1]);
    await foundry.github.act('pull.edit', { repository, number: merged, title: 'Lost', by });
    await foundry.github.act('pull.close', { repository, number: merged, by });
    await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
    await foundry.handled(new ReconcileApp({ entityId: 'app', part: 'deliveries' }));
    await foundry.rested(organizationId);
    await foundry.quiet(organizationId);
    const { log } = await foundry.calls();
    expect(log.some(({ method, path }) => method === 'POST' && path.endsWith('/attempts'))).toBe(true);
    await foundry.handled(new Reconcile({ organizationId }));
    await foundry.quiet(organizationId);
    expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
  });

  it('are not needed: ten sweeps without a change are answered 304', async () => {
    await foundry.handled(new Reconcile({ organizationId }));
    await foundry.rested(organizationId);
    await foundry.forgetCalls();
    for (let sweep = 0; sweep < 10; sweep += 1) {
      await foundry.handled(new Reconcile({ organizationId }));
      await foundry.rested(organizationId);
    }
    const { total, counted, notModified } = await foundry.calls();
    expect(total).toBeGreaterThan(10);
    expect({ counted, notModified }).toEqual({ counted: 0, notModified: total });
  });
});
