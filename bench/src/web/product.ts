import { type Browser as Chromium, type BrowserContext, chromium, type Page } from 'playwright-core';
import { setTimeout as wait } from 'node:timers/promises';
import { ADMIN, GithubStandIn } from '../sync/github.js';
import { TurnProduct } from '../turn/product.js';
import { WatchedSession } from '../turn/turns.js';
import { WATCHING } from './watching.js';

const REPOSITORIES = 20;
const MEMBERS = 8;

/** The product with so many tasks, and people who look at it in a browser. */
export class WebProduct {
  #used: string[] = [];

  private constructor(
    readonly foundry: TurnProduct,
    private readonly chromium: Chromium,
  ) {}

  static async start(tasks: number): Promise<WebProduct> {
    const scale = { repositories: REPOSITORIES, pulls: tasks, members: MEMBERS };
    const github = (url: string): Promise<GithubStandIn> => GithubStandIn.installed(scale, url);
    const foundry = await TurnProduct.start({ github, person: ADMIN });
    const { product } = foundry;
    const { sql } = product.door.database;
    const listed = async (): Promise<number> =>
      (await product.count(['rows'], sql`select count(*) as rows from organization.task_summaries`)).rows;
    while ((await listed()) < tasks) {
      await wait(200);
    }
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--enable-precise-memory-info'],
    });
    return new WebProduct(foundry, browser);
  }

  get version(): string {
    return this.chromium.version();
  }

  get url(): string {
    return this.foundry.url;
  }

  /** A page of the organization, or its list. */
  address(path = ''): string {
    return `${this.url}/o/${this.foundry.organizationId}${path === '' ? '' : `/${path}`}`;
  }

  /** A browser of its own with nothing in it. */
  async empty(): Promise<BrowserContext> {
    const context = await this.chromium.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addInitScript(WATCHING);
    return context;
  }

  /** Signs somebody in, in a browser of their own. */
  async enter(login = ADMIN): Promise<Page> {
    const page = await (await this.empty()).newPage();
    await page.goto(`${this.url}/v1/auth/github`);
    await page.getByRole('button', { name: `@${login}` }).click();
    await page.waitForURL(({ origin }) => origin === this.url);
    // Whoever comes for the first time is a member as soon as GitHub was asked.
    while (!(await (await page.request.get(`${this.url}/v1/app`)).text()).includes(this.foundry.organizationId))
      await wait(100);
    await page.goto(this.address());
    await page.getByRole('list', { name: 'Tasks' }).getByRole('link').first().waitFor();
    return page;
  }

  /** A session of a task that nobody used, with one turn behind it; its agent asks for nothing. */
  async session(): Promise<{ taskId: string; sessionId: string }> {
    const { browser, taskIds } = this.foundry;
    const taskId = taskIds[this.#used.length] ?? '';
    this.#used.push(taskId);
    const { session } = await WatchedSession.open(browser, taskId, 'say It begins');
    await session.ended(1);
    session.close();
    return { taskId, sessionId: session.sessionId };
  }

  async end(): Promise<void> {
    await this.chromium.close();
    await this.foundry.end(this.#used);
  }
}
