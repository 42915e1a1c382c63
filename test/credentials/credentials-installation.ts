import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditLogWorkerModule } from '@foundry/audit-log';
import { appendAuditEntry } from '@foundry/audit-log/contracts';
import { GithubDataWorkerModule } from '@foundry/github-data';
import { DiscoverAccounts, ReconcileApp } from '@foundry/github-data/contracts';
import { type Attempt, AuditPort, Encryption, KeyRing, Secret, SecurityModule } from '@foundry/messaging';
import type { AuditRecord, CommandMessage, Envelope } from '@foundry/messaging/contracts';
import { eventually, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { OrganizationWorkerModule } from '@foundry/organization';
import { UserCredentialsModule, UserWorkerModule } from '@foundry/user';
import {
  type CredentialHolder,
  type CredentialRequest,
  GithubCredentials,
  type LentCredential,
} from '@foundry/user/contracts';
import { expect } from '@jest/globals';
import { Module } from '@nestjs/common';
import { z } from 'zod';
import { Pace } from '../../libs/github-data/src/http/pace.js';
import { DeliveryStore } from '../../libs/github-data/src/http/delivery-store.js';
import { WebhookReceipt } from '../../libs/github-data/src/http/webhook-receipt.js';
import { serve } from '../../libs/github-data/src/testing/foundry.js';
import { StandIn } from '../../libs/github-data/src/testing/stand-in.js';
import { GithubAccounts } from '../../libs/user/src/auth-rows/github-accounts.js';
import { recordPerson } from '../../libs/user/src/auth-rows/person-row.js';
import { Borrow, BorrowersModule, WISHES } from './borrowers.js';

export const KEY = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const PRODUCT = 'http://localhost:3999';

class AuditLogPort extends AuditPort {
  append(record: AuditRecord) {
    return appendAuditEntry(record);
  }
}

@Module({ imports: [SecurityModule.with(KEY), UserCredentialsModule] })
class LendingModule {
  static readonly manifest = { name: 'lending', entities: [], migrations: [], commands: [], events: [], effects: [] };
}

const Pair = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
  refresh_token_expires_in: z.number(),
});
const Calls = z.object({ log: z.array(z.object({ method: z.string(), path: z.string(), status: z.int() })) });
const Repository = z.array(z.object({ organizationId: z.string(), repositoryId: z.string(), fullName: z.string() }));

/** A person who signed in. */
export interface SignedIn {
  userId: string;
  login: string;
}

/** The worker of the product, with the stand-in for GitHub as a process of its own, and no API. */
export class CredentialsInstallation {
  readonly told: Envelope[] = [];

  private constructor(
    readonly github: StandIn,
    readonly kernel: TestKernel,
    private readonly webhooks: Server,
    private readonly folder: string,
  ) {
    kernel.stream.onEvent((event) => this.told.push(event));
  }

  static async start(): Promise<CredentialsInstallation> {
    const folder = await mkdtemp(join(tmpdir(), 'foundry-credentials-'));
    const github = await StandIn.start({ productUrl: PRODUCT });
    Object.assign(process.env, {
      AUDIT_SIGNING_KEY: await AuditLogWorkerModule.ensureSigningKey(join(folder, 'audit.pem')),
      GITHUB_APP_ID: String(github.app.appId),
      GITHUB_APP_PRIVATE_KEY: github.app.privateKey,
      GITHUB_WEBHOOK_SECRET: github.app.webhookSecret,
      GITHUB_CLIENT_ID: github.app.clientId,
      GITHUB_CLIENT_SECRET: github.app.clientSecret,
      GITHUB_WEB_URL: github.webUrl,
      GITHUB_API_URL: github.apiUrl,
    });
    const modules = [
      OrganizationWorkerModule,
      UserWorkerModule,
      GithubDataWorkerModule,
      AuditLogWorkerModule,
      LendingModule,
      BorrowersModule,
    ];
    const kernel = await startKernel({ modules, audit: new AuditLogPort() });
    const secret = () => Promise.resolve(github.app.webhookSecret);
    const store = new DeliveryStore(kernel.database, kernel.outbox);
    const receipt = new WebhookReceipt(secret, store, new Pace(100_000, ''));
    const { server, url } = await serve(receipt);
    await github.control('PUT', '/webhooks', { url });
    const installation = new CredentialsInstallation(github, kernel, server, folder);
    await installation.handled(new ReconcileApp({ entityId: 'app', part: 'installations' }));
    await installation.rested();
    return installation;
  }

  get sql() {
    return this.kernel.database.sql;
  }

  get credentials(): GithubCredentials {
    return this.kernel.workerApp.get(GithubCredentials, { strict: false });
  }

  handled(command: CommandMessage): Promise<unknown> {
    return this.kernel.handled(command, { kind: 'system', module: 'test' });
  }

  /** Until nothing is under way any more. */
  async rested(): Promise<void> {
    await eventually(async () => {
      const open = await this.sql`select
        (select count(*) from messaging.outbox where kind = 'command' and settled_at is null)
        + (select count(*) from messaging.effect where state in ('requested', 'running', 'waiting'))
        + (select count(*) from github_data.sync_runs where state in ('running', 'queued')) as open`;
      if (z.tuple([z.object({ open: z.coerce.number() })]).parse(open)[0].open > 0) throw new Error('Busy still.');
    }, 60_000);
  }

  /** Signs a person in as the API does, as far as rows go, and looks for their organizations. */
  async signIn(login: string): Promise<SignedIn> {
    const pair = await this.pairOf(login);
    const response = await fetch(`${this.github.apiUrl}/user`, {
      headers: { authorization: `Bearer ${pair.access_token}` },
    });
    const { id, name } = z.object({ id: z.int(), name: z.string().nullable() }).parse(await response.json());
    const userId = String(id);
    const accounts = new GithubAccounts(new Encryption(new KeyRing(KEY)));
    await this.kernel.database.transaction(async (sql) => {
      await recordPerson(sql, { userId, login, name, avatarUrl: null }, true);
      await accounts.connect(sql, userId, {
        access: new Secret(pair.access_token),
        accessSeconds: pair.expires_in,
        refresh: new Secret(pair.refresh_token),
        refreshSeconds: pair.refresh_token_expires_in,
      });
    });
    await this.handled(new DiscoverAccounts({ userId }));
    await this.rested();
    return { userId, login };
  }

  /** The repository of the demo organization with this name. */
  async repository(name: string) {
    const rows = await this.sql`select organization_id as "organizationId", repository_id as "repositoryId",
      full_name as "fullName" from github_data.repositories where full_name like ${`%/${name}`}`;
    const [found] = Repository.parse(rows);
    if (!found) throw new Error(`There is no repository ${name}.`);
    return found;
  }

  /** An effect as far as the port sees it, for tests that are not about the holder. */
  holder(): CredentialHolder {
    return {
      effectId: randomUUID(),
      abort: new AbortController().signal,
      guarded: (work) => this.kernel.worker.database.transaction(work),
    };
  }

  /** Leases for a holder of its own; fails when it is refused. */
  async lend(request: CredentialRequest, holder = this.holder()) {
    const outcome = await this.credentials.lease(request, holder);
    if ('refused' in outcome) throw new Error(`Refused: ${outcome.refused}`);
    return outcome.credential;
  }

  /** A real effect that borrows, and holds what it got until `done`. */
  borrow(request: CredentialRequest, ready?: (attempt: Attempt) => Promise<void>) {
    const borrowerId = randomUUID();
    let done = (): void => undefined;
    const held = new Promise<void>((resolve) => (done = resolve));
    const outcome = new Promise<LentCredential>((resolve, reject) => {
      WISHES.set(borrowerId, {
        request,
        done: held,
        failed: reject,
        got: (got) => {
          if ('credential' in got) resolve(got.credential);
          else reject(new Error(`Refused: ${got.refused}`));
        },
        ...(ready ? { ready } : {}),
      });
      // A command that is not handled lends nothing, and whoever waits hears why.
      this.handled(new Borrow({ borrowerId })).catch(reject);
    });
    return { outcome, done };
  }

  /** Until GitHub has nothing more to tell. */
  async delivered(): Promise<void> {
    await eventually(async () => {
      expect(await this.github.control('GET', '/webhooks')).toEqual({ pending: 0 });
    });
  }

  /** Until every command was handled; effects may go on. */
  async sent(): Promise<void> {
    await eventually(async () => {
      const open = await this.sql`select 1 from messaging.outbox where kind = 'command' and settled_at is null`;
      if (open.length > 0) throw new Error('Busy still.');
    });
  }

  /** What GitHub was asked since the last call, such as `POST /login/oauth/access_token 200`. */
  async calls(): Promise<string[]> {
    const { log } = Calls.parse(await this.github.control('GET', '/calls'));
    await this.github.control('DELETE', '/calls');
    return log.map(({ method, path, status }) => `${method} ${path} ${String(status)}`);
  }

  /** What a token may do, as GitHub sees it. */
  async asks(token: string, path: string, method = 'GET'): Promise<number> {
    const response = await fetch(`${this.github.apiUrl}${path}`, {
      method,
      headers: { authorization: `token ${token}` },
    });
    await response.body?.cancel();
    return response.status;
  }

  async auditKinds(stream: string): Promise<string[]> {
    const rows = await this.sql`select kind || coalesce(' ' || code, '') as line from audit_log.entries
      where stream_id = ${stream} and kind like 'credential.%' order by seq`;
    return z
      .array(z.object({ line: z.string() }))
      .parse(rows)
      .map(({ line }) => line);
  }

  async stop(): Promise<void> {
    this.webhooks.closeAllConnections();
    await new Promise((resolve) => this.webhooks.close(resolve));
    await this.kernel.stop();
    await this.github.stop();
    await rm(this.folder, { recursive: true });
  }

  private async pairOf(login: string) {
    const verifier = randomBytes(32).toString('base64url');
    const { clientId, clientSecret } = this.github.app;
    const authorized = await fetch(`${this.github.webUrl}/login/oauth/authorize`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        login,
        client_id: clientId,
        state: 'a-state',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      }),
    });
    const code = new URL(authorized.headers.get('location') ?? '').searchParams.get('code');
    const exchanged = await fetch(`${this.github.webUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, code, code_verifier: verifier }),
    });
    return Pair.parse(await exchanged.json());
  }
}
