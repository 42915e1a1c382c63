import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Foundry } from '../src/testing/foundry.js';

describe('webhooks', () => {
  let foundry: Foundry;
  let organizationId: string;
  let owner: string;
  let by: string;
  let repository: string;

  beforeAll(async () => {
    foundry = await Foundry.start();
    ({ organizationId, owner, by } = await foundry.meet());
    const [line = ''] = await foundry.open();
    repository = line.slice(0, line.indexOf('#'));
  });
  afterAll(() => foundry.stop());

  const mode = (to: string) => foundry.github.control('PUT', '/webhooks', { mode: to });
  const quiet = () => foundry.quiet(organizationId);
  const sameAsGithub = async () => {
    await quiet();
    expect(await foundry.open()).toEqual(await foundry.openAtGithub(owner));
  };
  const failed = async () =>
    foundry.database.sql`select event, action, reason from github_data.webhook_deliveries where state = 'failed'`;
  const aNewPull = async (branch: string): Promise<number> => {
    const path = `notes/${branch}.md`;
    await foundry.github.act('branch.create', { repository, branch, by });
    await foundry.github.act('branch.commit', { repository, branch, path, text: 'x', message: `Add ${path}`, by });
    const { result } = z
      .object({ result: z.object({ number: z.int() }) })
      .parse(await foundry.github.act('pull.open', { repository, title: `About ${branch}`, head: branch, by }));
    return result.number;
  };

  it('shows a pull request as soon as it is opened, and follows it to its end', async () => {
    const number = await aNewPull('first');
    await sameAsGithub();
    expect(await foundry.open()).toContainEqual(`${repository}#${String(number)} About first`);
    await foundry.github.act('pull.edit', { repository, number, title: 'Another name', by });
    await foundry.github.act('pull.draft', { repository, number, on: true, by });
    await sameAsGithub();
    await foundry.github.act('pull.draft', { repository, number, on: false, by });
    await foundry.github.act('pull.merge', { repository, number, by });
    await sameAsGithub();
    const rows = await foundry.database.sql`select p.state, p.closed_by from github_data.pull_requests p
      join github_data.repositories r using (organization_id, repository_id)
      where r.full_name = ${repository} and p.number = ${number}`;
    expect(rows).toEqual([{ state: 'merged', closed_by: 'github' }]);
  });

  it.each(['reordered', 'duplicated'])('ends at what GitHub has when every kind is %s', async (how) => {
    await mode(how);
    const number = await aNewPull(`${how}-a`);
    const other = await aNewPull(`${how}-b`);
    for (const act of ['pull.close', 'pull.reopen', 'pull.close', 'pull.reopen'])
      await foundry.github.act(act, { repository, number, by });
    await foundry.github.act('pull.edit', { repository, number, title: `Last name of ${how}`, by });
    await foundry.github.act('pull.review', { repository, number, state: 'APPROVED', by });
    await foundry.github.act('pull.comment', { repository, number, body: 'Good', by });
    await foundry.github.act('pull.label', { repository, number, label: 'bug', by });
    await foundry.github.act('pull.close', { repository, number: other, by });
    await foundry.github.act('branch.delete', { repository, branch: `${how}-b`, by });
    const made = await foundry.github.act('repository.create', { owner, name: `${how}-new`, by });
    expect(made).not.toBeNull();
    await foundry.github.act('repository.archive', { repository: `${owner}/${how}-new`, by });
    await foundry.github.act('repository.rename', { repository: `${owner}/${how}-new`, name: `${how}-named`, by });
    await mode('deliver');
    await sameAsGithub();
    expect(await failed()).toEqual([]);
    const named = await foundry.database.sql`select full_name, archived from github_data.repositories
      where full_name like ${`${owner}/${how}-%`} and state = 'available'`;
    expect(named).toEqual([{ full_name: `${owner}/${how}-named`, archived: true }]);
  });

  it('takes one delivery in once, sent a thousand times at once', async () => {
    const rows = await foundry.database.sql`select payload from github_data.webhook_deliveries
      where event = 'issue_comment' and state = 'processed' limit 1`;
    const [stored] = z.array(z.object({ payload: z.unknown() })).parse(rows);
    const body = JSON.stringify(stored?.payload);
    const id = randomUUID();
    foundry.news();
    const signature = `sha256=${createHmac('sha256', foundry.github.app.webhookSecret).update(body).digest('hex')}`;
    const send = () =>
      fetch(foundry.webhookUrl, {
        method: 'POST',
        headers: {
          connection: 'close',
          'x-github-delivery': id,
          'x-github-event': 'issue_comment',
          'x-hub-signature-256': signature,
        },
        body,
      });
    const answers = await Promise.all(Array.from({ length: 1_000 }, send));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await foundry.rested(organizationId);
    expect(foundry.news()).toEqual(['github-data.pullRequestActivity']);
    const received = await foundry.database
      .sql`select state, attempts from github_data.webhook_deliveries where delivery_id = ${id}`;
    expect(received).toEqual([{ state: 'processed', attempts: 1 }]);
  });

  it('takes in text that Postgres cannot keep, and text that only looks like it', async () => {
    const body = String.raw`{"sender":{"id":7},"comment":"NUL \u0000, half \ud83d, and \\u0000 as somebody wrote it"}`;
    const id = randomUUID();
    const signature = `sha256=${createHmac('sha256', foundry.github.app.webhookSecret).update(body).digest('hex')}`;
    const headers = { 'x-github-delivery': id, 'x-github-event': 'ping', 'x-hub-signature-256': signature };
    expect((await fetch(foundry.webhookUrl, { method: 'POST', headers, body })).status).toBe(202);
    const [kept] = await foundry.database
      .sql`select payload ->> 'comment' as comment from github_data.webhook_deliveries where delivery_id = ${id}`;
    expect(kept).toEqual({
      comment: String.raw`NUL , half \ufffd, and \u0000 as somebody wrote it`.replace(String.raw`\ufffd`, '\ufffd'),
    });
  });

  it('refuses what another secret signed, and leaves no row of it', async () => {
    const count = async () => foundry.database.sql`select count(*)::int from github_data.webhook_deliveries`;
    const before = await count();
    const body = '{"zen":"x"}';
    const signature = `sha256=${createHmac('sha256', 'another').update(body).digest('hex')}`;
    const headers = { 'x-github-delivery': randomUUID(), 'x-github-event': 'ping', 'x-hub-signature-256': signature };
    const answer = await fetch(foundry.webhookUrl, { method: 'POST', headers, body });
    expect(answer.status).toBe(401);
    expect(await count()).toEqual(before);
  });

  it('ends and begins again with the installation, and every pull request is back under its number', async () => {
    const before = await foundry.open();
    await foundry.github.act('installation.suspend', { account: owner, by });
    expect(await quiet()).toMatchObject({ installation: 'suspended' });
    expect(await foundry.open()).toEqual(before);
    await foundry.github.act('installation.unsuspend', { account: owner, by });
    expect(await quiet()).toMatchObject({ installation: 'connected', sync: 'synced' });
    await foundry.github.act('installation.delete', { account: owner, by });
    expect(await quiet()).toMatchObject({ installation: 'not_installed', run: null });
    expect(await foundry.open()).toEqual([]);
    await foundry.github.control('DELETE', '/calls');
    await foundry.github.act('installation.create', { account: owner, by });
    expect(await quiet()).toMatchObject({ installation: 'connected', sync: 'synced' });
    expect(await foundry.open()).toEqual(before);
    const { log } = z
      .object({ log: z.array(z.object({ path: z.string() })) })
      .parse(await foundry.github.control('GET', '/calls'));
    expect(log.filter(({ path }) => /\/pulls\/\d+$/.test(path))).toEqual([]);
  });
});
