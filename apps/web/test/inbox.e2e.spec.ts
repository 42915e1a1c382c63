import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { Harbour, HARBOUR, lookAt, LOOKS, PULL_REQUEST, tasks } from './harbour.js';
import { eventually } from './person.js';

const Snapshot = z.looseObject({
  op: z.literal('snapshot'),
  topic: z.templateLiteral(['app:', z.string()]),
  data: z.looseObject({}),
});

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, 120_000);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

const itemOf = (taskId: string) => ({
  itemId: '0190c6a0-0000-7000-8000-000000000003',
  organizationId: HARBOUR,
  taskId,
  sessionId: null,
  kind: 'pull_request',
  reason: 'checks_failed',
  title: PULL_REQUEST,
  login: null,
  permissionId: null,
  pullRequest: 2,
  at: new Date().toISOString(),
  doneAt: null,
  doneBy: null,
  version: 1,
});

/** Puts one item into what the server says of the inbox: news of a kind that takes an agent or a colleague to make. */
async function withNews(page: Page): Promise<void> {
  const taskId = String((await page.getByRole('link', { name: PULL_REQUEST }).getAttribute('href'))?.split('/').at(-1));
  await page.routeWebSocket(/\/v1\/realtime/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const snapshot = Snapshot.safeParse(JSON.parse(message.toString())).data;
      const data = { ...snapshot?.data, inbox: { items: [itemOf(taskId)], open: 1 } };
      socket.send(snapshot ? JSON.stringify({ ...snapshot, data }) : message);
    });
  });
  await page.goto(harbour.address('inbox'));
  await page.getByText('Checks are failing (#2)').waitFor();
}

describe('the inbox', () => {
  it('is counted in the sidebar and in the tab, leads to the task, and says what is done', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await withNews(page);
    await eventually(async () => expect(await page.title()).toBe('(1) Inbox · harbour-goods · Foundry'));
    await page.getByRole('link', { name: /^Inbox 1 open/ }).waitFor();
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/mark-news.svg');
    const done = page.waitForRequest((request) => request.url().endsWith('/v1/me/inbox/done'));
    await page.getByRole('button', { name: `Done: ${PULL_REQUEST}` }).click();
    expect((await done).postDataJSON()).toEqual({ items: ['0190c6a0-0000-7000-8000-000000000003'], done: true });
    const undone = page.waitForRequest((request) => request.url().endsWith('/v1/me/inbox/done'));
    await page.getByRole('button', { name: 'Undo' }).click();
    expect((await undone).postDataJSON()).toMatchObject({ done: false });
    await page.getByRole('main').getByRole('link', { name: PULL_REQUEST }).click();
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it('with news it fits and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor', look);
    await tasks(page).first().waitFor();
    await withNews(page);
    expect(await lookAt(page, 'inbox-news', look)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
