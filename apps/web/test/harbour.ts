import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import type { Browser, Cookie, Page } from 'playwright-core';
import { accessibilityFaults } from './accessibility.js';
import { type Look, type OpenPage, openPageIn, startBrowser } from './browser.js';
import { eventually, Person, signIn } from './person.js';
import { type RunningProduct, startProduct } from './product.js';
import { type StandIn, standInOf } from './stand-in.js';

/** Where pictures of screens are kept. */
export const SCREENS = fileURLToPath(new URL('../../../node_modules/.cache/foundry/screens/', import.meta.url));
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
  #product: RunningProduct;
  #open: OpenPage[] = [];
  #browser: Browser | null = null;
  readonly #cookies = new Map<string, Cookie[]>();

  private constructor(
    product: RunningProduct,
    private readonly environment: Readonly<Record<string, string>>,
  ) {
    this.#product = product;
  }

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<Harbour> {
    await mkdir(SCREENS, { recursive: true });
    const all = { GITHUB_STAND_IN_CONTROL: '1', ...environment };
    return new Harbour(await startProduct({ environment: all }), all);
  }

  /** The GitHub of this product, where a test may act as its people do. */
  get github(): StandIn {
    return standInOf(this.#product);
  }

  /** A page of the organization, `inbox` for example. */
  address(path = ''): string {
    return `${this.#product.url}/o/${HARBOUR}${path === '' ? '' : `/${path}`}`;
  }

  get url(): string {
    return this.#product.url;
  }

  /**
   * Signs somebody in, in a browser that is empty but for that, and waits until the list of their organization is whole.
   * Whoever was signed in before comes with the session of then, while it holds.
   */
  async enter(login: string, look: Look = WIDE): Promise<Entered> {
    this.#browser ??= await startBrowser();
    const opened = await openPageIn(this.#browser, look);
    this.#open.push(opened);
    const { page } = opened;
    const context = page.context();
    await context.addCookies(this.#cookies.get(login) ?? []);
    const isKnown = (await context.request.get(`${this.url}/v1/app`)).ok();
    const person = isKnown ? new Person(page, this.url) : await signIn(page, this.url, login);
    if (!isKnown) {
      await person.organization('harbour-goods');
      await eventually(async () => expect((await person.tasks(HARBOUR)).length).toBeGreaterThan(10));
      this.#cookies.set(login, await context.cookies());
    }
    await page.goto(this.address());
    const isDrawer = look.width >= 600 && look.width < 900;
    const list = isDrawer ? page.getByRole('button', { name: 'Show the list of tasks' }) : tasks(page).first();
    await list.waitFor();
    return { ...opened, person };
  }

  /** Stops the product, and starts it again at its addresses with its data. `meanwhile`: while there is none. */
  async restart(meanwhile: () => Promise<void>): Promise<void> {
    const { dataDir, url } = this.#product;
    const ports = { PORT: new URL(url).port, GITHUB_STAND_IN_PORT: new URL(this.github.url).port };
    expect(await this.#product.stop('kept')).toBe(0);
    await meanwhile();
    this.#product = await startProduct({ dataDir, environment: { ...this.environment, ...ports } });
  }

  /** With `SCREENS_AT_END` set, what each browser showed last is kept, for whoever looks for a failure. */
  async closeBrowsers(): Promise<void> {
    if (process.env['SCREENS_AT_END'] !== undefined) {
      const paths = this.#open.map((_, index) => join(SCREENS, `last-${String(Date.now())}-${String(index)}.png`));
      await Promise.all(this.#open.map(({ page }, index) => page.screenshot({ path: paths[index] ?? '' })));
    }
    await Promise.all(this.#open.map((one) => one.close()));
    this.#open = [];
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
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
