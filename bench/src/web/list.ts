import { z } from 'zod';
import type { WebProduct } from './product.js';
import { figure, percentile, say } from './report.js';

const FILTERED = 'change improve remove 42';
const Durations = z.array(z.object({ duration: z.number(), startTime: z.number() }));
const Events = z.array(z.object({ duration: z.number(), name: z.string() }));
const RENAMES = 10;

/** The list of tasks: first rows, scrolling to its end, filtering, and one frame. */
export async function list(web: WebProduct, tasks: number): Promise<void> {
  say(`The list of ${String(tasks)} tasks`);
  const page = await web.enter();
  await page.goto(web.address());
  await page.evaluate(`new Promise((resolve) => {
    const look = () => (watched.rowsAt > 0 ? resolve(null) : requestAnimationFrame(look));
    look();
  })`);
  figure(
    'first rows painted, after their data came',
    z.number().parse(await page.evaluate('watched.rowsAt - watched.snapshotAt')),
    100,
    'ms',
  );

  await page.evaluate('watched.tasks.length = 0');
  const mostRows = z.object({ rows: z.number(), height: z.number() }).parse(
    await page.evaluate(`(async () => {
      const first = document.querySelector('[aria-label="Tasks"]');
      let scroller = first;
      while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement;
      let [rows, still] = [0, 0];
      while (still < 40) {
        const before = scroller.scrollTop;
        scroller.scrollTop += 600;
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 16)));
        rows = Math.max(rows, document.querySelectorAll('[aria-label="Tasks"] a').length);
        still = scroller.scrollTop === before ? still + 1 : 0;
      }
      return { rows, height: scroller.scrollHeight };
    })()`),
  );
  say(`  (scrolled through ${String(Math.round(mostRows.height))} pixels of rows)`);
  figure('rows in the document, at most', mostRows.rows, 60, 'rows');
  const longest = Durations.parse(await page.evaluate('watched.tasks')).map(({ duration }) => duration);
  figure('longest task while scrolling', Math.max(0, ...longest), 50, 'ms');

  await page.getByLabel('Filter tasks').focus();
  await page.evaluate('watched.events.length = 0');
  await page.keyboard.type(FILTERED, { delay: 60 });
  await page.keyboard.press('Escape');
  const keys = Events.parse(await page.evaluate('watched.events')).map(({ duration }) => duration);
  // Faster ones than 16 ms are not reported at all.
  const all = [...keys, ...Array.from({ length: Math.max(0, FILTERED.length - keys.length) }, () => 16)];
  figure('a key of the filter until it is painted, p95', percentile(all, 0.95), 50, 'ms');
  figure('any key or click until it is painted, longest', Math.max(16, ...keys), 200, 'ms');

  const { taskId } = await web.session();
  await page.evaluate('watched.frames.length = 0');
  for (let count = 0; count < RENAMES; count += 1) {
    await web.foundry.browser.send(`/v1/tasks/${taskId}/title`, { title: `Renamed ${String(count)}` }, 'PUT');
  }
  await page
    .getByRole('link', { name: `Renamed ${String(RENAMES - 1)}` })
    .first()
    .waitFor();
  figure(
    'one frame taken in and drawn, p95',
    percentile(z.array(z.number()).parse(await page.evaluate('watched.frames')), 0.95),
    16,
    'ms',
  );
  await page.context().close();
}
