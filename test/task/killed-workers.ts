import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Product, type ProductProcess } from '../../libs/github-data/src/testing/product.js';
import { LocalProvider } from '../../libs/sandbox/src/providers/local/local.provider.js';
import { freePort } from '../set-up/installation.js';
import { Person } from './product.js';

const Ids = z.array(z.object({ id: z.string() }));

/** The API and two workers as a release starts them, with machines on this host that outlive every worker. */
export class KilledWorkers {
  /** By the id that a worker gives itself, which is on the leases that it holds. */
  private readonly workers = new Map<string, ProductProcess>();

  private constructor(
    readonly product: Product,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  static async start(): Promise<KilledWorkers> {
    const folder = await mkdtemp(join(tmpdir(), 'foundry-killed-'));
    const port = await freePort();
    const productUrl = `http://127.0.0.1:${String(port)}`;
    const product = await Product.prepare({
      productUrl,
      environment: ({ webUrl }) => ({
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: productUrl,
        GITHUB_WEB_URL: webUrl,
        SANDBOX_PROVIDERS: 'local',
        SANDBOX_LOCAL_DIR: folder,
        SANDBOX_LOCAL_UNISOLATED: '1',
      }),
    });
    const all = new KilledWorkers(product, productUrl, folder);
    await all.startWorker();
    await all.startWorker();
    await product.start('api');
    return all;
  }

  enter(login: string): Promise<Person> {
    return Person.enter(this.url, login);
  }

  async startWorker(): Promise<void> {
    const started = await this.product.start('worker');
    const rows = Ids.parse(await this.product.sql`select id from messaging.process where kind = 'worker'`);
    const fresh = rows.filter(({ id }) => !this.workers.has(id));
    const [{ id }] = z.tuple([Ids.element]).parse(fresh);
    this.workers.set(id, started);
  }

  /** Ends a worker in the middle of whatever it does. Throws when it is not one of these. */
  async kill(id: string): Promise<void> {
    const worker = this.workers.get(id);
    if (!worker) throw new Error(`No worker of this test is ${id}.`);
    await worker.end('SIGKILL');
  }

  /** Ends every process and every machine. */
  async stop(): Promise<void> {
    const [{ id: instance }] = z
      .tuple([Ids.element])
      .parse(await this.product.sql`select instance_id as id from sandbox.instance`);
    await this.product.stop();
    const provider = new LocalProvider({
      ...{ folder: this.folder, mayBeUnisolated: true, agentBinary: null, agentsFolder: null, demoAgent: true },
    });
    for (const { ref } of await provider.find({ instance })) await provider.destroy(ref);
    await rm(this.folder, { recursive: true, force: true });
  }
}
