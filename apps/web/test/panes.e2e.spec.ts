import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { Harbour, type Entered, lookAt, PULL_REQUEST, tasks } from './harbour.js';
import { eventually } from './person.js';

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, 120_000);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

const edge = (page: Page, name: string): Locator => page.getByRole('separator', { name });
const list = (page: Page): Locator => page.getByRole('navigation', { name: 'Tasks' });
const details = (page: Page): Locator => page.getByRole('complementary', { name: 'Details' });
const widthOf = async (place: Locator): Promise<number> => Math.round((await place.boundingBox())?.width ?? 0);

async function openTask({ page }: Entered): Promise<void> {
  await page.getByRole('link', { name: PULL_REQUEST }).click();
  await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
}

describe('the panes', () => {
  it('are made larger and smaller by keys and by dragging, and stay so in this browser', async () => {
    const entered = await harbour.enter('mira-okafor');
    const { page, faults } = entered;
    await openTask(entered);
    const left = edge(page, 'Width of the list of tasks');
    await left.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    expect(await widthOf(list(page))).toBe(368);
    expect(await left.getAttribute('aria-valuenow')).toBe('368');
    await page.keyboard.press('Home');
    expect(await widthOf(list(page))).toBe(240);
    await page.keyboard.press('End');
    expect(await widthOf(list(page))).toBe(480);
    await left.dblclick();
    expect(await widthOf(list(page))).toBe(288);
    const right = edge(page, 'Width of the details');
    const { x = 0, y = 0 } = (await right.boundingBox()) ?? {};
    await page.mouse.move(x + 4, y + 300);
    await page.mouse.down();
    await page.mouse.move(x - 50, y + 310, { steps: 3 });
    await page.mouse.move(x - 96, y + 320, { steps: 3 });
    await page.mouse.up();
    expect(await widthOf(details(page))).toBe(468);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
    expect(await widthOf(details(page))).toBe(468);
    expect(await widthOf(list(page))).toBe(288);
    expect(faults).toEqual([]);
  });

  it('are put away and brought back, by their buttons and by their names in the palette', async () => {
    const entered = await harbour.enter('mira-okafor');
    const { page, faults } = entered;
    await openTask(entered);
    await page.getByRole('button', { name: 'Hide the details' }).click();
    await page.getByRole('button', { name: 'Hide the list of tasks' }).click();
    expect(await widthOf(list(page))).toBeLessThan(60);
    expect(await widthOf(details(page))).toBeLessThan(60);
    await page.reload();
    await page.getByRole('button', { name: 'Show Overview' }).click();
    await page.getByText('No owner yet').waitFor();
    // The filter is behind the button, and its key still leads there.
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('swed');
    await eventually(async () => expect(await page.getByLabel('Filter tasks').inputValue()).toBe('swed'));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search tasks and actions' }).fill('> show or hide the list');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Show the list of tasks' }).waitFor();
    expect(faults).toEqual([]);
  });
});

describe.each([
  { width: 1440, scheme: 'light' as const },
  { width: 1000, scheme: 'dark' as const },
  { width: 700, scheme: 'light' as const },
  { width: 700, scheme: 'dark' as const },
  { width: 360, scheme: 'dark' as const },
])('at $width pixels, $scheme', (look) => {
  it('what has no room beside the task is in a drawer over it, which fits and can be used by everyone', async () => {
    const entered = await harbour.enter('jonas-lind', look);
    const { page, faults } = entered;
    const found: Record<string, string[]> = {};
    if (look.width === 700) {
      await page.getByRole('button', { name: 'Show the list of tasks' }).click();
      await tasks(page).first().waitFor();
      found['tasks'] = await lookAt(page, 'drawer-tasks', look);
    }
    await openTask(entered);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    found['task'] = await lookAt(page, 'panes', look);
    if (look.width === 1000 || look.width === 700) {
      await page.getByRole('button', { name: 'Show Overview' }).click();
      await page.getByRole('dialog', { name: 'Details' }).getByText('No owner yet').waitFor();
      found['details'] = await lookAt(page, 'drawer-details', look);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await eventually(async () =>
        expect(await page.evaluate('document.activeElement.ariaLabel')).toBe('Show Overview'),
      );
    }
    expect(Object.entries(found).filter(([, faultsOfPart]) => faultsOfPart.length > 0)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
