import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Harbour, lookAt, LOOKS, PULL_REQUEST, tasks } from './harbour.js';
import { addressOf, eventually } from './person.js';

/** A few of them begin a task, which makes a machine. */
const JOURNEY_MS = 120_000;

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, JOURNEY_MS);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

const prompt = (page: Page) => page.getByLabel('What should be done?');

async function choose(page: Page, repository: string): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Repository' });
  // The one used last stands there already.
  if ((await field.inputValue()) === repository) return;
  await field.fill(repository);
  await page.getByRole('option', { name: repository }).click();
}

describe('the form of a new task', () => {
  it(
    'is opened by C, says what is missing, keeps what was written over a reload, and begins the task',
    async () => {
      const { page, faults } = await harbour.enter('mira-okafor');
      await page.keyboard.press('c');
      await prompt(page).waitFor();
      expect(await page.evaluate('document.activeElement.id')).toBe('prompt');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Say what should be done.').waitFor();
      await prompt(page).fill('Say how many parcels are under way');
      await choose(page, 'harbour-goods/orders-api');
      // The draft goes to the account half a second after the last key.
      const saved = page.waitForResponse(
        (answer) => answer.request().method() === 'PUT' && answer.url().includes('drafts'),
      );
      await prompt(page).press('End');
      await page.keyboard.type(' now');
      await saved;
      await page.reload();
      await eventually(async () =>
        expect(await prompt(page).inputValue()).toBe('Say how many parcels are under way now'),
      );
      expect(await page.getByLabel('Repository').inputValue()).toBe('harbour-goods/orders-api');
      await prompt(page).press('Control+Enter');
      await page.waitForURL(/\/tasks\//);
      await page.getByRole('heading', { level: 1, name: 'Say how many parcels are under way now' }).waitFor();
      await tasks(page).filter({ hasText: 'Say how many parcels' }).filter({ hasText: 'mira-okafor' }).waitFor();
      await page.keyboard.press('c');
      await prompt(page).waitFor();
      await eventually(async () => expect(await prompt(page).inputValue()).toBe(''));
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'opens the task of a branch that is taken, and keeps what was written',
    async () => {
      const { page, faults } = await harbour.enter('mira-okafor');
      for (const words of ['Count the parcels', 'Count them again']) {
        await page.goto(harbour.address('new'));
        await prompt(page).fill(words);
        await choose(page, 'harbour-goods/payments');
        await page.getByText('More', { exact: true }).click();
        await page.getByLabel('Branch name').fill('count-parcels');
        await page.getByRole('button', { name: 'Start task' }).click();
        if (words === 'Count the parcels') await page.waitForURL(/\/tasks\//);
      }
      await page.getByText('This branch already has a task.').waitFor();
      expect(await prompt(page).inputValue()).toBe('Count them again');
      await page.getByRole('link', { name: 'Open it' }).click();
      await page.getByRole('heading', { level: 1, name: 'Count the parcels' }).waitFor();
      expect(faults.filter((fault) => !/409/.test(fault))).toEqual([]);
    },
    JOURNEY_MS,
  );

  it('is filled by an address, which sends nothing', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    const changes: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') changes.push(`${request.method()} ${request.url()}`);
    });
    await page.goto(`${harbour.url}/new?repo=harbour-goods/storefront&prompt=Greet%20people`);
    await eventually(async () => expect(await prompt(page).inputValue()).toBe('Greet people'));
    expect(await page.getByLabel('Repository').inputValue()).toBe('harbour-goods/storefront');
    expect(page.url()).toContain('/o/1001/new');
    expect(changes).toEqual([]);
    expect(faults).toEqual([]);
  });

  it(
    'works on a pull request: its virtual task is the task then, under the same address',
    async () => {
      const { page, faults } = await harbour.enter('mira-okafor');
      const row = page.getByRole('link', { name: PULL_REQUEST });
      const address = String(await row.getAttribute('href'));
      await page.goto(harbour.address('new'));
      await prompt(page).fill('Look at the rounding');
      await choose(page, 'harbour-goods/storefront');
      await page.getByRole('radio', { name: 'Pull request' }).check();
      await page.getByRole('combobox', { name: 'Pull request' }).fill('Swedish');
      await page.getByRole('option', { name: /Swedish kronor/ }).click();
      await page.getByRole('button', { name: 'Start task' }).click();
      await page.waitForURL(`**${address}`);
      await tasks(page).filter({ hasText: PULL_REQUEST }).filter({ hasText: 'mira-okafor' }).waitFor();
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );

  it('takes the pull request whose address is pasted, and says why it cannot take another', async () => {
    const { page, faults, person } = await harbour.enter('mira-okafor');
    const address = await addressOf(person, PULL_REQUEST);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(harbour.address('new'));
    await prompt(page).waitFor();
    const paste = async (text: string): Promise<void> => {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await page.keyboard.press('Control+v');
    };
    await page.getByRole('combobox', { name: 'Repository' }).focus();
    await paste('https://github.com/another/place/pull/3');
    await page.getByText('Foundry reads no repository another/place here.').waitFor();
    await paste(address);
    await page.getByText(/^The task works on harbour-goods/).waitFor();
    expect(await page.getByRole('radio', { name: 'Pull request' }).isChecked()).toBe(true);
    await eventually(async () =>
      expect(await page.getByRole('combobox', { name: 'Pull request' }).inputValue()).toContain(PULL_REQUEST),
    );
    // In a text that is being written it is a part of the text.
    await prompt(page).fill('Compare with ');
    await prompt(page).press('End');
    await paste(address);
    await eventually(async () => expect(await prompt(page).inputValue()).toBe(`Compare with ${address}`));
    await prompt(page).fill('');
    expect(faults).toEqual([]);
  });

  it('is not there for somebody who may only look, from the moment on that they may', async () => {
    const mira = await harbour.enter('mira-okafor');
    const hana = await harbour.enter('hana-sato');
    await hana.page.getByRole('link', { name: 'New task' }).waitFor();
    await mira.page.goto(harbour.address('settings/members'));
    await mira.page.getByLabel('Role of hana-sato').selectOption('Viewer');
    await hana.page.getByRole('link', { name: 'New task' }).waitFor({ state: 'detached' });
    await hana.page.goto(harbour.address('new'));
    await hana.page.getByText(/Members can begin tasks. Ask an admin: .*@mira-okafor/).waitFor();
    await mira.page.getByLabel('Role of hana-sato').selectOption('As at GitHub');
    await hana.page.getByRole('link', { name: 'New task' }).waitFor();
    expect([...mira.faults, ...hana.faults]).toEqual([]);
  });
});

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it('the form fits, is quiet and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('jonas-lind', look);
    await page.goto(harbour.address('new'));
    await prompt(page).fill('Greet people by their name');
    const found: Record<string, string[]> = { form: await lookAt(page, 'new-task', look) };
    await page.getByLabel('Repository').click();
    await page.getByRole('option').first().waitFor();
    found['repositories'] = await lookAt(page, 'new-task-repositories', look, '[role=listbox]');
    expect(found).toEqual({ form: [], repositories: [] });
    expect(faults).toEqual([]);
  });
});
