import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Harbour, lookAt, LOOKS, PULL_REQUEST, tasks, titles } from './harbour.js';
import { addressOf, eventually } from './person.js';

const [SWISH, WRAPPING, THEME] = ['Swish payments', 'Offer gift wrapping in the basket', 'Dark theme'] as const;

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, 120_000);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

async function act(page: Page, title: string, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions of ${title}` }).click();
  await page.getByRole('menuitem', { name }).click();
}

describe('pins', () => {
  it('stand on top in an order of their own, in every browser of the person and in no other', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    for (const title of [SWISH, WRAPPING, THEME]) {
      await act(page, title, 'Pin');
      await eventually(async () => expect((await titles(page)).slice(0, 3)).toContain(title));
    }
    await eventually(async () => expect((await titles(page)).slice(0, 3)).toEqual([SWISH, WRAPPING, THEME]));
    await act(page, THEME, 'Move up');
    await eventually(async () => expect((await titles(page)).slice(0, 3)).toEqual([SWISH, THEME, WRAPPING]));
    await act(page, SWISH, 'Move down');
    await eventually(async () => expect((await titles(page)).slice(0, 3)).toEqual([THEME, SWISH, WRAPPING]));
    const other = await harbour.enter('mira-okafor');
    await eventually(async () => expect((await titles(other.page)).slice(0, 3)).toEqual([THEME, SWISH, WRAPPING]));
    const jonas = await harbour.enter('jonas-lind');
    expect(await jonas.page.getByText('Pinned', { exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: SWISH }).dragTo(page.getByRole('link', { name: THEME }), {
      targetPosition: { x: 60, y: 4 },
    });
    await eventually(async () => expect((await titles(other.page)).slice(0, 3)).toEqual([SWISH, THEME, WRAPPING]));
    await page.getByRole('link', { name: SWISH }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await eventually(async () => expect((await titles(other.page)).slice(0, 3)).toEqual([THEME, WRAPPING, SWISH]));
    expect(await page.evaluate('document.activeElement.textContent')).toContain(SWISH);
    for (const title of [SWISH, WRAPPING, THEME]) await act(other.page, title, 'Unpin');
    await page.getByText('Pinned', { exact: true }).waitFor({ state: 'detached' });
    expect([...faults, ...other.faults, ...jonas.faults]).toEqual([]);
  });
});

describe('archiving', () => {
  it('takes the row away, can be undone, and is found in the archive', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    const row = page.getByRole('link', { name: THEME });
    await act(page, THEME, 'Archive');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await act(page, THEME, 'Archive');
    await row.waitFor({ state: 'detached' });
    await page.getByLabel('View', { exact: true }).selectOption('Archived');
    await eventually(async () => expect(await titles(page)).toEqual([THEME]));
    await act(page, THEME, 'Restore');
    await page.getByText('No tasks in this view.').waitFor();
    await page.getByRole('button', { name: 'Clear filter' }).click();
    await row.waitFor();
    expect(faults).toEqual([]);
  });
});

describe('how the list is looked at', () => {
  it('is kept with the account, and its choices show their whole words', async () => {
    const { page, faults } = await harbour.enter('jonas-lind');
    await page.getByLabel('Group by', { exact: true }).selectOption('No groups');
    await page.getByLabel('Order', { exact: true }).selectOption('By title');
    const sorted = (await titles(page)).toSorted((a, b) => a.localeCompare(b));
    await eventually(async () => expect(await titles(page)).toEqual(sorted));
    const other = await harbour.enter('jonas-lind');
    await eventually(async () =>
      expect(await other.page.getByLabel('Order', { exact: true }).inputValue()).toBe('title'),
    );
    expect(await other.page.getByLabel('Group by', { exact: true }).inputValue()).toBe('none');
    const cut = `[...document.querySelectorAll('nav[aria-label=Tasks] select')].filter((one) => {
      const widest = Math.max(...[...one.options].map(({ text }) => {
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = getComputedStyle(one).font;
        return pen.measureText(text).width;
      }));
      return widest > one.clientWidth - 16;
    }).length`;
    expect(await page.evaluate(cut)).toBe(0);
    expect([...faults, ...other.faults]).toEqual([]);
  });

  it('can be dense: one line for each task', async () => {
    const { page, faults } = await harbour.enter('jonas-lind');
    const height = async () => (await page.getByRole('listitem').filter({ hasText: THEME }).boundingBox())?.height;
    expect(await height()).toBe(46);
    await page.goto(`${harbour.url}/account/appearance`);
    await page.getByRole('radio', { name: 'Compact' }).check();
    await page.getByText('Saved for all your browsers.').waitFor();
    await page.goto(harbour.address());
    await eventually(async () => expect(await height()).toBe(30));
    expect(faults).toEqual([]);
  });
});

describe('the address of a pull request', () => {
  it('finds its task in the palette and in the list, and says when there is none', async () => {
    const { page, faults, person } = await harbour.enter('mira-okafor');
    const address = await addressOf(person, PULL_REQUEST);
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: 'Search tasks and actions' });
    await search.fill('https://github.com/harbour-goods/storefront/pull/9999');
    await page.getByText('Foundry has no task for harbour-goods/storefront #9999.').waitFor();
    await search.fill(`${address}/files`);
    await page.getByRole('option', { name: PULL_REQUEST }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
    await page.goto(harbour.address());
    await page.getByLabel('View', { exact: true }).selectOption('Needs you');
    await page.getByText('No tasks in this view.').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(address);
    await eventually(async () => expect(await titles(page)).toEqual([PULL_REQUEST]));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
    expect(await page.getByLabel('Filter tasks').inputValue()).toBe('');
    await page.getByLabel('View', { exact: true }).selectOption('All tasks');
    expect(faults).toEqual([]);
  });
});

describe('the keyboard', () => {
  it('goes everywhere by the palette, and gives the focus back', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await tasks(page).first().focus();
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: 'Search tasks and actions' });
    await search.fill('swedish');
    await page.getByRole('option', { name: PULL_REQUEST }).waitFor();
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    await eventually(async () => expect(await page.evaluate('document.activeElement.tagName')).toBe('A'));
    await page.keyboard.press('Control+k');
    await search.fill('swedish');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
    await page.keyboard.press('Control+k');
    await search.fill('> inspector');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Inspector' }).waitFor();
    await page.keyboard.press('Control+k');
    await search.fill('@mira');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Members' }).waitFor();
    expect(await page.getByLabel('Filter members').inputValue()).toBe('mira-okafor');
    expect(faults).toEqual([]);
  });

  it('has shortcuts, which stay letters while somebody writes, and can be switched off', async () => {
    const { page, faults } = await harbour.enter('hana-sato');
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('c?');
    expect(await page.getByLabel('Filter tasks').inputValue()).toBe('c?');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: 'Inbox' }).click();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.getByText('Command palette').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await page.goto(`${harbour.url}/account/appearance`);
    await page.getByRole('radio', { name: 'Off' }).check();
    await page.goto(harbour.address('inbox'));
    await eventually(async () => {
      await page.keyboard.press('?');
      expect(await sheet.count()).toBe(0);
    });
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it('menu, palette, sheet and notices fit and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor', look);
    const found: Record<string, string[]> = {};
    await page.getByRole('button', { name: `Actions of ${SWISH}` }).click();
    await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();
    found['menu'] = await lookAt(page, 'task-menu', look, '[role=menu]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    found['palette'] = await lookAt(page, 'palette', look, '[role=dialog]');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    found['sheet'] = await lookAt(page, 'shortcuts', look, '[role=dialog]');
    await page.keyboard.press('Escape');
    await act(page, SWISH, 'Archive');
    await page.getByRole('button', { name: 'Undo' }).waitFor();
    found['notice'] = await lookAt(page, 'notice', look);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: SWISH }).waitFor();
    expect(found).toEqual({ menu: [], palette: [], sheet: [], notice: [] });
    expect(faults).toEqual([]);
  }, 60_000);
});
