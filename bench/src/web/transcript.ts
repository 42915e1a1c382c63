import type { Page } from 'playwright-core';
import { z } from 'zod';
import { lengthen } from '../turn/long-transcript.js';
import type { WebProduct } from './product.js';
import { figure, percentile, say } from './report.js';

const OPENINGS = 10;
const PAGED = 5_000;
const MEGABYTE = 1_000_000;

/** Clicks a link and answers when the last entry stands there, from the click on. */
const opened = async (page: Page, link: string, last: string): Promise<number> =>
  z.number().parse(
    await page.evaluate(`new Promise((resolve) => {
      const began = performance.now();
      const look = () => {
        const feed = document.querySelector('[role=feed]');
        if (!feed?.textContent.includes(${JSON.stringify(last)})) return requestAnimationFrame(look);
        requestAnimationFrame(() => resolve(performance.now() - began));
      };
      document.querySelector(${JSON.stringify(link)}).click();
      requestAnimationFrame(look);
    })`),
  );

/** A conversation of so many entries: opened, paged through, and what it keeps. */
export async function transcript(web: WebProduct, entries: number): Promise<void> {
  say(`A conversation of ${String(entries)} entries`);
  const { taskId, sessionId } = await web.session();
  const other = await web.session();
  await lengthen(web.foundry.product.door, sessionId, entries);
  const page = await web.enter();
  await page.goto(web.address(`tasks/${other.taskId}`));
  await page.getByRole('feed').waitFor();
  const [here, there] = [taskId, other.taskId].map((id) => `[aria-label="Tasks"] a[href$="${id}"]`);
  const last = `What was said in entry ${String(entries)}`;
  const first = await opened(page, here ?? '', last);
  figure('task opened, not in memory, until its last entries', first, 300, 'ms');
  const again: number[] = [];
  for (let count = 0; count < OPENINGS; count += 1) {
    await opened(page, there ?? '', 'It begins');
    again.push(await opened(page, here ?? '', last));
  }
  figure('task opened again, p95', percentile(again, 0.95), 100, 'ms');
  const reloads: number[] = [];
  for (let count = 0; count < OPENINGS; count += 1) {
    await page.reload();
    await page.getByRole('feed').waitFor();
    reloads.push(await sinceSnapshot(page, last));
  }
  figure('reloaded, until its last entries, p95', percentile(reloads, 0.95), 500, 'ms');

  const paged = z.object({ times: z.array(z.number()), most: z.number(), read: z.number() }).parse(
    await page.evaluate(`(async () => {
      const scroller = document.querySelector('#conversation');
      const feed = document.querySelector('[role=feed]');
      const [times, seen] = [[], new Set()];
      let most = 0;
      while (seen.size * 100 < ${String(PAGED)}) {
        const height = feed.style.height;
        const began = performance.now();
        scroller.scrollTop = 0;
        const end = began + 5_000;
        while (feed.style.height === height && performance.now() < end) await new Promise((resolve) => requestAnimationFrame(resolve));
        times.push(performance.now() - began);
        seen.add(times.length);
        most = Math.max(most, feed.querySelectorAll('article').length);
      }
      return { times, most, read: seen.size * 100 };
    })()`),
  );
  figure('a page back, p95', percentile(paged.times, 0.95), 150, 'ms');
  figure('entries in the document, at most', paged.most, 60, 'entries');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  figure(`memory after ${String(paged.read)} entries were read`, usedSize / MEGABYTE, 150, 'MB');
  await page.context().close();
}

const sinceSnapshot = async (page: Page, last: string): Promise<number> => {
  await page.getByText(last).waitFor();
  return z
    .number()
    .parse(await page.evaluate("performance.now() - performance.getEntriesByType('navigation')[0].domInteractive"));
};
