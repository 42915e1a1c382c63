import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { begin, ends, PATIENCE } from './at-task.js';
import type { Look } from './browser.js';
import { type Entered, Harbour, lookAt, LOOKS } from './harbour.js';
import { eventually } from './person.js';
import { type Answering, FORBIDDEN, SCREEN_STATES } from './screen-states.js';

const JOURNEY_MS = 240_000;
const HANA = 'hana-sato';

let harbour: Harbour;
/** An operator of the instance with a task of their own, and somebody who may only look: signed in once for all states. */
let mira: Entered;
let viewer: Entered;
let taskId = '';

beforeAll(async () => {
  harbour = await Harbour.start({ FOUNDRY_OPERATORS: '1002' });
  mira = await harbour.enter('mira-okafor');
  await begin(mira.page, harbour.address('new'), {
    repository: 'harbour-goods/handbook',
    prompt: 'write notes/one.md: One\\ntwo',
  });
  taskId = new URL(mira.page.url()).pathname.split('/').at(-1) ?? '';
  viewer = await harbour.enter(HANA);
  await ends(mira.page).waitFor(PATIENCE);
  await mira.page.getByRole('tab', { name: 'Changes (1)' }).waitFor(PATIENCE);
  await mira.page.goto(harbour.address('settings/members'));
  await mira.page.getByLabel(`Role of ${HANA}`).selectOption('Viewer');
  await viewer.page.getByRole('link', { name: 'New task' }).waitFor({ state: 'detached' });
}, JOURNEY_MS);
afterAll(async () => {
  await harbour.closeBrowsers();
  await harbour.stop();
});

const address = (path: string): string => harbour.address(path.replace('{task}', taskId));

async function answer(route: Route, answering: Answering): Promise<void> {
  if (answering.how === 'never') return;
  const problem = {
    code: 'request.invalid',
    title: 'Not now',
    status: 400,
    detail: 'A test made it fail.',
    requestId: 'test',
  };
  if (answering.how === 'with') await route.fulfill({ json: answering.body });
  else await route.fulfill({ status: 400, contentType: 'application/problem+json', json: problem });
}

/** The screen as it is now at every width and in both themes. */
async function everyLook(page: Page, name: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const look of LOOKS) {
    await become(page, look);
    const wrong = await lookAt(page, `state-${name}`, look);
    if (wrong.length > 0) found[`${String(look.width)} ${look.scheme}`] = wrong;
  }
  await become(page, { width: 1440, scheme: 'light' });
  return found;
}

async function become(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
}

describe.each(SCREEN_STATES)('$name', ({ name, path, asked, answering, shows, wayOut }) => {
  it(
    'fits, says what is so, and can be used by everyone',
    async () => {
      const { page } = mira;
      await page.route(asked, (route) => answer(route, answering));
      await page.goto(address(path));
      await page.getByText(shows).first().waitFor();
      if (wayOut !== undefined) await page.getByRole('main').getByText(wayOut, { exact: true }).first().waitFor();
      expect(await everyLook(page, name)).toEqual({});
      await page.unroute(asked);
      if (wayOut === 'Try again') {
        const again = page.getByRole('button', { name: wayOut }).first();
        // A part of the page that was just put back by the other width has asked again by itself.
        await eventually(async () => {
          if (await again.isVisible()) await again.click({ timeout: 1_000 });
          expect(await page.getByText(shows).first().isVisible()).toBe(false);
        });
      }
    },
    JOURNEY_MS,
  );
});

describe.each(FORBIDDEN)('$name, to somebody who may not', ({ name, path, shows }) => {
  it(
    'says so, and who can change it',
    async () => {
      const { page } = viewer;
      await page.goto(address(path));
      await page.getByText(shows).first().waitFor();
      expect(await everyLook(page, `forbidden-${name}`)).toEqual({});
    },
    JOURNEY_MS,
  );
});

describe('views of one screen', () => {
  it.each(['inbox', 'inbox?state=done', 'inspector', 'inspector?view=effects'])(
    '%s shows one of them as the one',
    async (path) => {
      const { page } = mira;
      await page.goto(address(path));
      const views = page.getByRole('main').getByRole('navigation').first();
      await views.locator('[aria-current=page]').first().waitFor();
      expect(await views.locator('[aria-current=page]').count()).toBe(1);
    },
  );
});
