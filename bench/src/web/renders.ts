import type { Page } from 'playwright-core';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { WebProduct } from './product.js';
import { figure, say } from './report.js';

const Drawn = z.record(z.string(), z.object({ count: z.int(), rows: z.record(z.string(), z.int()) }));
const IDLE_MS = 10_000;
const KEYS = 50;
const FRAMES_WANTED = 100;

interface Counted {
  /** Components drawn in a part of the page. */
  of(part: string): number;
  /** Rows of the list that were drawn. */
  rows: number;
}

/** Counts what is drawn while `act` runs. */
async function counted(page: Page, act: () => Promise<unknown>): Promise<Counted> {
  await page.evaluate('watched.drawn = {}; watched.isCounting = true; undefined');
  await act();
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))');
  const drawn = Drawn.parse(await page.evaluate('watched.isCounting = false, watched.drawn'));
  return { of: (part) => drawn[part]?.count ?? 0, rows: Object.keys(drawn['list']?.rows ?? {}).length };
}

/** What is drawn again, and what stays, as the workspace is used. */
export async function renders(web: WebProduct): Promise<void> {
  say('Components that are drawn');
  const { taskId, sessionId } = await web.session();
  const page = await web.enter();
  await page.goto(web.address(`tasks/${taskId}`));
  const composer = page.getByRole('textbox', { name: 'Message to the agent' });
  await composer.waitFor();
  await page.getByRole('feed').waitFor();
  await wait(2_000);

  const idle = await counted(page, () => wait(IDLE_MS));
  figure('10 s idle: transcript and composer', idle.of('transcript') + idle.of('composer'), 0, 'draws');
  const frame = await counted(page, async () => {
    await web.foundry.browser.send(`/v1/tasks/${web.foundry.taskIds[0] ?? ''}/title`, { title: 'Another name' }, 'PUT');
    await page.getByRole('link', { name: 'Another name' }).first().waitFor();
  });
  figure('one task changes: rows of the list', frame.rows, 3, 'rows');
  await composer.focus();
  const typed = await counted(page, () => page.keyboard.type('k'.repeat(KEYS), { delay: 20 }));
  figure(
    '50 keys in the composer: transcript, list and details',
    typed.of('transcript') + typed.of('list') + typed.of('details'),
    0,
    'draws',
  );
  await composer.fill('');
  await wait(1_000);
  const menu = await counted(page, () => page.getByRole('button', { name: /^Menu of/ }).click());
  figure('a menu opens: list and transcript', menu.of('list') + menu.of('transcript'), 0, 'draws');
  await page.keyboard.press('Escape');

  const words = Array.from({ length: FRAMES_WANTED * 6 }, (_, index) => `w${String(index)}`).join(' ');
  await web.foundry.browser.send(`/v1/sessions/${sessionId}/messages`, {
    messageId: crypto.randomUUID(),
    text: `say ${words}`,
  });
  await page.getByText('w5 ', { exact: false }).last().waitFor();
  const streamed = await counted(page, () =>
    page
      .getByText(`w${String(FRAMES_WANTED * 5)}`, { exact: false })
      .last()
      .waitFor(),
  );
  figure('100 frames of an answer: composer', streamed.of('composer'), 0, 'draws');
  figure('100 frames of an answer: list', streamed.of('list'), 0, 'draws');
  await page.context().close();
}
