import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiConfig, jsonLog, startApi, type StartOptions } from '@foundry/api';
import { AuditLogWorkerModule } from '@foundry/audit-log';
import { InProcessTransport, Kernel, MessagingConfig, readConfig, type SqlRunner, statement } from '@foundry/messaging';
import { OwnDatabase, OwnRole } from '@foundry/messaging/testing';
import { createWorker, MANIFESTS } from '@foundry/worker';
import type { INestApplication } from '@nestjs/common';
import pg from 'pg';
import { Browser } from './browser.js';
import { StubGithub } from './stub-github.js';

export const ORIGIN = 'http://localhost:3000';
export const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** The product's API under a database role of its own, and its worker when it is wanted, with a stub GitHub. */
export class SignInInstallation {
  readonly lines: string[] = [];
  /** As the owner of the database: tests look at what the API may not. */
  readonly sql: SqlRunner = async (query, ...values) => {
    const { rows } = await this.pool.query<Record<string, unknown>>(statement(query, values));
    return rows;
  };
  private readonly pool: pg.Pool;
  private readonly wire = new InProcessTransport();
  private worker: { app: INestApplication; kernel: Kernel } | null = null;

  private constructor(
    readonly github: StubGithub,
    readonly own: OwnDatabase,
    readonly role: OwnRole,
    private readonly folder: string,
    private readonly limits: NonNullable<StartOptions['limits']>,
  ) {
    this.pool = new pg.Pool({ connectionString: own.url, max: 4 });
    // A connection that is still on its way out when the database is dropped hears of it.
    this.pool.on('error', () => undefined);
  }

  private started: { app: INestApplication; kernel: Kernel; base: string } | null = null;

  /** `limits` are for tests that ask for more in a minute than a person may, and whose subject is something else. */
  static async start(
    environment: Record<string, string> = {},
    limits: NonNullable<StartOptions['limits']> = {},
  ): Promise<SignInInstallation> {
    const folder = await mkdtemp(join(tmpdir(), 'foundry-sign-in-'));
    // the audit log's modules read it from the environment
    process.env['AUDIT_SIGNING_KEY'] = await AuditLogWorkerModule.ensureSigningKey(join(folder, 'audit.pem'));
    const own = await OwnDatabase.create();
    const role = await OwnRole.create(own.url);
    const installation = new SignInInstallation(await StubGithub.start(), own, role, folder, limits);
    await installation.startApi(environment);
    return installation;
  }

  get api() {
    if (!this.started) throw new Error('The API does not run.');
    return this.started;
  }

  get base(): string {
    return this.api.base;
  }

  browser(): Browser {
    return new Browser(this.base, ORIGIN, this.github);
  }

  async startWorker(): Promise<void> {
    const kernel = await Kernel.open({ ...this.common, role: 'worker' });
    this.worker = { app: await createWorker(kernel, KEY, false), kernel };
  }

  /** What is accepted from here on waits for the next worker. */
  async stopWorker(): Promise<void> {
    await this.worker?.app.close();
    await this.worker?.kernel.close();
    this.worker = null;
  }

  async stop(): Promise<void> {
    await this.api.app.close();
    await this.stopWorker();
    await this.github.stop();
    await this.pool.end();
    await this.role.drop();
    await this.own.drop();
    await rm(this.folder, { recursive: true });
  }

  private get common() {
    const log = jsonLog('info', 'test', { write: (line: string) => this.lines.push(line) });
    const config = MessagingConfig.parse({ DATABASE_URL: this.own.url });
    return { config, manifests: MANIFESTS, log, version: '0.0.0', inProcess: this.wire };
  }

  /** One more instance on the same database. */
  async anotherApi(): Promise<{ base: string; stop: () => Promise<void> }> {
    const { app, base } = await this.openApi({});
    return { base, stop: () => app.close() };
  }

  private async startApi(environment: Record<string, string>): Promise<void> {
    this.started = await this.openApi(environment);
  }

  private async openApi(
    environment: Record<string, string>,
  ): Promise<{ app: INestApplication; kernel: Kernel; base: string }> {
    const config = readConfig(ApiConfig, {
      PORT: '0',
      PUBLIC_URL: ORIGIN,
      FOUNDRY_ENCRYPTION_KEYS: KEY,
      GITHUB_WEB_URL: this.github.url,
      GITHUB_API_URL: this.github.apiUrl,
      GITHUB_CLIENT_ID: this.github.clientId,
      GITHUB_CLIENT_SECRET: this.github.clientSecret,
      ...environment,
    });
    const narrow = MessagingConfig.parse({ DATABASE_URL: this.role.url, DATABASE_OWNER_URL: this.own.url });
    const kernel = await Kernel.open({ ...this.common, config: narrow, role: 'api' });
    const app = await startApi({ kernel, config, log: this.common.log, limits: this.limits });
    return { app, kernel, base: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
  }
}
