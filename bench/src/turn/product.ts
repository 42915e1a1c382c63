import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { GithubStandIn } from '../sync/github.js';
import { Product } from '../sync/product.js';
import { Browser } from './browser.js';

const Tasks = z.object({ items: z.array(z.object({ id: z.string() })).min(10) });
const PERSON = 'priya-raman';
const DEMONSTRATION = { github: (url: string) => GithubStandIn.demonstration(url), person: PERSON };
/** What a machine on this host is known by, from its making to its end. */
const MACHINE = 'machine.json';

/** The product with the demonstration's GitHub, machines on this host, and somebody who is signed in. */
export class TurnProduct {
  private constructor(
    readonly product: Product,
    readonly browser: Browser,
    readonly url: string,
    readonly organizationId: string,
    /** The newest of them; nobody used them yet. */
    readonly taskIds: readonly string[],
    private readonly github: GithubStandIn,
    private readonly folder: string,
  ) {}

  /** `of`: another GitHub than the demonstration's, and who is signed in there. */
  static async start(of = DEMONSTRATION): Promise<TurnProduct> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const folder = await mkdtemp(join(tmpdir(), 'bench-turn-'));
    const github = await of.github(url);
    const product = await Product.start(github, {
      HOST: '127.0.0.1',
      PORT: port,
      PUBLIC_URL: url,
      GITHUB_WEB_URL: github.webUrl,
      SANDBOX_PROVIDERS: 'local',
      SANDBOX_LOCAL_DIR: folder,
      SANDBOX_LOCAL_UNISOLATED: '1',
    });
    const browser = new Browser(url);
    const organizationId = await browser.signIn(of.person);
    const { items } = await browser.until(`/v1/organizations/${organizationId}/tasks`, Tasks);
    const taskIds = items.map(({ id }) => id);
    return new TurnProduct(product, browser, url, organizationId, taskIds, github, folder);
  }

  /** Ends these tasks with their machines, and everything that was started. */
  async end(used: readonly string[]): Promise<void> {
    for (const taskId of used) {
      await this.browser.send(`/v1/tasks/${taskId}/kill`, { operationId: randomUUID(), discardWork: true });
    }
    while ((await readdir(this.folder, { recursive: true })).some((path) => path.endsWith(MACHINE))) await wait(100);
    await this.product.end();
    await this.github.end();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  server.close();
  return String(port);
}
