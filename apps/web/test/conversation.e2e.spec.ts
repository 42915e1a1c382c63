import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Harbour, lookAt, LOOKS, PULL_REQUEST } from './harbour.js';
import { eventually } from './person.js';

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

async function openTask(page: Page, search = ''): Promise<void> {
  if (taskId === '') {
    const link = page.getByRole('link', { name: PULL_REQUEST });
    taskId = String((await link.getAttribute('href'))?.split('/').at(-1));
  }
  await page.goto(harbour.address(`tasks/${taskId}${search}`));
  await page.getByRole('heading', { level: 1, name: PULL_REQUEST }).waitFor();
}

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message to the agent' });
const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' });
const attached = (page: Page) => page.getByRole('list', { name: 'Attached' }).first().getByRole('listitem');

async function say(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await composer(page).press('Control+Enter');
}

/** What a browser does with files that somebody pastes into the field or drops on it. */
async function give(page: Page, how: 'paste' | 'drop', files: { name: string; type: string; data: string }[]) {
  await composer(page).evaluate(
    `(field, { how, files }) => {
      const given = new DataTransfer();
      for (const { name, type, data } of files) {
        given.items.add(new File([Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0))], name, { type }));
      }
      const options = { bubbles: true, cancelable: true };
      field.dispatchEvent(how === 'paste'
        ? new ClipboardEvent('paste', { ...options, clipboardData: given })
        : new DragEvent('drop', { ...options, dataTransfer: given }));
    }`,
    { how, files },
  );
}

describe('images', () => {
  it('come by paste, drop and choosing, are refused in words, and are sent with the message', async () => {
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await give(page, 'paste', [{ name: 'pasted.png', type: 'image/png', data: POINT }]);
    await eventually(async () => expect(await attached(page).count()).toBe(1));
    await give(page, 'drop', [
      { name: 'dropped.png', type: 'image/png', data: POINT },
      { name: 'plan.pdf', type: 'application/pdf', data: POINT },
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
    const { page, faults } = await harbour.enter('mira-okafor');
    await openTask(page);
    await say(page, 'write src/till/drawer.ts: one\\ntwo');
    await page
      .getByRole('button', { name: 'Allow once' })
      .or(page.getByText(/^Finished/).nth(1))
      .first()
      .waitFor(PATIENCE);
    await conversation(page)
      .getByText(/^Finished/)
      .nth(1)
      .waitFor(PATIENCE);
    await composer(page).pressSequentially('look at @till');
    const files = page.getByRole('listbox', { name: 'Files' });
    await files.getByRole('option', { name: 'src/till/drawer.ts' }).waitFor(PATIENCE);
    expect(await lookAt(page, 'composer-files', WIDE)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await composer(page).inputValue()).toBe('look at src/till/drawer.ts ');
    expect(await attached(page).allTextContents()).toEqual(['src/till/drawer.ts']);
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
    await composer(page).fill('');
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
    await mira.page.getByRole('combobox', { name: 'Model' }).selectOption('demo-quick');
    await conversation(mira.page).getByText('@mira-okafor chose the model demo-quick.').waitFor(PATIENCE);
    await mira.page.getByRole('combobox', { name: 'Mode' }).selectOption('bypassPermissions');
    await conversation(mira.page).getByText('@mira-okafor chose the mode bypassPermissions.').waitFor(PATIENCE);
    expect(await lookAt(mira.page, 'composer-settings', WIDE)).toEqual([]);
    await jonas.page.getByRole('button', { name: /Demo, as fast as it can · Ask nothing/ }).waitFor();
    await mira.page.getByRole('button', { name: 'Make it your usual choice' }).click();
    await mira.page.getByRole('button', { name: 'Your usual choice' }).waitFor();
    // In this mode nobody is asked.
    await say(mira.page, 'run echo nobody-was-asked');
    await conversation(mira.page)
      .getByText(/^Finished/)
      .last()
      .waitFor(PATIENCE);
    expect([...mira.faults, ...jonas.faults]).toEqual([]);
  }, 180_000);
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
    await composer(page).fill('');
    expect(await lookAt(page, 'conversation', look)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);
});
