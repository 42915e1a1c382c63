import { z } from 'zod';
import type { WebProduct } from './product.js';
import { figure, percentile, say } from './report.js';

/** What one does until another sees it: names of a task, from the order to the paint in another browser. */
export async function together(web: WebProduct, times: number): Promise<void> {
  say('Two people');
  const { taskId } = await web.session();
  const other = await web.enter('jonas-lind');
  await other.goto(web.address(`tasks/${taskId}`));
  await other.getByRole('heading', { level: 1 }).waitFor();
  const taken: number[] = [];
  for (let count = 0; count < times; count += 1) {
    const title = `Seen by others ${String(count)}`;
    const seen = other.evaluate(`new Promise((resolve) => {
      const look = () => {
        if (document.querySelector('h1')?.textContent !== ${JSON.stringify(title)}) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(Date.now()));
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      look();
    })`);
    const { at } = await web.foundry.browser.send(`/v1/tasks/${taskId}/title`, { title }, 'PUT');
    taken.push(z.number().parse(await seen) - at);
  }
  figure('what one does until the other sees it, p50', percentile(taken, 0.5), 150, 'ms');
  figure('what one does until the other sees it, p95', percentile(taken, 0.95), 150, 'ms');
  await other.context().close();
}
