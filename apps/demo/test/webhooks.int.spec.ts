import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { eventually } from './eventually.js';
import { Receiver } from './receiver.js';
import { lifecycle } from './lifecycle.js';
import { missingKeys, recorded } from './recorded.js';
import { TestGithub } from './running.js';

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const on = { repository: 'harbour-goods/storefront', number: 1 };

const sent = [
  'check_suite',
  'create',
  'delete',
  'github_app_authorization',
  'installation',
  'installation_repositories',
  'installation_target',
  'issue_comment',
  'member',
  'organization',
  'public',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'push',
  'repository',
  'status',
];

describe('webhooks', () => {
  const receiver = new Receiver();
  const site = new TestGithub();

  const deliver = async (mode: string) => {
    await site.control('PUT', '/webhooks', { url: receiver.url, mode });
  };
  const settled = () =>
    eventually(async () => {
      const { body } = await site.control('GET', '/webhooks');
      expect(JSON.parse(body)).toEqual({ pending: 0 });
    });
  const comment = (body: string) => site.act('pull.comment', { ...on, body });
  const log = async () => (await site.app().octokit.rest.apps.listWebhookDeliveries({ per_page: 100 })).data;

  it('sends every event of a lifecycle with the keys of the recorded ones, signed, under a GUID', async () => {
    await deliver('deliver');
    await lifecycle(site);
    await settled();
    const known = receiver.received.filter(({ event }) => recorded(event).length > 0);
    const wrong = known.map(({ event, payload }) => ({
      event,
      action: payload['action'],
      missing: missingKeys(event, payload),
    }));
    expect(wrong.filter(({ missing }) => missing.length > 0)).toEqual([]);
    expect([...new Set(receiver.received.map(({ event }) => event))].sort()).toEqual(sent);
    expect(await receiver.signedWith(site.credentials.webhookSecret)).not.toContain(false);
    expect(receiver.received.every((row) => guid.test(row.guid))).toBe(true);
    expect(receiver.received.every(({ payload }) => 'sender' in payload)).toBe(true);
  });

  it('gives each push the order in which it happened, and each installation its id', async () => {
    await comment('with an id');
    await settled();
    const { payload } = receiver.last('issue_comment');
    expect(z.object({ id: z.number() }).parse(payload['installation']).id).toBe(await site.installationId());
  });

  it('writes down each attempt, and sends one again under its GUID on request', async () => {
    receiver.answer = 500;
    await comment('not taken');
    await settled();
    const [failed] = await log();
    expect(failed).toMatchObject({ status_code: 500, event: 'issue_comment', action: 'created', redelivery: false });
    receiver.answer = 202;
    await site.app().octokit.rest.apps.redeliverWebhookDelivery({ delivery_id: failed?.id ?? 0 });
    await settled();
    const [again] = await log();
    expect(again).toMatchObject({ status_code: 202, guid: failed?.guid, redelivery: true });
    expect(receiver.received.at(-1)?.body).toBe(receiver.received.at(-2)?.body);
  });

  it('does not try again by itself', async () => {
    await deliver('lost');
    const before = receiver.received.length;
    await comment('lost');
    await settled();
    await deliver('deliver');
    await settled();
    expect(receiver.received).toHaveLength(before);
    expect((await log())[0]).toMatchObject({ status: 'timed out', status_code: 504 });
  });

  it('sends twice, holds back and turns the order around on request', async () => {
    await deliver('duplicated');
    await comment('twice');
    await settled();
    expect(receiver.received.at(-1)?.guid).toBe(receiver.received.at(-2)?.guid);
    await deliver('reordered');
    const before = receiver.received.length;
    for (const text of ['a', 'b', 'c', 'd']) await comment(text);
    expect(receiver.received).toHaveLength(before);
    await deliver('deliver');
    await settled();
    const Said = z.object({ comment: z.object({ body: z.string() }) });
    const order = receiver.received.slice(before).map(({ payload }) => Said.parse(payload).comment.body);
    expect([...order].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(order).not.toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells a suspended installation nothing, and refuses its tokens', async () => {
    await site.act('installation.suspend', { account: 'harbour-goods' });
    await settled();
    const before = receiver.received.length;
    await comment('unheard');
    await settled();
    expect(receiver.received).toHaveLength(before);
    await expect(site.installationToken()).rejects.toMatchObject({ status: 403 });
    await site.act('installation.unsuspend', { account: 'harbour-goods' });
    await settled();
    expect(receiver.actions('installation').at(-1)).toBe('unsuspend');
  });
});
