import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.js';
import { type Look, openPage, type OpenPage } from './browser.js';
import { eventually, type Person, signIn } from './person.js';
import { type RunningProduct, startProduct } from './product.js';

const SCREENS = fileURLToPath(new URL('../../../node_modules/.cache/foundry/screens/', import.meta.url));
const WIDE: Look = { width: 1440, scheme: 'light' };

/** The demonstration's organization, by its id at the stand-in. */
export const HARBOUR = '1001';
export const PULL_REQUEST = 'Fix the total of a basket in Swedish kronor';

export const LOOKS: readonly Look[] = [1440, 360].flatMap((width) => [
  { width, scheme: 'light' as const },
  { width, scheme: 'dark' as const },
]);

export type Entered = OpenPage & { person: Person };

/** A running product whose organization has all of its tasks, and the browsers that look at it. */
export class Harbour {
  readonly #product: RunningProduct;
  #open: OpenPage[] = [];

  private constructor(product: RunningProduct) {
    this.#product = product;
  }

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Harbour> {
    await mkdir(SCREENS, { recursive: true });
    return new Harbour(await startProduct({ environment }));
  }

  /** A page of the organization, `inbox` for example. */
  address(path = ''): string {
    return `${this.#product.url}/o/${HARBOUR}${path === '' ? '' : `/${path}`}`;
  }

  get url(): string {
    return this.#product.url;
  }

  /** Signs somebody in, in a browser of their own, and waits until the list of their organization is whole. */
  async enter(login: string, look: Look = WIDE): Promise<Entered> {
    const opened = await openPage(look);
    this.#open.push(opened);
    const person = await signIn(opened.page, this.#product.url, login);
    await person.organization('harbour-goods');
    await eventually(async () => expect((await person.tasks(HARBOUR)).length).toBeGreaterThan(10));
    await opened.page.goto(this.address());
    const isDrawer = look.width >= 600 && look.width < 900;
    const list = isDrawer
      ? opened.page.getByRole('button', { name: 'Show the list of tasks' })
      : tasks(opened.page).first();
    await list.waitFor();
    return { ...opened, person };
  }

  async closeBrowsers(): Promise<void> {
    await Promise.all(this.#open.map((one) => one.close()));
    this.#open = [];
  }

  async stop(): Promise<void> {
    expect(await this.#product.stop()).toBe(0);
  }
}

/** The rows of the list. */
export const tasks = (page: Page) => page.getByRole('list', { name: 'Tasks' }).getByRole('link');

/** The titles from top to bottom, without what else stands in a row. */
export async function titles(page: Page): Promise<string[]> {
  const found = await page
    .getByRole('list', { name: 'Tasks' })
    .getByRole('button', { name: /^Actions of/ })
    .all();
  const names = await Promise.all(found.map((button) => button.getAttribute('aria-label')));
  return names.map((name) => name?.replace('Actions of ', '') ?? '');
}

/**
 * Keeps a picture of the page, and returns what is wrong with it: findings of axe, or wider than its screen. `layer`: only
 * what lies over the page there is examined.
 */
export async function lookAt(page: Page, name: string, { width, scheme }: Look, layer?: string): Promise<string[]> {
  await page.screenshot({ path: join(SCREENS, `${name}-${String(width)}-${scheme}.png`) });
  const isWide = (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')) === true;
  return [...(await accessibilityFaults(page, layer)), ...(isWide ? ['wider than the screen'] : [])];
}
