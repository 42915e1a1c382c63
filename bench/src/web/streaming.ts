import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { WebProduct } from './product.js';
import { figure, say } from './report.js';

const Metrics = z.object({ metrics: z.array(z.object({ name: z.string(), value: z.number() })) });
const Tasks = z.array(z.object({ duration: z.number() }));
/** The demo agent says three words each 12 ms. */
const WORDS_A_SECOND = 200;
const WORDS_A_PARAGRAPH = 60;

const speech = (seconds: number): string =>
  Array.from({ length: Math.ceil((seconds * WORDS_A_SECOND) / WORDS_A_PARAGRAPH) }, () =>
    'word '.repeat(WORDS_A_PARAGRAPH).trim(),
  ).join('\\n\\n');

/** An answer that grows for so long: what the page is busy with, and whether it grows. */
export async function streaming(web: WebProduct, seconds: number): Promise<void> {
  say(`An answer that grows for ${String(seconds)} s`);
  const { taskId, sessionId } = await web.session();
  const page = await web.enter();
  await page.goto(web.address(`tasks/${taskId}`));
  await page.getByRole('feed').waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const busy = async (): Promise<number> => {
    const { metrics } = Metrics.parse(await devtools.send('Performance.getMetrics'));
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  const message = { messageId: randomUUID(), text: `say ${speech(seconds)}` };
  await web.foundry.browser.send(`/v1/sessions/${sessionId}/messages`, message);
  await page.getByText('word word').last().waitFor();
  await page.evaluate('watched.tasks.length = 0; watched.frames.length = 0; undefined');
  const [before, began] = [await busy(), performance.now()];
  await page
    .getByText(/^Finished/)
    .nth(1)
    .waitFor({ timeout: (seconds + 120) * 1_000 });
  const took = (performance.now() - began) / 1_000;
  figure('main thread busy', (((await busy()) - before) / took) * 100, 40, '%');
  const tasks = Tasks.parse(await page.evaluate('watched.tasks')).map(({ duration }) => duration);
  figure('longest task', Math.max(0, ...tasks), 50, 'ms');
  say(
    `  (${String(tasks.length)} tasks over 50 ms; ${(z.number().parse(await page.evaluate('watched.frames.length')) / took).toFixed(0)} frames of the socket a second)`,
  );
  figure(
    'entries in the document',
    z.number().parse(await page.evaluate("document.querySelectorAll('[role=feed] article').length")),
    60,
    'entries',
  );
  await page.context().close();
}
