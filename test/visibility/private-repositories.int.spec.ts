import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { ReceiveDelivery, RecordAccess } from '@foundry/github-data/contracts';
import { eventually } from '@foundry/messaging/testing';
import { AdmitMember, ApplyPullRequests } from '@foundry/organization/contracts';
import { RecordAttention, RecordParticipation } from '@foundry/user/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { TestSocket } from '../../apps/api/src/realtime/testing/test-socket.js';
import { ACME, Acme, AT, BEN, codeOf } from '../personal/acme.js';
import type { Browser } from '../sign-in/browser.js';
import { ADA } from '../sign-in/stub-github.js';

const CLEO = { ...ADA, id: 45, login: 'cleo', name: 'Cleo' };
const [OPEN, SECRET] = ['601', '602'];
const RUN = randomUUID();
const Named = z.object({ items: z.array(z.looseObject({ repositoryId: z.string() })) });

describe('a private repository', () => {
  let acme: Acme;
  let cleo: Browser;
  let member: TestSocket;
  let owner: TestSocket;

  beforeAll(async () => {
    acme = await Acme.open();
    cleo = await acme.signIn(CLEO);
    const person = { userId: String(CLEO.id), login: CLEO.login, name: null, avatarUrl: null };
    const verifiedAt = new Date().toISOString();
    await acme.send(new AdmitMember({ organizationId: ACME, ...person, githubRole: 'member', verifiedAt }));
    await acme.foundry
      .sql`insert into github_data.accounts (organization_id, kind, login, installation_status, sync_status)
      values (${ACME}, 'company', 'acme', 'connected', 'synced') on conflict do nothing`;
    await acme.foundry.sql`
      insert into github_data.repositories (organization_id, repository_id, full_name, private, state, observed_at, version)
      values (${ACME}, ${OPEN}, 'acme/open', false, 'available', now() - interval '1 hour', 1),
        (${ACME}, ${SECRET}, 'acme/moonshot', true, 'available', now() - interval '1 hour', 1)`;
    await acme.foundry
      .sql`insert into github_data.sync_runs (run_id, organization_id, trigger, scope, context, state, phase,
      cursor, heartbeat_at, requested_at) values (${RUN}, ${ACME}, 'sweep', '"all"', '{}', 'partial', 'pull_requests', '{}',
      now(), now())`;
    for (const repositoryId of [OPEN, SECRET]) {
      await acme.foundry.sql`insert into github_data.sync_run_repositories (run_id, repository_id, state, numbers,
        observed_at, error) values (${RUN}, ${repositoryId}, 'failed', '{}', now(), 'github.unavailable')`;
      await pullRequest(repositoryId);
    }
    [member, owner] = [await acme.socketOf(cleo), await acme.socketOf(acme.ada)];
    for (const socket of [member, owner]) await socket.subscribe(`organization:${ACME}`);
  });
  afterAll(() => acme.stop());

  const pullRequest = async (repositoryId: string) => {
    await acme.foundry
      .sql`insert into github_data.pull_requests (organization_id, repository_id, number, title, body, state,
        draft, url, head_branch, head_sha, base_branch, author_login, author_association, labels, created_at,
        github_updated_at, content_hash, observed_at, version)
      values (${ACME}, ${repositoryId}, 1, ${`moonshot? ${repositoryId}`}, '', 'open', false, 'https://x.example/1', 'fly', 'a1',
        'main', 'ada', 'NONE', '[]', ${AT}, ${AT}, 'x', now(), 1)`;
    await acme.foundry.sql`insert into github_data.branches (organization_id, repository_id, name, head_sha, seen_at)
      values (${ACME}, ${repositoryId}, 'fly', 'a1', now())`;
    const repositoryName = repositoryId === SECRET ? 'acme/moonshot' : 'acme/open';
    await acme.send(
      new ApplyPullRequests({
        ...{ organizationId: ACME, repositoryId, repositoryName },
        pullRequests: [
          {
            ...{ number: 1, state: 'open', draft: false, title: 'Fly', url: 'https://x.example/1', headBranch: 'fly' },
            ...{
              headRepositoryId: repositoryId,
              baseBranch: 'main',
              authorLogin: 'ada',
              checks: 'none',
              review: 'none',
            },
            ...{ openedAt: AT, updatedAt: AT, closedAt: null, closedBy: null, version: 1 },
          },
        ],
      }),
    );
  };
  /** GitHub tells that the repository changed. */
  const edited = async (id: string, name: string, isPrivate: boolean) => {
    const deliveryId = randomUUID();
    const repository = { id: Number(id), full_name: `acme/${name}`, private: isPrivate, default_branch: 'trunk' };
    const payload = { action: 'edited', repository, organization: { id: Number(ACME), login: 'acme' } };
    await acme.foundry
      .sql`insert into github_data.webhook_deliveries (delivery_id, event, action, organization_id, size,
      payload, state, received_at) values (${deliveryId}, 'repository', 'edited', ${ACME}, 1, ${JSON.stringify(payload)}::jsonb,
      'received', now())`;
    await acme.send(new ReceiveDelivery({ organizationId: ACME, deliveryId }));
  };
  const at = (path: string) => `/v1/organizations/${ACME}/${path}`;
  const idsFor = async (browser: Browser, path: string) => {
    const { items } = Named.parse(await (await browser.send(at(path))).json());
    return items.map(({ repositoryId }) => repositoryId).toSorted();
  };

  it.each(['repositories?state=all', 'pull-requests', 'pull-requests?repositoryId=602', 'repositories?q=moon'])(
    'is in no list for a member who may not read it: %s',
    async (path) => {
      expect(await idsFor(cleo, path)).not.toContain(SECRET);
      expect(await idsFor(acme.ada, path)).toContain(SECRET);
    },
  );

  it('is as unknown as one that is not there', async () => {
    const missing = await codeOf(await cleo.send(at('repositories/999')));
    expect(missing).toEqual([404, 'repository.unknown']);
    expect(await codeOf(await cleo.send(at(`repositories/${SECRET}`)))).toEqual(missing);
    expect(await codeOf(await cleo.send(at(`repositories/${SECRET}/branches`)))).toEqual(missing);
    expect((await acme.ada.send(at(`repositories/${SECRET}/branches`))).status).toBe(200);
    expect((await cleo.send(at(`repositories/${OPEN}`))).status).toBe(200);
  });

  it('is not named by what went wrong in a sync', async () => {
    const errors = async (browser: Browser) =>
      JSON.stringify(await (await browser.send(at(`github/syncs/${RUN}`))).json());
    expect(await errors(cleo)).toContain('acme/open');
    expect(await errors(cleo)).not.toContain('moonshot');
    expect(await errors(acme.ada)).toContain('moonshot');
  });

  it('is in no snapshot and no frame, and its changes leave no gap', async () => {
    await edited(SECRET, 'moonshot', true);
    await edited(OPEN, 'open', false);
    const isAbout = (id: string) => (frame: unknown) => JSON.stringify(frame).includes(`"repositoryId":"${id}"`);
    await owner.next('delta', isAbout(SECRET));
    const { version } = await member.next('delta', isAbout(OPEN));
    expect(JSON.stringify(member.frames)).not.toContain('moonshot');
    expect(JSON.stringify(member.frames)).not.toContain(`"repositoryId":"${SECRET}"`);
    const hidden = member.all('delta').filter(({ type }) => type === 'hidden');
    expect(hidden.map((frame) => frame.version)).toContain(version - 1);
  });

  it('is there as soon as GitHub lets the member read it', async () => {
    await acme.foundry
      .sql`insert into github_data.repository_access (organization_id, user_id, repository_id, permission,
      checked_at, stale) values (${ACME}, ${String(CLEO.id)}, ${SECRET}, 'read', now(), false)`;
    await eventually(async () => expect(await idsFor(cleo, 'repositories')).toEqual([OPEN, SECRET]));
    expect(await idsFor(cleo, 'pull-requests')).toEqual([OPEN, SECRET]);
    expect((await cleo.send(at(`repositories/${SECRET}/branches`))).status).toBe(200);
  });

  it('is named by nothing in the inbox of who may not read it any more, until they may again', async () => {
    const userId = String(CLEO.id);
    const [{ id: taskId }] = z
      .tuple([z.object({ id: z.string() })])
      .parse(
        await acme.foundry.sql`select task_id as id from organization.task_summaries where repository_id = ${SECRET}`,
      );
    const of = { userId, organizationId: ACME, taskId };
    const news = (title: string, causeId: string) =>
      acme.send(
        new RecordAttention({
          ...{ ...of, title, at: new Date().toISOString(), session: null },
          news: { kind: 'pull_request', reason: 'comment', causeId, login: null },
        }),
      );
    const access = (permission: 'none' | 'read') =>
      acme.send(
        new RecordAccess({
          ...{ organizationId: ACME, userId, checkedAt: new Date().toISOString(), complete: false },
          access: [{ repositoryId: SECRET, permission }],
        }),
      );
    const inbox = async () => JSON.stringify(await (await cleo.send('/v1/me/inbox')).json());
    const tab = await acme.socketOf(cleo);
    await tab.subscribe(`app:${userId}`);
    await acme.send(new RecordParticipation(of));
    await news('Fly to the moon', 'pull_request:602:1:comment:a');
    await tab.next('delta', ({ type }) => type === 'inbox');
    expect(await inbox()).toContain('Fly to the moon');

    await access('none');
    // what the open tab held is replaced
    const { data } = await tab.next('snapshot', ({ id }) => id === undefined);
    expect(JSON.stringify(data)).not.toContain('Fly to the moon');
    expect(data).toMatchObject({ inbox: { items: [], open: 0 } });
    expect(await inbox()).not.toContain('Fly to the moon');
    await news('Fly to Mars', 'pull_request:602:1:comment:b');
    await tab.next(
      'delta',
      ({ type }) => type === 'inbox' && tab.all('delta').filter((one) => one.type === type).length > 1,
    );
    expect(JSON.stringify(tab.frames)).not.toContain('Fly to Mars');

    await access('read');
    await eventually(async () => expect(await inbox()).toContain('Fly to Mars'));
    await tab.next('snapshot', (frame) => JSON.stringify(frame.data).includes('Fly to Mars'));
    tab.raw.close();
  });

  it('is nobody’s secret from owners at GitHub', async () => {
    expect(await idsFor(await acme.signIn(BEN), 'repositories')).toEqual([OPEN, SECRET]);
  });
});
