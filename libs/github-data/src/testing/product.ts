import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type SqlRunner, statement, Topology } from '@foundry/messaging';
import { OwnBroker, OwnDatabase, Wire } from '@foundry/messaging/testing';
import pg from 'pg';
import { z } from 'zod';
import { StandIn } from './stand-in.js';

const ROOT = join(import.meta.dirname, '../../../..');
const MODULES = ['messaging', 'organization', 'user', 'github-data', 'audit-log', 'task', 'sandbox'];
const Ready = z.object({ msg: z.enum(['worker runs', 'api listens']), address: z.string().optional() });

/** One process of the product, as a release starts it. */
export class ProductProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Where an API listens; empty for a worker. */
    readonly address: string,
  ) {}

  static async start(app: 'api' | 'worker', env: NodeJS.ProcessEnv): Promise<ProductProcess> {
    const child = spawn(process.execPath, [join(ROOT, `apps/${app}/dist/main.js`)], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said: string[] = [];
    const address = await new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        said.push(line);
        const ready = Ready.safeParse(JSON.parse(line));
        if (ready.success) resolve(ready.data.address ?? '');
      });
      child.once('exit', (code) => {
        reject(new Error(`${app} ended with ${String(code)}: ${said.slice(-5).join('\n')}`));
      });
    });
    return new ProductProcess(child, address);
  }

  /** Keeps it from running, as on a machine that hangs, until it is told to go on. */
  hang(): void {
    this.child.kill('SIGSTOP');
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }

  /** Ends it and waits until it is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}

/** What a product is prepared with. */
export interface ProductParts {
  seed?: string;
  installed?: boolean;
  /** Where the stand-in sends people and webhooks. */
  productUrl?: string;
  environment?: (github: StandIn) => Readonly<Record<string, string>>;
}

/** The product as real processes on a database and queues of its own, with the stand-in for GitHub. */
export class Product {
  private readonly processes: ProductProcess[] = [];

  private constructor(
    readonly github: StandIn,
    readonly sql: SqlRunner,
    private readonly pool: pg.Pool,
    private readonly database: OwnDatabase,
    private readonly broker: OwnBroker,
    /** The way of its processes to the broker, to be cut and mended. */
    readonly wire: Wire,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** `environment` is what the processes are told beside the usual. */
  static async prepare({ environment, ...options }: ProductParts = {}): Promise<Product> {
    const github = await StandIn.start(options);
    const database = await OwnDatabase.create();
    const partitions = new Map(MODULES.map((name) => [name, name === 'messaging' ? 1 : 8]));
    const broker = new OwnBroker(database.name, (prefix) => new Topology(prefix, partitions));
    const wire = await Wire.to(broker.url);
    const pool = new pg.Pool({ connectionString: database.url, max: 4 });
    pool.on('error', () => undefined);
    const sql: SqlRunner = async (query, ...values) => {
      const { rows } = await pool.query<Record<string, unknown>>(statement(query, values));
      return rows;
    };
    const { privateKey } = generateKeyPairSync('ed25519');
    const env = {
      ...process.env,
      DATABASE_URL: database.url,
      AMQP_URL: wire.url,
      AMQP_PREFIX: broker.prefix,
      PORT: '0',
      WORKER_PORT: '0',
      LOG_LEVEL: 'info',
      NODE_OPTIONS: '',
      FOUNDRY_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      AUDIT_SIGNING_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      GITHUB_APP_ID: String(github.app.appId),
      GITHUB_APP_PRIVATE_KEY: github.app.privateKey,
      GITHUB_WEBHOOK_SECRET: github.app.webhookSecret,
      GITHUB_CLIENT_ID: github.app.clientId,
      GITHUB_CLIENT_SECRET: github.app.clientSecret,
      GITHUB_API_URL: github.apiUrl,
      ...environment?.(github),
    };
    return new Product(github, sql, pool, database, broker, wire, env);
  }

  async start(app: 'api' | 'worker'): Promise<ProductProcess> {
    const started = await ProductProcess.start(app, this.env);
    this.processes.push(started);
    return started;
  }

  /** Makes a person with a token who owns the organization, with the operator's own command line; a worker must run. */
  async tokenFor(userId: string, login: string, organizationId: string): Promise<string> {
    const ids = ['--login', login, '--user', userId, '--organization', organizationId];
    const main = join(ROOT, 'apps/worker/dist/operator.js');
    const { stdout } = await promisify(execFile)(process.execPath, [main, 'quickstart', ...ids], { env: this.env });
    const token = /^\s*(fdy_\S+)$/m.exec(stdout)?.[1];
    if (token === undefined) throw new Error(`No token was made: ${stdout}`);
    return token;
  }

  /** Makes a sweep of the App due now; false while no worker leads yet. */
  async look(part: 'installations' | 'deliveries' | 'organizations'): Promise<boolean> {
    const due = await this.sql`update messaging.schedule set due_at = now()
      where key = ${`github-data.${part}`} returning key`;
    return due.length === 1;
  }

  async stop(): Promise<void> {
    for (const running of this.processes) await running.end('SIGTERM');
    await this.github.stop();
    await this.pool.end();
    await this.wire.close();
    await this.broker.clear();
    await this.database.drop();
  }
}
