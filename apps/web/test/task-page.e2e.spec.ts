import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.js';
import { composer, conversation, PATIENCE, say } from './at-task.js';
import { Harbour, HARBOUR, PULL_REQUEST, SCREENS } from './harbour.js';
import { eventually } from './person.js';

let harbour: Harbour;
let taskId = '';

beforeAll(async () => {
  harbour = await Harbour.start();
});
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

async function openTask(page: Page): Promise<void> {
  if (taskId === '') {
    await page.goto(`${harbour.url}/o/${HARBOUR}`);
    const link = page.getByRole('link', { name: PULL_REQUEST });
    taskId = String((await link.getAttribute('href'))?.split('/').at(-1));
  }
  await page.goto(`${harbour.url}/o/${HARBOUR}/tasks/${taskId}`);
  await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
}

describe('a task that nobody started', () => {
  it('becomes real by a message, and the agent answers once somebody allows what it asks for', async () => {
    const mira = await harbour.enter('mira-okafor');
    const jonas = await harbour.enter('jonas-lind');
    await openTask(mira.page);
    await openTask(jonas.page);
    await mira.page.getByText('Sending a message starts a sandbox and makes you the owner.').waitFor();

    await say(mira.page, 'say Good day to **everyone**\nrun echo from-the-machine');
    await mira.page
      .getByRole('tab', { name: /Session 1|.+/ })
      .first()
      .waitFor();
    const card = mira.page.getByRole('group', { name: /The agent asks permission/ });
    await card.waitFor(PATIENCE);
    await conversation(mira.page).getByText('everyone', { exact: true }).waitFor();
    expect(await accessibilityFaults(mira.page)).toEqual([]);
    // Somebody else sees the same without a reload, and answers it.
    await jonas.page.getByRole('button', { name: 'Allow once' }).click(PATIENCE);
    await mira.page.getByText(/Allowed once by @jonas-lind/).waitFor();
    await conversation(mira.page)
      .getByText(/^Finished/)
      .waitFor(PATIENCE);

    expect(await mira.page.locator('aside [data-owner]').textContent()).toBe('mira-okafor');
    const colour = "getComputedStyle(document.querySelector('aside [data-owner]')).color";
    expect(await mira.page.evaluate(colour)).toBe('rgb(20, 105, 63)');
    await mira.page.screenshot({ path: join(SCREENS, 'conversation-1440-light.png') });
    const tasks = await mira.person.tasks(HARBOUR);
    expect(tasks.filter(({ virtual }) => !virtual).map(({ title }) => title)).toEqual([PULL_REQUEST]);
    expect([...mira.faults, ...jonas.faults]).toEqual([]);
  }, 180_000);

  it('shows the same conversation after a reload', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await conversation(page).getByText('everyone', { exact: true }).waitFor();
    await conversation(page)
      .getByText(/^Finished/)
      .waitFor();
    expect(faults).toEqual([]);
  });
});

describe('the machines of an organization', () => {
  it('are listed with task, owner and state, and lead to the task', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.goto(harbour.address('settings/sandboxes'));
    const row = page.getByRole('region', { name: 'Machines' }).getByRole('row', { name: PULL_REQUEST });
    await row.getByText('mira-okafor').waitFor();
    await row.getByText('Running').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.screenshot({ path: join(SCREENS, 'machines-1440-light.png') });
    await row.getByRole('link', { name: PULL_REQUEST }).click();
    await conversation(page).getByText('everyone', { exact: true }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe('a conversation', () => {
  it('warns whoever writes that the owner changes, and changes it', async () => {
    const { page, faults } = await harbour.enter('jonas-lind');
    await openTask(page);
    await page.getByText('Sending makes you the owner (now @mira-okafor)').first().waitFor();
    await say(page, 'say Hello from Jonas');
    await conversation(page).getByText('@jonas-lind became the owner.').waitFor(PATIENCE);
    await conversation(page).getByText('Hello from Jonas', { exact: true }).waitFor(PATIENCE);
    await eventually(async () => expect(await page.locator('aside [data-owner]').textContent()).toBe('jonas-lind'));
    expect(faults).toEqual([]);
  }, 120_000);

  it('is stopped, holds what waits, and goes on when it is told', async () => {
    const { page, faults } = await harbour.enter('jonas-lind');
    await openTask(page);
    await say(page, 'slow 60');
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor(PATIENCE);
    await say(page, 'say The second one');
    const waiting = page.getByRole('region', { name: 'Waiting messages' });
    await waiting.getByText('Waits for an earlier message').waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await conversation(page).getByText('Stopped by @jonas-lind').waitFor(PATIENCE);
    await waiting.getByRole('button', { name: 'Send next' }).click();
    await conversation(page).getByText('The second one', { exact: true }).waitFor(PATIENCE);
    expect(faults).toEqual([]);
  }, 120_000);

  it('keeps a draft over a reload, and takes it away when it is sent', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await composer(page).fill('a thought for later');
    await composer(page).blur();
    await eventually(async () => {
      await page.reload();
      await composer(page).waitFor();
      await eventually(async () => expect(await composer(page).inputValue()).toBe('a thought for later'));
    });
    await composer(page).fill('');
    expect(faults).toEqual([]);
  });
});

describe('the owner', () => {
  it('is chosen from the keyboard alone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await page.getByRole('button', { name: /Change the owner/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Take over' }).waitFor();
    await eventually(async () => {
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('document.activeElement.textContent')).toContain('Take over');
    });
    await page.keyboard.press('Enter');
    await eventually(async () => expect(await page.locator('aside [data-owner]').textContent()).toBe('mira-okafor'));
    expect(faults).toEqual([]);
  });
});

describe('the work', () => {
  it('lists what the agent changed, and takes a comment on a line into the next message', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await say(page, 'write notes/today.md: one\\ntwo\\nthree');
    await page.getByRole('tab', { name: /^Changes/ }).click();
    await page
      .getByRole('list', { name: 'Changed files' })
      .getByRole('button', { name: /today\.md/ })
      .click(PATIENCE);
    const line = page.getByRole('listitem', { name: /^added line 2: two/ });
    await line.focus();
    await page.keyboard.press('c');
    await page.getByRole('textbox', { name: 'Comment on line 2' }).fill('Say it twice');
    await page.getByRole('button', { name: 'Add to the message' }).click();
    await page.getByText('1 comment goes with the next message.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    expect(await composer(page).inputValue()).toContain('notes/today.md:2: Say it twice');
    expect(faults).toEqual([]);
  }, 120_000);

  it('has a terminal on the machine', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await page.getByRole('button', { name: 'Terminal' }).click();
    await page.getByRole('button', { name: 'New terminal' }).click(PATIENCE);
    const terminal = page.getByRole('textbox', { name: /^Terminal/ });
    await terminal.waitFor(PATIENCE);
    await page.keyboard.type('echo $((40 + 2))-typed\n');
    await eventually(async () => expect(await page.locator('.xterm-rows').textContent()).toContain('42-typed'));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});

describe.each([
  { width: 1440, scheme: 'dark' as const },
  { width: 360, scheme: 'light' as const },
  { width: 360, scheme: 'dark' as const },
])('at $width pixels, $scheme', (look) => {
  it('every part fits, is quiet and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor', look);
    await openTask(page);
    const found: Record<string, string[]> = {};
    const parts = look.width < 1280 ? ['Chat', 'Overview', 'Changes', 'Files'] : ['Overview', 'Changes', 'Files'];
    for (const part of parts) {
      await page.getByRole('tab', { name: new RegExp(`^${part}`) }).click();
      await page.getByRole('tabpanel').first().waitFor();
      await page.screenshot({ path: join(SCREENS, `task-${part}-${String(look.width)}-${look.scheme}.png`) });
      const isWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
      found[part] = [...(await accessibilityFaults(page)), ...(isWide === true ? ['wider than the screen'] : [])];
    }
    expect(Object.entries(found).filter(([, faultsOfPart]) => faultsOfPart.length > 0)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
