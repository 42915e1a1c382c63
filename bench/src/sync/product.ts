import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { openToolDoor, type ToolDoor } from '@foundry/messaging';
import pg from 'pg';
import { z } from 'zod';
import { dropQueues } from '../commands/drop-queues.js';
import type { GithubStandIn } from './github.js';
import { Program } from './process.js';

const MODULES = ['messaging', 'organization', 'user', 'github-data', 'audit-log', 'task', 'sandbox'];
const Said = z.object({ msg: z.string(), address: z.string().optional() });

/** The line that says that a process of the product is up, and where it listens. */
function readyAt(message: string) {
  return (line: string): string | null => {
    const { data } = Said.safeParse(JSON.parse(line));
    return data?.msg === message ? (data.address ?? '') : null;
  };
}

/** The product as a release runs it, one API and one worker, on a database and queues of its own. */
export class Product {
  private constructor(
    readonly api: Program<string>,
    readonly worker: Program<string>,
    readonly door: ToolDoor,
    private readonly drop: () => Promise<void>,
  ) {}

  /** `more` is what both processes are told beside the usual. */
  static async start(github: GithubStandIn, more: Readonly<Record<string, string>> = {}): Promise<Product> {
    const server = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
    const amqpUrl = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';
    const name = `bench-${String(process.pid)}-${randomBytes(3).toString('hex')}`;
    await onServer(server, `create database "${name}"`);
    const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
    const { privateKey } = generateKeyPairSync('ed25519');
    const environment = {
      DATABASE_URL: databaseUrl,
      AMQP_URL: amqpUrl,
      AMQP_PREFIX: name,
      PORT: '0',
      WORKER_PORT: '0',
      LOG_LEVEL: 'info',
      FOUNDRY_ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      AUDIT_SIGNING_KEY: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      GITHUB_APP_ID: String(github.app.appId),
      GITHUB_APP_PRIVATE_KEY: github.app.privateKey,
      GITHUB_WEBHOOK_SECRET: github.app.webhookSecret,
      GITHUB_CLIENT_ID: github.app.clientId,
      GITHUB_CLIENT_SECRET: github.app.clientSecret,
      GITHUB_API_URL: github.apiUrl,
      ...more,
    };
    const worker = await Program.start('apps/worker/dist/main.js', environment, readyAt('worker runs'));
    const api = await Program.start('apps/api/dist/main.js', environment, readyAt('api listens'));
    const door = await openToolDoor(databaseUrl);
    return new Product(api, worker, door, async () => {
      await dropQueues(amqpUrl, name, MODULES);
      await onServer(server, `drop database "${name}" with (force)`);
    });
  }

  get webhookUrl(): string {
    const { port } = new URL(this.api.up);
    return `http://127.0.0.1:${port}/v1/webhooks/github`;
  }

  /** Answers one row of numbers. */
  async count<K extends string>(names: readonly K[], rows: Promise<unknown[]>): Promise<Record<K, number>> {
    const [row] = z.array(z.record(z.enum(names), z.coerce.number())).parse(await rows);
    if (!row) throw new Error('The database answered no row.');
    return row;
  }

  async end(): Promise<void> {
    await this.door.close();
    await this.api.end();
    await this.worker.end();
    await this.drop();
  }
}

async function onServer(server: string, command: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  await client.query(command);
  await client.end();
}
