import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiConfig, jsonLog, startApi } from '@foundry/api';
import { AuditLogWorkerModule } from '@foundry/audit-log';
import { InProcessTransport, Kernel, MessagingConfig, readConfig } from '@foundry/messaging';
import { OwnDatabase } from '@foundry/messaging/testing';
import { createWorker, MANIFESTS } from '@foundry/worker';
import type { INestApplication } from '@nestjs/common';
import { Browser } from './browser.js';
import { StubGithub } from './stub-github.js';

export const ORIGIN = 'http://localhost:3000';
export const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** The product's API, and its worker when it is wanted, with a stub GitHub. */
export class SignInInstallation {
  readonly lines: string[] = [];
  private readonly wire = new InProcessTransport();
  private worker: { app: INestApplication; kernel: Kernel } | null = null;

  private constructor(
    readonly github: StubGithub,
    readonly own: OwnDatabase,
    private readonly folder: string,
  ) {}

  private started: { app: INestApplication; kernel: Kernel; base: string } | null = null;

  static async start(environment: Record<string, string> = {}): Promise<SignInInstallation> {
    const folder = await mkdtemp(join(tmpdir(), 'foundry-sign-in-'));
    // the audit log's modules read it from the environment
    process.env['AUDIT_SIGNING_KEY'] = await AuditLogWorkerModule.ensureSigningKey(join(folder, 'audit.pem'));
    const installation = new SignInInstallation(await StubGithub.start(), await OwnDatabase.create(), folder);
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

  get sql() {
    return this.api.kernel.database.sql;
  }

  browser(): Browser {
    return new Browser(this.base, ORIGIN, this.github);
  }

  async startWorker(): Promise<void> {
    const kernel = await Kernel.open({ ...this.common, role: 'worker' });
    this.worker = { app: await createWorker(kernel, KEY, false), kernel };
  }

  async stopWorker(): Promise<void> {
    await this.worker?.app.close();
    await this.worker?.kernel.close();
    this.worker = null;
  }

  async stop(): Promise<void> {
    await this.api.app.close();
    await this.stopWorker();
    await this.github.stop();
    await this.own.drop();
    await rm(this.folder, { recursive: true });
  }

  private get common() {
    const log = jsonLog('info', 'test', { write: (line: string) => this.lines.push(line) });
    const config = MessagingConfig.parse({ DATABASE_URL: this.own.url });
    return { config, manifests: MANIFESTS, log, version: '0.0.0', inProcess: this.wire };
  }

  private async startApi(environment: Record<string, string>): Promise<void> {
    const config = readConfig(ApiConfig, {
      PORT: '0',
      PUBLIC_URL: ORIGIN,
      FOUNDRY_ENCRYPTION_KEYS: KEY,
      GITHUB_URL: this.github.url,
      GITHUB_API_URL: this.github.apiUrl,
      GITHUB_CLIENT_ID: this.github.clientId,
      GITHUB_CLIENT_SECRET: this.github.clientSecret,
      ...environment,
    });
    const kernel = await Kernel.open({ ...this.common, role: 'api' });
    const app = await startApi({ kernel, config, log: this.common.log });
    this.started = { app, kernel, base: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
  }
}
