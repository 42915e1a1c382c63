import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { RecordAttention, RecordParticipation } from '@foundry/user/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Browser } from '../sign-in/browser.js';
import { ADA } from '../sign-in/stub-github.js';
import { ACME, Acme, answer, AT, codeOf, WEB } from './acme.js';

const Draft = z.object({ messageId: z.string().nullable(), text: z.string(), version: z.int() });
const State = z.object({ unread: z.boolean(), pinRank: z.string().nullable(), activeSessionId: z.string().nullable() });
const OwnTask = z.object({ state: State, drafts: z.array(Draft), topicVersion: z.int() });
const Page = z.object({
  items: z.array(z.object({ itemId: z.string(), reason: z.string() })),
  nextCursor: z.string().nullable(),
});

let acme: Acme;
beforeAll(async () => {
  acme = await Acme.open();
});
afterAll(() => acme.stop());

describe('what a person keeps of a task', () => {
  it('is shown on all of their devices at once, and to nobody else', async () => {
    const [laptop, phone, bens] = [
      await acme.socketOf(acme.ada),
      await acme.socketOf(acme.ada),
      await acme.socketOf(acme.ben),
    ];
    for (const socket of [laptop, phone]) await socket.subscribe('app:42');
    for (const topic of ['app:43', `organization:${ACME}`]) await bens.subscribe(topic);
    expect(await bens.subscribe('app:42')).toMatchObject({ op: 'refused', code: 'not_found' });

    const opened = await answer(await acme.ada.change(acme.own('/open'), 'PUT', { activeSessionId: acme.sessionId }));
    expect(opened).toMatchObject({ status: 200, body: { taskId: acme.taskId, activeSessionId: acme.sessionId } });
    expect(await answer(await acme.ada.change(acme.own('/pin'), 'PUT', { rank: 'a0' }))).toMatchObject({
      body: { pinRank: 'a0' },
    });
    const unread = await acme.ada.change(acme.own(`/sessions/${acme.sessionId}/unread`));
    expect(await answer(unread)).toMatchObject({ body: { unread: true } });
    const scope = `task:${acme.taskId}:${acme.sessionId}`;
    const draft = { messageId: randomUUID(), text: 'a private thought' };
    expect((await acme.ada.change(`/v1/me/drafts/${scope}`, 'PUT', draft)).status).toBe(202);
    expect((await acme.ada.change(acme.own(`/sessions/${acme.sessionId}/viewed`), 'POST', { seq: 3 })).status).toBe(
      202,
    );

    for (const socket of [laptop, phone]) {
      await socket.next('delta', ({ type }) => type === 'draft');
      await socket.next('delta', ({ type, data }) => type === 'taskState' && State.parse(data).pinRank === 'a0');
      await socket.until(() => socket.all('delta').filter(({ type }) => type === 'taskState').length === 4);
    }
    const shown = OwnTask.parse(await (await acme.ada.send(acme.own())).json());
    expect(shown).toMatchObject({
      state: { activeSessionId: acme.sessionId, pinRank: 'a0', unread: false },
      drafts: [{ text: 'a private thought', version: 1 }],
    });
    expect(await laptop.subscribe('app:42')).toMatchObject({
      op: 'snapshot',
      version: shown.topicVersion,
      data: {
        taskStates: [{ taskId: acme.taskId, pinRank: 'a0' }],
        drafts: [{ text: 'a private thought' }],
        truncated: [],
      },
    });
    await bens.roundTrip();
    const toBen = JSON.stringify(bens.frames);
    for (const secret of ['a private thought', 'pinRank', 'activeSessionId']) expect(toBen).not.toContain(secret);
    expect(OwnTask.parse(await (await acme.ben.send(acme.own())).json())).toMatchObject({
      state: { pinRank: null },
      drafts: [],
    });
    for (const socket of [laptop, phone, bens]) socket.raw.close();
  });

  it('is not found for whoever may not read the task, and for tasks of nobody', async () => {
    const scope = `task:${acme.taskId}:new`;
    const all = (browser: Browser, of: string, place: string) =>
      Promise.all([
        browser.send(of),
        browser.change(`${of}/open`, 'PUT', {}),
        browser.change(`${of}/pin`, 'PUT', { rank: 'a' }),
        browser.change(`${of}/sessions/${acme.sessionId}/unread`),
        browser.change(`${of}/sessions/${acme.sessionId}/viewed`, 'POST', { seq: 1 }),
        browser.send(`/v1/me/drafts/${place}`),
        browser.change(`/v1/me/drafts/${place}`, 'PUT', { messageId: randomUUID(), text: 'x' }),
      ]);
    const unknown = randomUUID();
    const answers = [
      ...(await all(acme.eve, acme.own(), scope)),
      ...(await all(acme.ada, `/v1/me/tasks/${unknown}`, `task:${unknown}:new`)),
      await acme.eve.change(`/v1/me/drafts/organization:${ACME}:new-task`, 'PUT', { messageId: unknown, text: 'x' }),
      await acme.ada.change(`/v1/me/drafts/${encodeURIComponent('../x')}`, 'PUT', { messageId: unknown, text: 'x' }),
    ];
    for (const response of answers) expect(await codeOf(response)).toEqual([404, 'resource.not_found']);
    expect(await acme.foundry.sql`select 1 from "user".drafts where user_id = 44`).toEqual([]);
  });

  it('needs a session that the task has, a task that is in use, and texts within their limits', async () => {
    const scope = `task:${acme.taskId}:${acme.sessionId}`;
    const other = randomUUID();
    expect(await codeOf(await acme.ada.change(acme.own('/open'), 'PUT', { activeSessionId: other }))).toEqual([
      404,
      'session.unknown',
    ]);
    expect(await codeOf(await acme.ada.change(acme.own(`/sessions/${other}/unread`)))).toEqual([
      404,
      'session.unknown',
    ]);
    expect(await codeOf(await acme.ada.change(acme.own(`/sessions/${other}/viewed`), 'POST', { seq: 1 }))).toEqual([
      404,
      'session.unknown',
    ]);
    const put = { messageId: other, text: 'x' };
    expect(await codeOf(await acme.ada.change(`/v1/me/drafts/task:${acme.archivedTaskId}:new`, 'PUT', put))).toEqual([
      409,
      'task.archived',
    ]);
    const invalid = [422, 'request.invalid'];
    const drafts: unknown[] = [
      { messageId: other, text: 'x'.repeat(64_001) },
      { messageId: other, text: '\ud800' },
      { messageId: 'x', text: 'x' },
      { messageId: other, text: 'x', surprise: true },
      { messageId: other, text: 'x', attachments: [{ kind: 'file', path: 'a', surprise: true }] },
      {
        messageId: other,
        text: '字'.repeat(64_000),
        attachments: Array.from({ length: 20 }, () => ({
          kind: 'line',
          path: 'a',
          line: 1,
          excerpt: 'y'.repeat(2_000),
        })),
        form: Object.fromEntries(Array.from({ length: 20 }, (_, n) => [String(n), 'z'.repeat(1_000)])),
      },
    ];
    for (const body of drafts) {
      expect(await codeOf(await acme.ada.change(`/v1/me/drafts/${scope}`, 'PUT', body))).toEqual(invalid);
    }
    for (const body of [{ rank: '' }, { rank: 'x'.repeat(41) }, {}]) {
      expect(await codeOf(await acme.ada.change(acme.own('/pin'), 'PUT', body))).toEqual(invalid);
    }
    for (const seq of [-1, 1.5, 2 ** 31, '1']) {
      const response = await acme.ada.change(acme.own(`/sessions/${acme.sessionId}/viewed`), 'POST', { seq });
      expect(await codeOf(response)).toEqual(invalid);
    }
  });
});

describe('the inbox over HTTP', () => {
  const news = async (userId: string, count: number) => {
    const of = { userId, organizationId: ACME, taskId: acme.taskId };
    await acme.send(new RecordParticipation(of));
    for (let n = 0; n < count; n += 1) {
      const at = new Date(Date.parse(AT) + Math.floor(n / 2) * 1_000).toISOString();
      const item = {
        kind: 'pull_request' as const,
        reason: 'comment',
        causeId: `pull_request:${WEB}:7:c:${String(n)}`,
        login: null,
      };
      await acme.send(new RecordAttention({ ...of, title: 'Greet', at, session: null, news: item }));
    }
  };
  const page = async (browser: Browser, query: string) =>
    Page.parse(await (await browser.send(`/v1/me/inbox?${query}`)).json());

  it('is paged without doubles and gaps, and a cursor is good for its own list alone', async () => {
    await news('42', 7);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? 'limit=2' : `limit=2&cursor=${encodeURIComponent(cursor)}`;
      const { items, nextCursor } = await page(acme.ada, query);
      seen.push(...items.map(({ itemId }) => itemId));
      if (nextCursor) {
        const other = await acme.ada.send(`/v1/me/inbox?limit=2&state=done&cursor=${encodeURIComponent(nextCursor)}`);
        expect(await codeOf(other)).toEqual([422, 'cursor.invalid']);
        const bens = await acme.ben.send(`/v1/me/inbox?limit=2&cursor=${encodeURIComponent(nextCursor)}`);
        expect(await codeOf(bens)).toEqual([422, 'cursor.invalid']);
      }
      cursor = nextCursor;
    } while (cursor !== null);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
    expect((await page(acme.ben, '')).items).toEqual([]);
    expect((await page(acme.ada, 'organizationId=777')).items).toEqual([]);
  });

  it('is done by ids or whole, and told to every tab with what is left', async () => {
    const tab = await acme.socketOf(acme.ada);
    await tab.subscribe('app:42');
    const [first] = (await page(acme.ada, 'limit=1')).items;
    const done = await acme.ada.change('/v1/me/inbox/done', 'POST', { items: [first?.itemId], done: true });
    expect(await answer(done)).toEqual({ status: 200, body: { open: 6 } });
    expect((await tab.next('delta', ({ type }) => type === 'inbox')).data).toMatchObject({
      items: [{ itemId: first?.itemId, doneBy: 'user' }],
      open: 6,
    });
    const undone = await acme.ada.change('/v1/me/inbox/done', 'POST', { items: [first?.itemId], done: false });
    expect(await answer(undone)).toMatchObject({ body: { open: 7 } });
    expect(await answer(await acme.ada.change('/v1/me/inbox/done', 'POST', { all: true, done: true }))).toMatchObject({
      body: { open: 0 },
    });
    expect((await page(acme.ada, 'state=done')).items).toHaveLength(7);
    for (const body of [
      { done: true },
      { items: [], done: true },
      { all: true, done: false },
      { items: [randomUUID()], all: true, done: true },
    ]) {
      expect(await codeOf(await acme.ada.change('/v1/me/inbox/done', 'POST', body))).toEqual([422, 'request.invalid']);
    }
    tab.raw.close();
  });
});

describe('a token', () => {
  const tokenFor = async (scopes: string[], organizationId: string | null) => {
    const made = await acme.ada.change('/v1/me/api-tokens', 'POST', { name: 'script', scopes, organizationId });
    const { secret } = z.object({ secret: z.string() }).parse(await made.json());
    return { authorization: `Bearer ${secret}` };
  };

  it('reaches what is kept with the scopes of tasks, in its organization', async () => {
    const headers = await tokenFor(['tasks:read'], null);
    expect((await acme.eve.send(acme.own(), { headers })).status).toBe(200);
    expect(await codeOf(await acme.eve.send(acme.own('/open'), { method: 'PUT', body: {}, headers }))).toEqual([
      403,
      'token.scope_missing',
    ]);
    await acme.admit('9002', 'other', [ADA]);
    const limited = await tokenFor(['tasks:read', 'tasks:write'], '9002');
    expect(await codeOf(await acme.eve.send(acme.own(), { headers: limited }))).toEqual([404, 'resource.not_found']);
    const inbox = await acme.eve.send('/v1/me/inbox?state=done', { headers: limited });
    expect(Page.parse(await inbox.json()).items).toEqual([]);
  });
});
