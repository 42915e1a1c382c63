import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { allow, begin, composer, conversation, ends, PATIENCE, say } from './at-task.js';
import { Harbour, tasks } from './harbour.js';
import { eventually } from './person.js';
import { Wire } from './wire.js';

const JOURNEY_MS = 240_000;
const SECRET = 'a thought that is nobody else’s business';

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, JOURNEY_MS);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

const Frame = z.looseObject({ topic: z.string().optional() });
const User = z.object({ user: z.object({ userId: z.string() }) });

/** The topics of people that a page was told of. */
const peopleTold = (wire: Wire): string[] => [
  ...new Set(
    wire.heard.flatMap((text) => {
      const { topic } = Frame.parse(JSON.parse(text));
      return topic?.startsWith('app:') === true ? [topic] : [];
    }),
  ),
];

const entries = (page: Page): Promise<string[]> =>
  conversation(page)
    .getByRole('article', { name: /Message|Agent|Tool|Owner/ })
    .allInnerTexts();
const withoutAges = (texts: string[]): string[] =>
  texts.map((text) => text.replaceAll(/\b(?:just now|\d+[smh] ago)/g, ''));

describe('two people on one task', () => {
  it(
    'see what the other does, and never what the other only thinks',
    async () => {
      const mira = await harbour.enter('mira-okafor');
      const jonas = await harbour.enter('jonas-lind');
      const wires = { mira: await Wire.into(mira.page), jonas: await Wire.into(jonas.page) };
      await begin(mira.page, harbour.address('new'), {
        repository: 'harbour-goods/orders-api',
        prompt: 'say It begins',
      });
      await ends(mira.page).waitFor(PATIENCE);
      const address = mira.page.url();
      await jonas.page.goto(address);
      await conversation(jonas.page).getByText('It begins', { exact: true }).waitFor();

      // What one says the other reads, and one may answer what the other was asked.
      await say(mira.page, 'run echo from-the-machine');
      await allow(jonas.page);
      await mira.page.getByText(/Allowed once by @jonas-lind/).waitFor();
      await conversation(jonas.page)
        .getByText(/^Finished/)
        .nth(1)
        .waitFor(PATIENCE);
      await say(jonas.page, 'say Hello Mira');
      await conversation(mira.page).getByText('@jonas-lind became the owner.').waitFor(PATIENCE);
      await conversation(mira.page).getByText('Hello Mira', { exact: true }).waitFor(PATIENCE);
      await eventually(async () =>
        expect(withoutAges(await entries(mira.page))).toEqual(withoutAges(await entries(jonas.page))),
      );
      await eventually(async () =>
        expect(await mira.page.locator('aside [data-owner]').textContent()).toBe('jonas-lind'),
      );

      // A new name shows in the list of both.
      await mira.page.getByRole('button', { name: 'Rename the task' }).click();
      await mira.page.getByRole('textbox', { name: 'Title' }).fill('Shared work');
      await mira.page.keyboard.press('Enter');
      await jonas.page.getByRole('heading', { level: 1, name: 'Shared work' }).waitFor();
      await tasks(jonas.page).filter({ hasText: 'Shared work' }).waitFor();

      // A draft is its author's alone.
      const saved = mira.page.waitForResponse(
        (answer) => answer.request().method() === 'PUT' && answer.url().includes('drafts'),
      );
      await composer(mira.page).fill(SECRET);
      await composer(mira.page).blur();
      await saved;
      await mira.page.reload();
      await eventually(async () => expect(await composer(mira.page).inputValue()).toBe(SECRET));
      await jonas.page.reload();
      await conversation(jonas.page).getByText('Hello Mira', { exact: true }).waitFor();
      expect(await composer(jonas.page).inputValue()).toBe('');

      // Neither is what one has not read yet.
      await jonas.page.goto(harbour.address('inbox'));
      await jonas.page.getByText('Live', { exact: true }).waitFor();
      await composer(mira.page).fill('say Read this');
      await composer(mira.page).press('Control+Enter');
      await tasks(jonas.page)
        .filter({ hasText: 'Shared work' })
        .filter({ hasText: /unread/i })
        .waitFor(PATIENCE);
      await conversation(mira.page).getByText('Read this', { exact: true }).waitFor(PATIENCE);
      // Whoever looks at it has read it.
      await tasks(mira.page)
        .filter({ hasText: 'Shared work' })
        .filter({ hasNotText: /unread/i })
        .waitFor();

      for (const [login, wire] of Object.entries(wires)) {
        const person = login === 'mira' ? mira.person : jonas.person;
        const { user } = User.parse(await person.read('/v1/app'));
        expect(peopleTold(wire)).toEqual([`app:${user.userId}`]);
      }
      expect(wires.jonas.heard.filter((text) => text.includes(SECRET))).toEqual([]);
      expect([...mira.faults, ...jonas.faults]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
