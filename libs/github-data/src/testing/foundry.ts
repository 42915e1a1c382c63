import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Refusal, SecurityModule, type CommandSender, type Database, type ManifestModule } from '@foundry/messaging';
import type { CommandMessage, Envelope } from '@foundry/messaging/contracts';
import {
  type ArmedFailpoints,
  eventually,
  NotesModule,
  RecordedAudit,
  startKernel,
  type TestKernel,
} from '@foundry/messaging/testing';
import { Global, Module } from '@nestjs/common';
import { z } from 'zod';
import { type NoUserToken, ReconcileApp, RequestSync, UserTokens } from '../contracts/index.js';
import { GithubDataWorkerModule } from '../github-data-worker.module.js';
import { DeliveryStore } from '../http/delivery-store.js';
import { Pace } from '../http/pace.js';
import { WebhookReceipt } from '../http/webhook-receipt.js';
import { readStatus } from '../rows/status-rows.js';
import { StandIn } from './stand-in.js';

const Calls = z.object({
  total: z.int(),
  counted: z.int(),
  notModified: z.int(),
  log: z.array(z.object({ method: z.string(), path: z.string(), status: z.int(), at: z.number(), budget: z.string() })),
});

/** Tokens that a test gave to people. */
export class GivenTokens extends UserTokens {
  static readonly tokens = new Map<string, string>();

  tokenOf(userId: string): Promise<{ token: string } | NoUserToken> {
    const token = GivenTokens.tokens.get(userId);
    return Promise.resolve(token === undefined ? { refused: 'user.reauthorize' } : { token });
  }
}

const KEYS = `test:${Buffer.alloc(32, 1).toString('base64')}`;

@Global()
@Module({
  imports: [SecurityModule.with(KEYS)],
  providers: [{ provide: UserTokens, useClass: GivenTokens }],
  exports: [UserTokens],
})
export class TokensModule {
  static readonly manifest = { name: 'tokens', entities: [], migrations: [], commands: [], events: [], effects: [] };
}

export interface StartOptions {
  seed?: string;
  installed?: boolean;
  beside?: readonly ManifestModule[];
  failpoints?: ArmedFailpoints;
}

/** The module on the kernel, with the stand-in for GitHub and a server for its webhooks. */
export class Foundry {
  readonly told: Envelope[] = [];

  private constructor(
    readonly github: StandIn,
    readonly kernel: TestKernel,
    readonly audit: RecordedAudit,
    private readonly webhooks: Server,
    readonly webhookUrl: string,
  ) {
    kernel.stream.onEvent((event) => this.told.push(event));
  }

  /** `beside`: modules that run as well, for example one whose events this one reacts to. */
  static async start({ beside = [], failpoints, ...options }: StartOptions = {}): Promise<Foundry> {
    const github = await StandIn.start(options);
    process.env['GITHUB_APP_ID'] = String(github.app.appId);
    process.env['GITHUB_APP_PRIVATE_KEY'] = github.app.privateKey;
    process.env['GITHUB_WEBHOOK_SECRET'] = github.app.webhookSecret;
    process.env['GITHUB_CLIENT_ID'] = github.app.clientId;
    process.env['GITHUB_CLIENT_SECRET'] = github.app.clientSecret;
    process.env['GITHUB_API_URL'] = github.apiUrl;
    const audit = new RecordedAudit();
    const modules = [GithubDataWorkerModule, TokensModule, NotesModule, ...beside];
    const kernel = await startKernel({ modules, audit, ...(failpoints ? { failpoints } : {}) });
    const store = new DeliveryStore(kernel.database, kernel.outbox);
    const secret = () => Promise.resolve(github.app.webhookSecret);
    const receipt = new WebhookReceipt(secret, store, new Pace(100_000, ''));
    const { server, url } = await serve(receipt);
    await github.control('PUT', '/webhooks', { url });
    return new Foundry(github, kernel, audit, server, url);
  }

  /** Finds the installation as the sweep of the App does, and waits until everything of it is known. */
  async meet(): Promise<{ organizationId: string; owner: string; by: string }> {
    await this.handled(new ReconcileApp({ entityId: 'app', part: 'installations' }));
    const [account] = await eventually(async () =>
      z
        .array(z.object({ id: z.string(), login: z.string() }))
        .min(1)
        .parse(await this.database.sql`select organization_id as id, login from github_data.accounts`),
    );
    if (!account) throw new Error('GitHub told of no account.');
    await this.rested(account.id);
    const admins = await this.database.sql`select login from github_data.members where role = 'admin' limit 1`;
    const by = z.array(z.object({ login: z.string() })).parse(admins)[0]?.login ?? account.login;
    return { organizationId: account.id, owner: account.login, by };
  }

  /** Reads everything of GitHub again, and waits for the end. */
  async sync(organizationId: string, withinMs?: number) {
    const asked = new RequestSync({ organizationId, runId: randomUUID(), trigger: 'member', scope: 'all' });
    await this.handled(asked);
    return this.rested(organizationId, withinMs);
  }

  /** How often GitHub was asked since `forgetCalls`, and for what. */
  async calls() {
    return Calls.parse(await this.github.control('GET', '/calls'));
  }

  async forgetCalls(): Promise<void> {
    await this.github.control('DELETE', '/calls');
  }

  /** Sends a delivery as GitHub does; answers the status. */
  async deliver(event: string, payload: unknown, id: string = randomUUID()): Promise<number> {
    const body = JSON.stringify(payload);
    const signature = `sha256=${createHmac('sha256', this.github.app.webhookSecret).update(body).digest('hex')}`;
    const headers = { 'x-github-delivery': id, 'x-github-event': event, 'x-hub-signature-256': signature };
    const { status } = await fetch(this.webhookUrl, { method: 'POST', headers, body });
    return status;
  }

  /** Everything that GitHub sent was taken in, and all that followed is done. */
  async quiet(organizationId: string) {
    await eventually(async () => {
      const { pending } = z.object({ pending: z.int() }).parse(await this.github.control('GET', '/webhooks'));
      if (pending > 0) throw new Error('GitHub has deliveries left.');
    });
    return this.rested(organizationId);
  }

  get database(): Database {
    return this.kernel.database;
  }

  get sender(): CommandSender {
    return this.kernel.sender;
  }

  handled(command: CommandMessage): Promise<unknown> {
    return this.kernel.handled(command, { kind: 'system', module: 'test' });
  }

  /** Names of the events told since the last call, progress aside. */
  news(): string[] {
    return this.told
      .splice(0)
      .map(({ name }) => name)
      .filter((name) => name !== 'github-data.statusChanged');
  }

  async status(organizationId: string) {
    return readStatus(this.database, organizationId);
  }

  /** Waits until no run is working and none waits. */
  async rested(organizationId: string, withinMs = 60_000) {
    return eventually(async () => {
      const open = z
        .array(z.object({ open: z.coerce.number() }))
        .parse(
          await this.database
            .sql`select count(*) as open from github_data.sync_runs where state in ('running', 'queued')`,
        );
      const unsettled = z.array(z.object({ open: z.coerce.number() })).parse(
        await this.database
          .sql`select (select count(*) from messaging.outbox where kind = 'command' and settled_at is null)
          + (select count(*) from messaging.effect where state in ('requested', 'running', 'waiting')) as open`,
      );
      if (open[0]?.open !== 0 || unsettled[0]?.open !== 0) throw new Error('Something is still under way.');
      const status = await this.status(organizationId);
      if (!status) throw new Error('GitHub told of no such account yet.');
      return status;
    }, withinMs);
  }

  /** Open pull requests as they are known here: `<full name>#<number> <title>`. */
  async open(): Promise<string[]> {
    const rows = await this.database.sql`select r.full_name || '#' || p.number || ' ' || p.title as line
      from github_data.pull_requests p join github_data.repositories r using (organization_id, repository_id)
      where p.state = 'open' and r.state = 'available' order by 1`;
    return z
      .array(z.object({ line: z.string() }))
      .parse(rows)
      .map(({ line }) => line)
      .sort();
  }

  /** The same as GitHub has them. */
  async openAtGithub(owner: string): Promise<string[]> {
    const truth = await this.github.truth();
    return truth
      .filter(({ fullName, archived }) => fullName.startsWith(`${owner}/`) && !archived)
      .flatMap(({ fullName, open }) => open.map(({ number, title }) => `${fullName}#${String(number)} ${title}`))
      .sort();
  }

  async stop(): Promise<void> {
    this.webhooks.closeAllConnections();
    await new Promise((resolve) => this.webhooks.close(resolve));
    await this.kernel.stop();
    await this.github.stop();
  }
}

/** A server that takes deliveries as the API does. */
export async function serve(receipt: WebhookReceipt): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const header = (name: string) => [request.headers[name]].flat()[0];
      const delivery = {
        deliveryId: header('x-github-delivery'),
        event: header('x-github-event'),
        signature: header('x-hub-signature-256'),
        body: Buffer.concat(parts),
      };
      receipt.receive(delivery).then(
        () => response.writeHead(202).end(),
        (error: unknown) => response.writeHead(error instanceof Refusal ? 401 : 500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 2_048 }, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, url: `http://127.0.0.1:${String(address.port)}/v1/webhooks/github` };
}
