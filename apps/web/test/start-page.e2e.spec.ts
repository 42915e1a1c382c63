import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { accessibilityFaults } from './accessibility.js';
import { type Look, openPage, type OpenPage } from './browser.js';
import { type RunningProduct, startProduct } from './product.js';

/** What was seen last, for whoever wants to look. */
const SCREENS = fileURLToPath(new URL('../../../node_modules/.cache/foundry/screens/', import.meta.url));

const LOOKS: readonly Look[] = [1440, 360].flatMap((width) => [
  { width, scheme: 'light' as const },
  { width, scheme: 'dark' as const },
]);

/** Each page, and what stands on it once it is whole. */
const PAGES = [
  { name: 'sign-in', path: '/', whole: 'text=/^Version/' },
  { name: 'docs', path: '/docs', whole: '.opblock-tag >> nth=5' },
  { name: 'errors', path: '/docs/errors', whole: 'tbody tr >> nth=5' },
] as const;

let product: RunningProduct;
let open: OpenPage | null = null;

beforeAll(async () => {
  await mkdir(SCREENS, { recursive: true });
  product = await startProduct();
});
afterEach(async () => {
  await open?.close();
  open = null;
});
afterAll(async () => {
  expect(await product.stop()).toBe(0);
});

const visit = async (path: string, look: Look): Promise<OpenPage> => {
  open = await openPage(look);
  await open.page.goto(product.url + path);
  return open;
};

const isWiderThanScreen = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth');

describe.each(LOOKS)('at $width pixels, $scheme', (look) => {
  it.each(PAGES)('$path is whole, quiet, fits and can be used by everyone', async ({ name, path, whole }) => {
    const { page, faults } = await visit(path, look);
    await page.locator(whole).waitFor();
    await page.screenshot({ path: join(SCREENS, `${name}-${String(look.width)}-${look.scheme}.png`) });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await isWiderThanScreen(page)).toBe(false);
    expect(faults).toEqual([]);
  });
});

describe('the start page', () => {
  const look: Look = { width: 1440, scheme: 'light' };

  it('leads to pages that are there', async () => {
    const { page, faults } = await visit('/', look);
    await page.getByText(/^Version/).waitFor();
    const listed: unknown = await page.evaluate(`[...document.querySelectorAll('a')].map(({ href }) => href)`);
    const addresses = new Set(z.array(z.url()).parse(listed));
    expect(addresses.size).toBeGreaterThan(4);
    for (const address of addresses) {
      const answer = await page.request.get(address);
      expect([address, answer.status()]).toEqual([address, 200]);
    }
    expect(faults).toEqual([]);
  });

  it('says the release, and keeps where somebody wanted to go', async () => {
    const { page } = await visit('/o/1001/audit', look);
    await page.getByText(/^Version \d+\.\d+\.\d+$/).waitFor();
    expect(new URL(page.url()).searchParams.get('next')).toBe('/o/1001/audit');
    const href = await page.getByRole('link', { name: 'Continue with GitHub' }).getAttribute('href');
    expect(href).toBe('/v1/auth/github?next=%2Fo%2F1001%2Faudit');
  });
});

describe('the reference', () => {
  it('tries a route out and shows its answer', async () => {
    const { page, faults } = await visit('/docs', { width: 1440, scheme: 'light' });
    await page.locator('.opblock-tag', { hasText: 'instance' }).click();
    const route = page.locator('.opblock', { hasText: '/version' }).first();
    await route.locator('.opblock-summary-control').click();
    await route.getByRole('button', { name: 'Execute' }).click();
    await route.locator('.live-responses-table .response-col_status', { hasText: '200' }).waitFor();
    expect(faults).toEqual([]);
  });
});
