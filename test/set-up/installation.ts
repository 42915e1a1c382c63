import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiConfig, jsonLog, setupLink, startApi } from '@foundry/api';
import { AuditLogWorkerModule } from '@foundry/audit-log';
import { type GithubOptions, type RunningGithub, startGithub } from '@foundry/demo';
import { InProcessTransport, Kernel, MessagingConfig, readConfig } from '@foundry/messaging';
import { OwnDatabase } from '@foundry/messaging/testing';
import { createWorker, MANIFESTS } from '@foundry/worker';
import type { INestApplication } from '@nestjs/common';

export const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

const APP_KEYS = ['APP_ID', 'APP_PRIVATE_KEY', 'WEBHOOK_SECRET', 'CLIENT_ID', 'CLIENT_SECRET', 'URL', 'API_URL'];

/** What the modules of the product read by themselves; blank is the same as absent. */
function setEnvironment(environment: Readonly<Record<string, string>>): void {
  for (const key of APP_KEYS) process.env[`GITHUB_${key}`] = '';
  Object.assign(process.env, environment);
}

export interface Parts {
  /** How GitHub starts; its App, when it has one, is that of the product. */
  github?: (publicUrl: string) => Partial<GithubOptions>;
  /** Beside the addresses of GitHub, for example its App. */
  environment?: (github: RunningGithub) => Record<string, string>;
}

/** API and worker on a database of their own, beside the stand-in for GitHub, at the address that it knows them by. */
export class SetUpInstallation {
  private constructor(
    readonly url: string,
    readonly github: RunningGithub,
    readonly own: OwnDatabase,
    readonly api: INestApplication,
    private readonly kernels: readonly Kernel[],
    readonly worker: INestApplication,
    private readonly folder: string,
  ) {}

  static async start({ github: options, environment }: Parts = {}): Promise<SetUpInstallation> {
    const folder = await mkdtemp(join(tmpdir(), 'foundry-set-up-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${String(port)}`;
    const github = await startGithub({ folder: join(folder, 'github'), ...options?.(url) });
    setEnvironment({
      AUDIT_SIGNING_KEY: await AuditLogWorkerModule.ensureSigningKey(join(folder, 'audit.pem')),
      GITHUB_WEB_URL: github.webUrl,
      GITHUB_API_URL: github.apiUrl,
      ...environment?.(github),
    });
    const own = await OwnDatabase.create();
    const log = jsonLog('fatal', 'test');
    const inProcess = new InProcessTransport();
    const config = MessagingConfig.parse({ DATABASE_URL: own.url });
    const common = { config, manifests: MANIFESTS, log, version: '0.0.0', inProcess };
    const workerKernel = await Kernel.open({ ...common, role: 'worker' });
    const worker = await createWorker(workerKernel, KEY, false);
    const apiKernel = await Kernel.open({ ...common, role: 'api' });
    const apiConfig = readConfig(ApiConfig, {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      FOUNDRY_ENCRYPTION_KEYS: KEY,
    });
    const api = await startApi({ kernel: apiKernel, config: apiConfig, log });
    return new SetUpInstallation(url, github, own, api, [workerKernel], worker, folder);
  }

  get sql() {
    const [kernel] = this.kernels;
    if (!kernel) throw new Error('There is no kernel.');
    return kernel.database.sql;
  }

  /** What the start prints. */
  link(): Promise<string | null> {
    return setupLink(this.api);
  }

  async stop(): Promise<void> {
    await this.api.close();
    await this.worker.close();
    for (const kernel of this.kernels) await kernel.close();
    await this.github.close();
    await this.own.drop();
    await rm(this.folder, { recursive: true });
    setEnvironment({});
  }
}

/** What names the App of the stand-in to the product. */
export function appEnvironment({ credentials }: RunningGithub): Record<string, string> {
  if (!credentials) throw new Error('The stand-in has no App.');
  return {
    GITHUB_APP_ID: String(credentials.appId),
    GITHUB_APP_PRIVATE_KEY: credentials.privateKey,
    GITHUB_CLIENT_ID: credentials.clientId,
    GITHUB_CLIENT_SECRET: credentials.clientSecret,
    GITHUB_WEBHOOK_SECRET: credentials.webhookSecret,
  };
}

/** A port of this host that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('A listening server has an address.');
  return address.port;
}
