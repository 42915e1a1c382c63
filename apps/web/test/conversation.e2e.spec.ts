import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { Harbour, lookAt, LOOKS, PULL_REQUEST } from './harbour.js';
import { eventually, type Person } from './person.js';

/** A machine is made, a repository fetched, an agent started. */
const PATIENCE = { timeout: 90_000 };
const WIDE = { width: 1440, scheme: 'light' as const };
/** One red point as a PNG of 70 bytes. */
const POINT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

let harbour: Harbour;
let taskId = '';

beforeAll(async () => {
  harbour = await Harbour.start();
});
afterEach(async () => {
  await harbour.closeBrowsers();
});
afterAll(async () => {
  await harbour.stop();
});

async function openTask(page: Page): Promise<void> {
  if (taskId === '') {
    const link = page.getByRole('link', { name: PULL_REQUEST });
    taskId = String((await link.getAttribute('href'))?.split('/').at(-1));
  }
  const answer = page.waitForResponse(
    (one) => one.url().includes('/v1/me/drafts/') && one.request().method() === 'GET',
  );
  await page.goto(harbour.address(`tasks/${taskId}`));
  await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
  // What another test was writing comes with it; this one begins with an empty field.
  const { text } = z.object({ text: z.string() }).parse(await (await answer).json());
  await eventually(async () => expect(await composer(page).inputValue()).toBe(text));
  if (text !== '') await composer(page).fill('');
}

/** Takes away what is being written, for the account too: another test begins with an empty field. */
async function writeNothing(page: Page): Promise<void> {
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/v1/me/drafts/') && answer.request().method() === 'PUT',
  );
  await composer(page).fill('');
  await composer(page).blur();
  await saved;
}

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message to the agent' });
const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
const attached = (page: Page) => page.getByRole('list', { name: 'Attached' }).first().getByRole('listitem');

async function say(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await composer(page).press('Control+Enter');
  await eventually(async () => expect(await composer(page).inputValue()).toBe(''));
}

/** What a browser does with files that somebody pastes into the field or drops on it. */
async function give(page: Page, how: 'paste' | 'drop', files: { name: string; type: string }[]): Promise<void> {
  await page.evaluate(`(() => {
    const given = new DataTransfer();
    const bytes = Uint8Array.from(atob('${POINT}'), (sign) => sign.charCodeAt(0));
    for (const { name, type } of ${JSON.stringify(files)}) given.items.add(new File([bytes], name, { type }));
    const options = { bubbles: true, cancelable: true };
    document.querySelector('[data-composer]').dispatchEvent('${how}' === 'paste'
      ? new ClipboardEvent('paste', { ...options, clipboardData: given })
      : new DragEvent('drop', { ...options, dataTransfer: given }));
  })()`);
}

const Sessions = z.object({ sessions: z.array(z.object({ turn: z.unknown().nullable(), queued: z.int() })) });

/** Until no turn runs and nothing waits. */
const quiet = (person: Person): Promise<void> =>
  eventually(async () => {
    const { sessions } = Sessions.parse(await person.read(`/v1/tasks/${taskId}/sessions`));
    expect(sessions.length).toBeGreaterThan(0);
    expect(sessions.filter(({ turn, queued }) => turn !== null || queued > 0)).toEqual([]);
  }, PATIENCE.timeout);

describe('images', () => {
  it('that are dropped beside the composer leave the page as it is', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    const isRefused = await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'beside.png', { type: 'image/png' }));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer });
      return !document.getElementById('main').dispatchEvent(drop);
    })()`);
    expect(isRefused).toBe(true);
    expect(faults).toEqual([]);
  });

  it('come by paste, drop and choosing, are refused in words, and are sent with the message', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await give(page, 'paste', [{ name: 'pasted.png', type: 'image/png' }]);
    await eventually(async () => expect(await attached(page).count()).toBe(1));
    await give(page, 'drop', [
      { name: 'dropped.png', type: 'image/png' },
      { name: 'plan.pdf', type: 'application/pdf' },
    ]);
    await page.getByText('plan.pdf was left out: only PNG, JPEG, GIF and WebP images can be attached.').waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Attach images' }).click(),
    ]);
    const chosen = (name: string) => ({ name, mimeType: 'image/png', buffer: Buffer.from(POINT, 'base64') });
    await chooser.setFiles([chosen('a.png'), chosen('b.png'), chosen('c.png')]);
    await page.getByText('c.png was left out: a message takes 4 images.').waitFor();
    await eventually(async () => expect(await page.getByRole('img', { name: /^Image \d/ }).count()).toBe(4));
    expect(await lookAt(page, 'composer-images', WIDE)).toEqual([]);

    // They stay over a reload, as the text does.
    await eventually(async () => {
      await page.reload();
      await composer(page).waitFor();
      await eventually(async () => expect(await page.getByRole('img', { name: /^Image \d/ }).count()).toBe(4));
    });
    await page.getByRole('button', { name: 'Remove Image 4' }).click();
    await say(page, 'say Thank you for the pictures');
    const images = conversation(page).getByRole('list', { name: 'Images' });
    await images.first().waitFor(PATIENCE);
    expect(await images.getByRole('img').count()).toBe(3);
    await conversation(page)
      .getByText(/You sent 3 images: image\/png, 70 bytes/)
      .waitFor(PATIENCE);
    const drawn = 'Array.from(document.querySelectorAll("[aria-label=Images] img"), (image) => image.naturalWidth)';
    await eventually(async () => expect(await page.evaluate(drawn)).toEqual([1, 1, 1]));
    await images.getByRole('button').first().click();
    await page.getByRole('dialog', { name: 'Image 1' }).waitFor();
    expect(await lookAt(page, 'image-dialog', WIDE, '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('what is typed', () => {
  it('offers files behind an @, and attaches the one that is chosen, or a line of it', async () => {
    const { page, person, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await say(page, 'write src/till/drawer.ts: one\\ntwo');
    await quiet(person);
    await composer(page).pressSequentially('look at @till');
    const files = page.getByRole('listbox', { name: 'Files' });
    await files.getByRole('option', { name: 'src/till/drawer.ts' }).waitFor(PATIENCE);
    expect(await lookAt(page, 'composer-files', WIDE)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('look at src/till/drawer.ts ');
    await eventually(async () => expect(await attached(page).allTextContents()).toEqual(['src/till/drawer.ts']));
    await composer(page).pressSequentially('and @drawer:2');
    await files.getByRole('option', { name: 'src/till/drawer.ts:2' }).click();
    await eventually(async () =>
      expect(await attached(page).allTextContents()).toEqual(['src/till/drawer.ts', 'src/till/drawer.ts:2']),
    );
    // Escape puts the list away and keeps what was typed.
    await composer(page).pressSequentially('@x');
    await page.getByText('No path has these words.').or(files.getByRole('option')).first().waitFor();
    await page.keyboard.press('Escape');
    await files.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Remove src/till/drawer.ts', exact: true }).click();
    await page.getByRole('button', { name: 'Remove src/till/drawer.ts:2' }).click();
    await writeNothing(page);
    expect(faults).toEqual([]);
  }, 180_000);

  it('offers the commands of the agent behind a slash', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await composer(page).pressSequentially('/s');
    const commands = page.getByRole('listbox', { name: 'Commands' });
    await commands.getByRole('option', { name: /^\/say <text> Says something/ }).waitFor();
    expect(await lookAt(page, 'composer-commands', WIDE)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await composer(page).inputValue()).toBe('/say ');
    await composer(page).pressSequentially('Slashes work');
    await page.keyboard.press('Enter');
    await conversation(page).getByText('Slashes work', { exact: true }).waitFor(PATIENCE);
    expect(faults).toEqual([]);
  }, 120_000);
});

describe('the agent of a session', () => {
  it('gets another model and mode while the session runs, and everybody sees it', async () => {
    const mira = await harbour.enter('mira-okafor');
    const jonas = await harbour.enter('jonas-lind');
    await openTask(mira.page);
    await openTask(jonas.page);
    await mira.page.getByRole('button', { name: /^Agent: Demo agent/ }).click();
    await mira.page.getByRole('combobox', { name: 'Model', exact: true }).selectOption('demo-quick');
    await conversation(mira.page).getByText('@mira-okafor chose the model Demo, as fast as it can.').waitFor(PATIENCE);
    await mira.page.getByRole('combobox', { name: 'Mode', exact: true }).selectOption('bypassPermissions');
    await conversation(mira.page).getByText('@mira-okafor chose the mode Ask nothing.').waitFor(PATIENCE);
    expect(await lookAt(mira.page, 'composer-settings', WIDE)).toEqual([]);
    await jonas.page.getByRole('button', { name: /Demo, as fast as it can · Ask nothing/ }).waitFor();
    await mira.page.getByRole('button', { name: 'Make it your usual choice' }).click();
    await mira.page.getByRole('button', { name: 'Your usual choice' }).waitFor();
    // In this mode nobody is asked.
    await say(mira.page, 'run echo nobody-was-asked');
    await quiet(mira.person);
    await conversation(mira.page).getByText('nobody-was-asked').last().waitFor();
    expect([...mira.faults, ...jonas.faults]).toEqual([]);
  }, 180_000);
});

describe('a place in the conversation', () => {
  it('is found by its words, in the outline, and by a link', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTask(page);
    await conversation(page)
      .getByText(/^Finished/)
      .last()
      .waitFor();
    await composer(page).focus();
    await page.keyboard.press('Control+f');
    await page.getByRole('searchbox', { name: 'Words to find' }).fill('pictures');
    const target = page.locator('article[data-target]');
    await target.waitFor();
    await page.getByText(/^1 of \d/).waitFor();
    const newest = Number(await target.getAttribute('aria-posinset'));
    await page.keyboard.press('Enter');
    await page.getByText(/^2 of \d/).waitFor();
    await eventually(async () => expect(Number(await target.getAttribute('aria-posinset'))).toBeLessThan(newest));
    expect(await lookAt(page, 'conversation-find', WIDE)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Outline', exact: true }).click();
    const outline = page.getByRole('navigation', { name: 'Outline' });
    await outline.getByRole('button', { name: /Slashes work/ }).click();
    await eventually(async () => expect(await target.textContent()).toContain('/say Slashes work'));
    await eventually(async () => expect(await page.evaluate('document.activeElement.tagName')).toBe('ARTICLE'));
    expect(await lookAt(page, 'conversation-outline', WIDE)).toEqual([]);
    await outline.getByRole('button', { name: 'Close the outline' }).click();

    await target.getByRole('button', { name: 'Actions of this entry' }).click();
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click();
    await page.getByText('Markdown copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('/say Slashes work');
    await target.getByRole('button', { name: 'Actions of this entry' }).click();
    await page.getByRole('menuitem', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    const link = String(await page.evaluate('navigator.clipboard.readText()'));
    await page.goto('about:blank');
    await page.goto(link);
    await eventually(async () => expect(await target.textContent()).toContain('/say Slashes work'));
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('code', () => {
  it('has colours in what the agent says and changes, and can be wrapped', async () => {
    const { page, person, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await say(page, 'say ```ts\\nconst total = sum(1); // all of it\\n```');
    await quiet(person);
    const colourOf = (text: string) => `Array.from(document.querySelectorAll('pre span, [role=listitem] span'))
      .filter((span) => span.children.length === 0 && span.textContent.trim() === '${text}')
      .map((span) => getComputedStyle(span).color).at(-1)`;
    await eventually(async () => expect(await page.evaluate(colourOf('const'))).toBe('rgb(107, 53, 181)'));
    expect(await page.evaluate(colourOf('// all of it'))).toBe('rgb(92, 100, 112)');
    await page.getByRole('button', { name: 'Wrap lines' }).last().click();
    await say(page, "write src/till/coins.ts: return 'kronor';");
    await quiet(person);
    await page
      .getByRole('button', { name: /coins\.ts/ })
      .last()
      .click();
    await eventually(async () => expect(await page.evaluate(colourOf('return'))).toBe('rgb(107, 53, 181)'));
    expect(await lookAt(page, 'conversation-code', WIDE)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it('the conversation fits, is quiet and can be used by everyone', async () => {
    const { page, faults } = await harbour.enter('mira-okafor', look);
    await openTask(page);
    await conversation(page)
      .getByText(/^Finished/)
      .last()
      .waitFor(PATIENCE);
    await page.getByRole('button', { name: /^Agent: / }).click();
    await composer(page).pressSequentially('/');
    await page.getByRole('listbox', { name: 'Commands' }).waitFor();
    expect(await lookAt(page, 'conversation-composer', look)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Agent: / }).click();
    await writeNothing(page);
    expect(await lookAt(page, 'conversation', look)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
