import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { type Entered, Harbour, lookAt, LOOKS, PULL_REQUEST } from './harbour.js';
import { eventually } from './person.js';

const JOURNEY_MS = 120_000;
const Me = z.object({ user: z.object({ userId: z.string(), login: z.string() }) });

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, JOURNEY_MS);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

async function taskId(page: Page): Promise<string> {
  return String((await page.getByRole('link', { name: PULL_REQUEST }).getAttribute('href'))?.split('/').at(-1));
}

/** The page's socket: what it says, and what it is told beside what the server tells. */
async function overhear(page: Page) {
  const said: unknown[] = [];
  let tell = (frame: object): void => {
    throw new Error(`There is no socket for ${JSON.stringify(frame)}.`);
  };
  await page.routeWebSocket(/\/v1\/realtime$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      said.push(JSON.parse(String(message)));
      server.send(message);
    });
    tell = (frame) => {
      socket.send(JSON.stringify(frame));
    };
  });
  return {
    said,
    tell: (frame: object) => {
      tell(frame);
    },
  };
}

/** As when somebody turns to another tab. */
const hide = (page: Page, state: 'hidden' | 'visible'): Promise<unknown> =>
  page.evaluate(`Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
    document.dispatchEvent(new Event('visibilitychange'))`);

describe('who looks at a task', () => {
  it('is told of a tab while it is visible, and shown of others', async () => {
    const { page, faults, person } = await harbour.enter('mira-okafor');
    const id = await taskId(page);
    const topic = `task:${id}`;
    const { user } = Me.parse(await person.read('/v1/app'));
    const socket = await overhear(page);
    await page.goto(harbour.address(`tasks/${id}`));
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
    const told = (state: string) =>
      eventually(() => {
        const frames = socket.said.filter((frame) => JSON.stringify(frame).includes('"presence"'));
        expect(frames.at(-1)).toEqual({ op: 'presence', topic, state });
        return Promise.resolve();
      });
    await told('viewing');
    await page.getByRole('textbox', { name: 'Message to the agent' }).pressSequentially('Loo');
    await told('typing');
    await told('viewing');
    await hide(page, 'hidden');
    await told('away');
    await hide(page, 'visible');
    await told('viewing');
    const person2 = { userId: '77', login: 'jonas-lind', avatarUrl: '', state: 'viewing' };
    socket.tell({ op: 'presence', topic, people: [{ ...person2, ...user, avatarUrl: '' }, person2] });
    const list = page.getByRole('list', { name: 'Looking now' });
    await list.getByText('@jonas-lind is looking').waitFor();
    expect(await list.getByRole('listitem').count()).toBe(1);
    socket.tell({ op: 'presence', topic, people: [{ ...person2, state: 'typing' }] });
    await list.getByText('@jonas-lind is writing').waitFor();
    expect(await lookAt(page, 'presence', { width: 1440, scheme: 'light' })).toEqual([]);
    socket.tell({ op: 'presence', topic, people: [] });
    await list.waitFor({ state: 'detached' });
    await page.getByRole('textbox', { name: 'Message to the agent' }).fill('');
    expect(faults).toEqual([]);
  });
});

describe('notifications of the browser', () => {
  /** Counts what would be shown, because a browser without a screen shows nothing. */
  const listen = (page: Page): Promise<unknown> =>
    page.evaluate(`window.shown = [];
      window.Notification = class {
        static permission = 'granted';
        constructor(title, { body }) { window.shown.push(title + ': ' + body); }
        close() {}
      }`);
  const shown = async (context: BrowserContext): Promise<string[]> => {
    const all = await Promise.all(context.pages().map((page) => page.evaluate('window.shown ?? []')));
    return z.array(z.array(z.string())).parse(all).flat();
  };

  it('are asked for by a click, and tell once of what came while no tab was in view', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    const context = page.context();
    await context.grantPermissions(['notifications']);
    await page.goto(`${harbour.url}/account/notifications`);
    await page.getByRole('button', { name: 'Show notifications in this browser' }).click();
    await page.getByText('On: what waits for you').waitFor();
    await page.getByLabel('A task became yours').selectOption('Inbox and browser');
    await page.getByText('Saved for all your browsers.').waitFor();
    await page.goto(harbour.address());
    const other = await context.newPage();
    await other.goto(harbour.address());
    for (const one of [page, other]) {
      await one.getByText('Live', { exact: true }).waitFor();
      await listen(one);
      await hide(one, 'hidden');
    }
    const jonas = await harbour.enter('jonas-lind');
    await jonas.page.getByRole('link', { name: PULL_REQUEST }).click();
    await jonas.page.getByRole('button', { name: 'Choose an owner' }).click();
    await jonas.page.getByRole('menuitem', { name: /mira-okafor/ }).click();
    await eventually(async () => expect(await shown(context)).toEqual([`${PULL_REQUEST}: You became the owner`]));
    await eventually(async () => expect(await page.title()).toMatch(/^\(1\)/));
    expect(await shown(context)).toHaveLength(1);
    await page.goto(`${harbour.url}/account/notifications`);
    await page.getByRole('button', { name: 'Stop in this browser' }).click();
    await page.getByRole('button', { name: 'Show notifications in this browser' }).waitFor();
    expect([...faults, ...jonas.faults]).toEqual([]);
  });
});

describe('the first steps', () => {
  it('say what is done and what is next, can be put away, and shown again', async () => {
    const { page, faults } = await harbour.enter('jonas-lind');
    const card = page.getByRole('region', { name: 'First steps' });
    await card.getByRole('heading', { name: /^First sync ?, done$/ }).waitFor();
    await page.getByRole('link', { name: /First steps: \d of 4/ }).waitFor();
    await card.getByRole('button', { name: 'Hide' }).click();
    await card.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /First steps/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show the first steps' }).click();
    await card.waitFor();
    expect(faults).toEqual([]);
  });
});

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it('notifications, first steps and the end of an account fit and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('jonas-lind', look);
    const found: Record<string, string[]> = {};
    await page.getByRole('region', { name: 'First steps' }).waitFor();
    found['steps'] = await lookAt(page, 'first-steps', look);
    await page.goto(`${harbour.url}/account/notifications`);
    await page.getByText('What you hear of').waitFor();
    found['news'] = await lookAt(page, 'notifications', look);
    await page.goto(`${harbour.url}/account/profile`);
    await page.getByRole('button', { name: 'Delete my account' }).click();
    await page.getByLabel(/^Type jonas-lind/).waitFor();
    found['end'] = await lookAt(page, 'delete-account', look);
    expect(found).toEqual({ steps: [], news: [], end: [] });
    expect(faults).toEqual([]);
  });
});

describe('a program on the machine', () => {
  async function open({ page }: Entered, id: string): Promise<void> {
    await page.goto(harbour.address(`tasks/${id}`));
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
  }

  it(
    'is run by its words, its log is followed and searched, and the task says who did what',
    async () => {
      const entered = await harbour.enter('mira-okafor');
      const { page, faults } = entered;
      await open(entered, await taskId(page));
      await page.getByRole('textbox', { name: 'Message to the agent' }).fill('say Good day');
      await page.keyboard.press('Control+Enter');
      await page
        .getByRole('region', { name: 'Conversation' })
        .getByText(/^Finished/)
        .waitFor({ timeout: 90_000 });
      await page.getByRole('button', { name: 'Terminal', exact: true }).click();
      await page.getByRole('textbox', { name: 'Program and arguments' }).fill('echo "first line');
      await page.keyboard.press('Enter');
      await page.getByText('Name a program; quotes have to be closed.').waitFor();
      await page
        .getByRole('textbox', { name: 'Program and arguments' })
        .fill(`printf '%s\\n' "one line" "another one"`);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Log of printf/ }).click({ timeout: 30_000 });
      const log = page.getByRole('log', { name: /^Log of printf/ });
      await eventually(async () => expect(await log.textContent()).toBe('one line\nanother one\n'));
      await page.getByRole('searchbox', { name: /^Search the log/ }).fill('ANOTHER');
      await eventually(async () => expect(await log.textContent()).toBe('another one'));
      expect(await lookAt(page, 'process-log', { width: 1440, scheme: 'light' })).toEqual([]);
      await page.getByRole('button', { name: 'Activity' }).click();
      await page
        .getByRole('list', { name: 'Activity' })
        .getByText(/mira-okafor/)
        .first()
        .waitFor();
      expect(faults).toEqual([]);
    },
    JOURNEY_MS + 60_000,
  );
});

describe('the end of an account', () => {
  it('wants the login typed again, and signs out everywhere', async () => {
    const { page, faults } = await harbour.enter('hana-sato');
    await page.goto(`${harbour.url}/account/profile`);
    await page.getByText('You leave every organization here.').waitFor();
    await page.getByRole('button', { name: 'Delete my account' }).click();
    const field = page.getByLabel('Type hana-sato to confirm');
    await field.fill('mira-okafor');
    await page.keyboard.press('Enter');
    await page.getByText('This is not your login.').waitFor();
    await field.fill('hana-sato');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sign-in/);
    await page.getByRole('link', { name: 'Continue with GitHub' }).waitFor();
    // The browser notes each answer that nobody is signed in any more.
    expect(faults.filter((fault) => !/401/.test(fault))).toEqual([]);
  });
});
