import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.js';
import { openPage } from './browser.js';
import { Harbour, HARBOUR, LOOKS, PULL_REQUEST, SCREENS } from './harbour.js';
import { eventually, signIn } from './person.js';

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
});
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

const taskLink = (page: Page) => page.getByRole('link', { name: PULL_REQUEST });
const isWiderThanScreen = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth');

describe('the workspace', () => {
  it('shows the organization and every open pull request as a task that nobody started', async () => {
    const { page, faults, person } = await harbour.enter('mira-okafor');
    await page.getByRole('button', { name: 'Change the organization' }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    for (const { title, pullRequest } of await person.tasks(HARBOUR)) {
      const row = page.getByRole('link', { name: title });
      expect(await row.textContent()).toContain(`#${String(pullRequest?.number)}`);
      expect(await row.textContent()).toContain('not started');
    }
    expect(faults).toEqual([]);
  });

  it('opens a task with nothing but reading, and it stays unstarted', async () => {
    const { page, faults, person } = await harbour.enter('mira-okafor');
    const changes: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') changes.push(`${request.method()} ${request.url()}`);
    });
    await taskLink(page).click();
    await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
    await page.getByText('No owner yet').waitFor();
    expect(await page.title()).toContain(PULL_REQUEST);
    expect(changes).toEqual([]);
    expect((await person.tasks(HARBOUR)).every(({ virtual }) => virtual)).toBe(true);
    expect(faults).toEqual([]);
  });

  it('finds tasks by letters in their order, from the keyboard alone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.keyboard.press('/');
    await page.keyboard.type('swedish');
    await eventually(async () =>
      expect(await page.getByRole('list', { name: 'Tasks' }).getByRole('link').count()).toBe(1),
    );
    await page.keyboard.press('Escape');
    await eventually(async () =>
      expect(await page.getByRole('list', { name: 'Tasks' }).getByRole('link').count()).toBeGreaterThan(5),
    );
    await page.getByRole('list', { name: 'Tasks' }).getByRole('link').first().focus();
    const first: unknown = await page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await page.evaluate('document.activeElement.textContent')).not.toBe(first));
    await page.keyboard.press('Enter');
    await page.getByText('No owner yet').waitFor();
    expect(faults).toEqual([]);
  });

  it('takes an archived task out of the list of somebody else, and puts it back', async () => {
    const mira = await harbour.enter('mira-okafor');
    const jonas = await harbour.enter('jonas-lind');
    await taskLink(mira.page).click();
    await mira.page.getByRole('button', { name: 'Archive' }).click();
    await taskLink(jonas.page).waitFor({ state: 'detached' });
    await mira.page.getByRole('button', { name: 'Restore' }).click();
    await taskLink(jonas.page).waitFor();
    expect([...mira.faults, ...jonas.faults]).toEqual([]);
  });

  it('says that nothing is there to whoever is no member', async () => {
    const opened = await openPage({ width: 1440, scheme: 'light' });
    await signIn(opened.page, harbour.url, 'sunniva-dahl');
    await opened.page.goto(`${harbour.url}/o/${HARBOUR}`);
    await opened.page.getByRole('heading', { name: 'Not found' }).waitFor();
    expect(await accessibilityFaults(opened.page)).toEqual([]);
    await opened.close();
  });
});

describe('a sync', () => {
  it('shows its phases and its end on the page of whoever looks, without reload', async () => {
    const { page, faults } = await harbour.enter('hana-sato');
    await page.goto(`${harbour.url}/o/${HARBOUR}/settings/github`);
    await page.getByRole('heading', { name: 'harbour-goods: Connected' }).waitFor();
    await page.getByText('Synced', { exact: true }).waitFor();
    await page.evaluate(`window.told = [];
      new MutationObserver(() => {
        for (const status of document.querySelectorAll('main [role=status]')) window.told.push(status.textContent);
      }).observe(document.body, { subtree: true, childList: true, characterData: true })`);
    await page.getByRole('button', { name: 'Sync now' }).click();
    await eventually(async () => {
      const told = String(await page.evaluate('window.told.join(" / ")'));
      expect(told).toMatch(/(Waiting to begin|Reading|Finishing).*Synced/);
    });
    expect(faults).toEqual([]);
  });
});

describe('the audit log', () => {
  it('lists what happened and is found intact', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.goto(`${harbour.url}/o/${HARBOUR}/audit`);
    await page.getByRole('cell', { name: 'Done' }).first().waitFor();
    await page.getByRole('button', { name: 'Verify' }).click();
    await page.getByText(/^Intact: \d+ entries/).waitFor();
    expect(faults).toEqual([]);
  });

  it('says who can see it to whoever cannot', async () => {
    const { page } = await harbour.enter('hana-sato');
    await page.goto(`${harbour.url}/o/${HARBOUR}/audit`);
    await page.getByText('Owners and admins can see this.').waitFor();
  });
});

describe('an account', () => {
  it('makes a token whose secret is shown once and works, and revokes it', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.goto(`${harbour.url}/account/tokens`);
    await page.getByLabel('Name').fill('nightly');
    await page.getByRole('button', { name: 'Make token' }).click();
    const secret = await page.getByRole('region', { name: 'Secret of nightly' }).locator('code').textContent();
    const ask = () =>
      fetch(`${harbour.url}/v1/organizations/${HARBOUR}`, { headers: { Authorization: `Bearer ${secret ?? ''}` } });
    expect((await ask()).status).toBe(200);
    await page.reload();
    await page.getByRole('button', { name: 'Revoke nightly' }).waitFor();
    expect(await page.getByText(secret ?? '').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke nightly' }).click();
    await page.getByText('You have none.').waitFor();
    expect((await ask()).status).toBe(401);
    expect(faults).toEqual([]);
  });

  it('keeps the theme over a reload and in another browser', async () => {
    const { page, faults } = await harbour.enter('jonas-lind');
    await page.goto(`${harbour.url}/account/appearance`);
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.getByText('Saved for all your browsers.').waitFor();
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(14, 16, 19)');
    await page.reload();
    expect(await ground()).toBe('rgb(14, 16, 19)');
    const other = await harbour.enter('jonas-lind');
    await eventually(async () =>
      expect(await other.page.evaluate('document.documentElement.dataset.theme')).toBe('dark'),
    );
    expect(faults).toEqual([]);
  });

  it('is told in every tab that it was signed out in one', async () => {
    const { page } = await harbour.enter('hana-sato');
    const other = await page.context().newPage();
    await other.goto(`${harbour.url}/o/${HARBOUR}`);
    await other.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Menu of hana-sato' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Continue with GitHub' }).waitFor();
    await other.getByText('You are signed out.').waitFor();
  });
});

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it('every screen fits, is quiet and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor', look);
    const id = String((await taskLink(page).getAttribute('href'))?.split('/').at(-1));
    const screens = [
      ['workspace', `/o/${HARBOUR}`, PULL_REQUEST],
      ['task', `/o/${HARBOUR}/tasks/${id}`, 'Looking at it starts nothing'],
      ['github', `/o/${HARBOUR}/settings/github`, 'Sync now'],
      ['members', `/o/${HARBOUR}/settings/members`, 'Owner on GitHub'],
      ['audit', `/o/${HARBOUR}/audit`, 'Outcome'],
      ['welcome', '/welcome', 'Your organizations'],
      ['profile', '/account/profile', 'this one'],
      ['appearance', '/account/appearance', 'Motion'],
      ['tokens', '/account/tokens', 'You have none.'],
    ] as const;
    const found: Record<string, string[]> = {};
    for (const [name, path, whole] of screens) {
      await page.goto(harbour.url + path);
      await page.getByText(whole).first().waitFor();
      await page.screenshot({ path: join(SCREENS, `${name}-${String(look.width)}-${look.scheme}.png`) });
      const wide = (await isWiderThanScreen(page)) === true ? ['wider than the screen'] : [];
      found[name] = [...(await accessibilityFaults(page)), ...wide];
    }
    expect(Object.entries(found).filter(([, faultsOfScreen]) => faultsOfScreen.length > 0)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
