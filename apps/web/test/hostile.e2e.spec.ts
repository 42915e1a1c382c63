import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { begin, conversation, ends, PATIENCE, say } from './at-task.js';
import { Harbour, HARBOUR, SCREENS } from './harbour.js';
import { BRANCHES, LOGIN, PRINTED, SAID, TITLES, WRITTEN } from './hostile-payloads.js';
import { foreignIn, guarded, watchOrigins } from './page-guard.js';
import { eventually, type Person } from './person.js';

const JOURNEY_MS = 240_000;
const ORDERS = 'harbour-goods/orders-api';
/** Around a conversation. */
const FRAME = ['h1', 'nav', 'textarea', 'aside', '[role=tablist]', 'a[href="/o/1001/new"]'];
/** Around the list. */
const LIST_FRAME = ['a[href="/o/1001/new"]', 'a[href="/o/1001/inbox"]', '[role=status]', 'nav'];

const CONTROL = /\p{Cc}/gu;

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, JOURNEY_MS);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

/** Nothing ran, asked for anything, opened anything, or lies where it does not belong. */
async function expectHarmless(page: Page, places: string): Promise<void> {
  const { links, ...brought } = await foreignIn(page, places);
  expect(brought).toEqual({ forbidden: [], attributes: [], wide: [], placed: [] });
  for (const { href, rel, target, after, host } of links) {
    expect({ href, rel, target, after }).toEqual({ href, rel: 'noreferrer', target: '_blank', after: `(${host})` });
    expect(href).toMatch(/^https?:\/\//);
  }
}

/** The agent asks for nothing, and says things as fast as it can. */
async function freeToAct(person: Person, taskId: string, sessionId: string): Promise<void> {
  await person.send(`/v1/tasks/${taskId}/policy`, { policy: 'all' }, 'PUT');
  await person.send(`/v1/sessions/${sessionId}/configure`, { mode: 'bypassPermissions' });
  await person.send(`/v1/sessions/${sessionId}/configure`, { model: 'demo-quick' });
}

describe(`${String(SAID.length + PRINTED.length + WRITTEN.length)} hostile things that an agent says, prints and writes`, () => {
  it(
    'run nothing, fetch nothing, change nothing around them, and links say where they lead',
    async () => {
      const { page, faults, person } = await harbour.enter('mira-okafor');
      await begin(page, harbour.address('new'), { repository: ORDERS, prompt: 'say It begins' });
      await ends(page).waitFor(PATIENCE);
      const taskId = String(page.url().split('/').at(-1)?.split('?')[0]);
      const sessionId = await person.sessionOf(taskId);
      await freeToAct(person, taskId, sessionId);
      const watched = watchOrigins(page);
      const before = await guarded(page, FRAME);

      await say(page, SAID.map((words) => `say ${words}\\n\\n`).join('\n'));
      await person.turns(sessionId, 2);
      const said = page.getByRole('article', { name: 'Agent' }).last();
      await said.getByText('isolated and never closed').waitFor();
      expect(await foreignIn(page, '[role=feed]').then(({ links }) => links.length)).toBeGreaterThan(20);
      await expectHarmless(page, '[role=feed]');
      expect(await guarded(page, FRAME)).toEqual(before);

      await say(page, [...PRINTED.map((line) => `run ${line}`), ...WRITTEN.map((file) => `write ${file}`)].join('\n'));
      await person.turns(sessionId, 3);
      await conversation(page)
        .getByText(/^Finished/)
        .last()
        .waitFor();
      await page.evaluate(
        "document.querySelectorAll('#conversation button[aria-expanded=false]').forEach((button) => button.click())",
      );
      await conversation(page).getByText('[U+202E]gpj.exe').first().waitFor();
      await expectHarmless(page, '[role=feed]');
      expect(await guarded(page, FRAME)).toEqual(before);

      await page.getByRole('tab', { name: /^Changes/ }).click();
      const files = page.getByRole('list', { name: 'Changed files' }).getByRole('button');
      await eventually(async () => expect(await files.count()).toBe(WRITTEN.length));
      await files.filter({ hasText: '[U+202E]gpj.exe' }).waitFor();
      for (const name of ['page.svg', 'read.md', 'onerror']) {
        await files.filter({ hasText: name }).first().click();
        await page.getByRole('listitem', { name: /^added line 1/ }).waitFor();
        await expectHarmless(page, 'main [role=list], aside ul');
        await page.getByRole('button', { name: 'Back', exact: true }).click();
      }
      expect([...watched.origins]).toEqual([harbour.url]);
      expect(watched.opened).toEqual([]);
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );
});

describe(`${String(TITLES.length + BRANCHES.length + 1)} hostile things that GitHub tells`, () => {
  it(
    'are text in the list, on the page of a task, and as the name of a teammate',
    async () => {
      const { page, faults, person } = await harbour.enter('jonas-lind');
      const watched = watchOrigins(page);
      const before = await guarded(page, LIST_FRAME);
      const pulls = await harbour.github.open();
      expect(pulls.length).toBeGreaterThanOrEqual(TITLES.length);
      for (const [index, title] of TITLES.entries()) {
        await harbour.github.act('pull.edit', {
          ...pulls[index],
          title,
          body: `${title}\n\n${SAID.slice(0, 40).join('\n\n')}`,
        });
      }
      for (const branch of BRANCHES) {
        await harbour.github.act('branch.create', { repository: 'harbour-goods/handbook', branch });
        await harbour.github.act('branch.commit', {
          repository: 'harbour-goods/handbook',
          branch,
          path: 'x.md',
          text: 'x\n',
          message: branch,
        });
        await harbour.github.act('pull.open', { repository: 'harbour-goods/handbook', head: branch, title: branch });
      }
      await harbour.github.act('user.rename', { user: 'leo-marchetti', login: LOGIN });
      // What no line of text holds is left out where titles are read.
      const wanted = [...TITLES, ...BRANCHES].map((title) => title.replaceAll(CONTROL, ''));
      const listed = await eventually(async () => {
        const all = await person.tasks(HARBOUR);
        const known = all.map(({ title }) => title.replaceAll(CONTROL, ''));
        expect(wanted.filter((title) => !known.includes(title))).toEqual([]);
        // The task of the agent before is of another kind.
        return all.filter(({ virtual }) => virtual);
      });
      await page
        .getByText(BRANCHES[0] ?? '')
        .first()
        .waitFor();
      await expectHarmless(page, 'ul[aria-label=Tasks] > li span');
      expect(await guarded(page, LIST_FRAME)).toEqual(before);

      const leo = await harbour.enter(LOGIN);
      for (const { id, title } of listed) {
        await page.goto(harbour.address(`tasks/${id}`));
        await page.getByText('Looking at it starts nothing').waitFor();
        expect(await page.locator('h1').textContent()).toContain(title);
        expect((await guarded(page, LIST_FRAME)).owned).toBe(false);
        await expectHarmless(page, 'main h1, main h2, main dd, aside dd');
      }
      await page.screenshot({ path: join(SCREENS, 'hostile-1440-light.png') });
      const address = page.url();
      await leo.page.goto(address);
      await say(leo.page, 'say <img src=x onerror=window.owned=1>');
      await conversation(page).getByText('<img src=x onerror=window.owned=1>', { exact: true }).waitFor(PATIENCE);
      await eventually(async () => expect(await page.locator('aside [data-owner]').textContent()).toContain('"><img'));
      await expectHarmless(page, '[role=feed]');
      expect(await page.locator('aside img, aside script, aside [onerror]').count()).toBe(0);
      expect([...watched.origins]).toEqual([harbour.url]);
      expect(watched.opened).toEqual([]);
      expect([...faults, ...leo.faults]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
