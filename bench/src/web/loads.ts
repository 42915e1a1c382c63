import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import type { WebProduct } from './product.js';
import { figure, say } from './report.js';

const SLOWER = 4;
/** 9 Mbit/s and 60 ms, as the browser wants them. */
const NETWORK = {
  offline: false,
  latency: 60,
  downloadThroughput: (9 * 1_000_000) / 8,
  uploadThroughput: (9 * 1_000_000) / 8,
};

async function slowed(page: Page): Promise<Page> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', NETWORK);
  return page;
}

/** How long until a composer and the list can be used, from the first byte that is asked for. */
async function usable(context: BrowserContext, address: string): Promise<number> {
  const page = await slowed(await context.newPage());
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: 'Message to the agent' }).waitFor();
  await page.getByRole('list', { name: 'Tasks' }).getByRole('link').first().waitFor();
  const ms = z.number().parse(await page.evaluate('performance.now()'));
  await page.close();
  return ms;
}

/** First loads on a machine four times as slow as this one, over a slow network. */
export async function loads(web: WebProduct): Promise<void> {
  say(`First loads, processor slowed ${String(SLOWER)} times, 9 Mbit/s, 60 ms`);
  const empty = await web.empty();
  const page = await slowed(await empty.newPage());
  await page.goto(`${web.url}/sign-in`);
  await page.getByRole('link', { name: 'Continue with GitHub' }).waitFor();
  figure('sign-in: largest paint', z.number().parse(await page.evaluate('watched.paint')), 1_500, 'ms');
  await empty.close();

  const signedIn = await web.enter();
  const state = await signedIn.context().storageState();
  await signedIn.context().close();
  const fresh = await web.empty();
  await fresh.addCookies(state.cookies);
  const address = web.address(`tasks/${web.foundry.taskIds[0] ?? ''}`);
  figure('task page: composer and list usable, nothing cached', await usable(fresh, address), 2_500, 'ms');
  figure('task page: composer and list usable, cached', await usable(fresh, address), 1_200, 'ms');
  await fresh.close();
}
