import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { begin, composer, conversation, ends, PATIENCE, say } from './at-task.js';
import { type Entered, Harbour } from './harbour.js';
import { eventually } from './person.js';
import { Wire } from './wire.js';

const JOURNEY_MS = 240_000;
const LINES = 30;
/** Until everything that was said stands there, also on a busy machine. */
const WHOLE_MS = 90_000;

let harbour: Harbour;

beforeAll(async () => {
  harbour = await Harbour.start();
}, JOURNEY_MS);
afterEach(() => harbour.closeBrowsers());
afterAll(() => harbour.stop());

/** A script of the demo agent that speaks for some seconds, a few words at a time. */
const speech = (name: string): string =>
  Array.from({ length: LINES }, (_, index) => [
    `say ${name}-${String(index + 1)} one two three four five six seven eight nine ten eleven twelve`,
    ...(index % 3 === 2 ? ['slow 0.4'] : []),
  ])
    .flat()
    .join('\n');

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const agentWords = async (page: Page): Promise<string[]> =>
  words((await conversation(page).getByRole('article', { name: 'Agent' }).allInnerTexts()).join(' '));
const status = (page: Page) => page.getByRole('status');

interface AtWork extends Entered {
  wire: Wire;
  sessionId: string;
}

/** Somebody on a task of their own whose session is warm; the page holds a mark that no reload survives. */
async function atWork(login: string): Promise<AtWork> {
  const entered = await harbour.enter(login);
  const { page, person } = entered;
  const wire = await Wire.into(page);
  await begin(page, harbour.address('new'), { repository: 'harbour-goods/handbook', prompt: 'say It begins' });
  await ends(page).waitFor(PATIENCE);
  const taskId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  // Routed sockets are those of a document that was opened after the route.
  await page.reload();
  await ends(page).waitFor(PATIENCE);
  await page.evaluate('window.isSamePage = true');
  return { ...entered, wire, sessionId: await person.sessionOf(taskId) };
}

/** What the agent said stands there once, whole and in its order, without a reload. */
async function expectWhole({ page, person, sessionId }: AtWork, last: string): Promise<void> {
  await eventually(async () => {
    const items = await person.transcript(sessionId);
    const said = items.filter(({ kind }) => kind === 'assistant_text').map(({ text }) => text);
    expect(said.join(' ')).toContain(`${last} one`);
    expect(items.at(-1)?.kind).toBe('turn');
    expect(await agentWords(page)).toEqual(words(said.join(' ')));
  }, WHOLE_MS);
  expect(await page.evaluate('window.isSamePage')).toBe(true);
}

describe('a socket', () => {
  it(
    'that is dropped again and again while the agent speaks leaves no hole and doubles nothing',
    async () => {
      const at = await atWork('mira-okafor');
      const { page, wire, faults } = at;
      await say(page, speech('drop'));
      for (let line = 3; line < LINES; line += 6) {
        await conversation(page)
          .getByText(`drop-${String(line)} one`)
          .last()
          .waitFor(PATIENCE);
        await wire.drop();
      }
      await expectWhole(at, `drop-${String(LINES)}`);
      expect(wire.opened).toBeGreaterThanOrEqual(3);
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'that cannot come back is told, what is written stays, and it goes on by itself',
    async () => {
      const at = await atWork('jonas-lind');
      const { page, wire, faults } = at;
      await wire.cut();
      await status(page).getByText('Reconnecting', { exact: true }).waitFor();
      await composer(page).fill('say kept one');
      await status(page)
        .getByText(/Reconnecting\. Showing \d/)
        .waitFor(PATIENCE);
      await page.getByRole('button', { name: 'Retry now' }).click();
      expect(await composer(page).inputValue()).toBe('say kept one');
      // A message goes over HTTP; its answer is read once the socket is back.
      await composer(page).press('Control+Enter');
      await eventually(async () => expect(await composer(page).inputValue()).toBe(''));
      wire.mend();
      await page.getByText('Live', { exact: true }).waitFor(PATIENCE);
      await expectWhole(at, 'kept');
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'through which nothing goes any more is found out and replaced, and so is one after the laptop slept',
    async () => {
      const { page, faults, person } = await harbour.enter('priya-raman');
      await page.clock.install();
      const wire = await Wire.into(page);
      await begin(page, harbour.address('new'), { repository: 'harbour-goods/payments', prompt: 'say It begins' });
      await ends(page).waitFor(PATIENCE);
      await page.reload();
      await ends(page).waitFor(PATIENCE);
      await page.evaluate('window.isSamePage = true');
      const sessionId = await person.sessionOf(new URL(page.url()).pathname.split('/').at(-1) ?? '');
      const at = { page, faults, person, wire, sessionId, close: () => Promise.resolve() };
      for (const name of ['silent', 'asleep']) {
        const opened = wire.opened;
        wire.die();
        await say(page, speech(name));
        await eventually(async () => {
          // A lid that was closed for eight hours, or a network that went away without a word.
          if (name === 'asleep') await page.clock.fastForward('08:00:00');
          else await page.clock.runFor(4_000);
          expect(wire.opened).toBeGreaterThan(opened);
        });
        await expectWhole(at, `${name}-${String(LINES)}`);
      }
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'of a page that is frozen shows everything once it thaws',
    async () => {
      const at = await atWork('tomas-vega');
      const { page, wire, person, sessionId, faults } = at;
      const devtools = await page.context().newCDPSession(page);
      await say(page, speech('frozen'));
      await conversation(page).getByText('frozen-3 one').last().waitFor(PATIENCE);
      await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
      await eventually(async () =>
        expect((await person.transcript(sessionId)).filter(({ kind }) => kind === 'turn')).toHaveLength(2),
      );
      await devtools.send('Page.setWebLifecycleState', { state: 'active' });
      await wire.drop();
      await expectWhole(at, `frozen-${String(LINES)}`);
      expect(faults).toEqual([]);
    },
    JOURNEY_MS,
  );
});

describe('a product that starts anew', () => {
  it(
    'finds the page where it was: nothing is lost, and it goes on without a reload',
    async () => {
      const at = await atWork('hana-sato');
      const { page, faults } = at;
      await composer(page).fill('say again one');
      await harbour.restart(async () => {
        await status(page).getByText('Reconnecting', { exact: true }).waitFor(PATIENCE);
        await composer(page).press('Control+Enter');
        await page
          .getByRole('alert')
          .getByText(/Foundry does not answer. Nothing was lost./)
          .waitFor(PATIENCE);
        expect(await composer(page).inputValue()).toBe('say again one');
      });
      await page.getByText('Live', { exact: true }).waitFor(PATIENCE);
      await composer(page).press('Control+Enter');
      // Whether it waits for its machine or was delivered already: it stands there once, after what was said before.
      const said = conversation(page).getByRole('article', { name: 'Message' });
      const waiting = page.getByRole('region', { name: 'Waiting messages' }).getByText('say again one');
      await said.filter({ hasText: 'say again one' }).or(waiting).first().waitFor(PATIENCE);
      expect((await said.filter({ hasText: 'say again one' }).count()) + (await waiting.count())).toBe(1);
      expect(await composer(page).inputValue()).toBe('');
      expect((await agentWords(page)).slice(0, 2)).toEqual(['It', 'begins']);
      expect(await page.evaluate('window.isSamePage')).toBe(true);
      const isOutage = (fault: string): boolean =>
        /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection|503/.test(fault);
      expect(faults.filter((fault) => !isOutage(fault))).toEqual([]);
    },
    JOURNEY_MS,
  );
});
