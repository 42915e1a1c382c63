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
  private readonly known = new Set<string>();

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
    const fresh = rows.filter(({ id }) => !this.known.has(id));
    const [{ id }] = z.tuple([Ids.element]).parse(fresh);
    this.known.add(id);
    this.workers.set(id, started);
  }

  /** Ends all workers in the middle of whatever they do, and starts as many others. */
  async replace(whileDead: () => Promise<void>): Promise<void> {
    const former = [...this.workers.values()];
    this.workers.clear();
    await Promise.all(former.map((worker) => worker.end('SIGKILL')));
    await whileDead();
    for (const _ of former) await this.startWorker();
  }

  /** A worker, which may hang and go on. Throws when none has this id. */
  worker(id: string): ProductProcess {
    const worker = this.workers.get(id);
    if (!worker) throw new Error(`No worker of this test is ${id}.`);
    return worker;
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
