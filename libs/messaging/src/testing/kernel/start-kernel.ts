import type { INestApplication } from '@nestjs/common';
import type { AuditPort } from '../../auditing/audit-records.js';
import { MessagingConfig } from '../../config/messaging-config.js';
import type { Actor, CommandMessage } from '../../contracts/index.js';
import type { Database } from '../../database/database.js';
import { ApiRuntime } from '../../kernel/api-runtime.js';
import { Kernel, type KernelOptions } from '../../kernel/kernel.js';
import type { Failpoints } from '../../failpoints/failpoints.js';
import { type Log, silent } from '../../logging/log.js';
import type { EventStream } from '../../realtime/event-stream.js';
import type { ManifestModule, ModuleManifest } from '../../registry/manifest.js';
import type { CommandSender, Requested } from '../../sending/command-sender.js';
import { type Outbox, StoredOutbox } from '../../sending/outbox.js';
import { InProcessTransport } from '../../transport/in-process/in-process-transport.js';
import { OwnDatabase } from '../rows/own-database.js';
import { NoAudit } from './no-audit.js';
import { startWorker } from './start-worker.js';

export interface TestKernelOptions {
  /** Worker modules whose handlers run. */
  modules: readonly ManifestModule[];
  /** Default: those of the modules. */
  manifests?: readonly ModuleManifest[];
  /** Default: an audit entry is a failure. */
  audit?: AuditPort;
  /** Default: ends nothing. */
  failpoints?: Failpoints;
  log?: Log;
  config?: Partial<MessagingConfig>;
}

/** Ada, who sends unless the test says otherwise. */
export const ADA: Actor = { kind: 'user', userId: '42', via: 'session' };

/** On a busy host a command waits longer than a person would. */
const BUSY_MS = 60_000;

/** The whole kernel in the process of the test, on the in-process wire and a database of its own. */
export class TestKernel {
  private constructor(
    /** The API's side: queries, realtime. */
    readonly api: Kernel,
    /** The worker's side: handlers, metrics. */
    readonly worker: Kernel,
    readonly workerApp: INestApplication,
    private readonly runtime: ApiRuntime,
    private readonly own: OwnDatabase,
  ) {}

  static async start(options: TestKernelOptions): Promise<TestKernel> {
    const own = await OwnDatabase.create();
    const { modules, manifests = modules.map(({ manifest }) => manifest), audit = new NoAudit() } = options;
    const common: Omit<KernelOptions, 'role'> = {
      config: { ...MessagingConfig.parse({ DATABASE_URL: own.url }), ...options.config },
      manifests,
      log: options.log ?? silent,
      version: '0.0.0',
      inProcess: new InProcessTransport(),
      ...(options.failpoints ? { failpoints: options.failpoints } : {}),
    };
    const worker = await Kernel.open({ ...common, role: 'worker' });
    const app = await startWorker(worker, modules, audit);
    const api = await Kernel.open({ ...common, role: 'api' });
    const runtime = new ApiRuntime(api);
    await runtime.start();
    return new TestKernel(api, worker, app, runtime, own);
  }

  get sender(): CommandSender {
    return this.runtime.sender;
  }

  /** What the API writes rows of its own with. */
  get outbox(): Outbox {
    return new StoredOutbox(this.api.partitionFor);
  }

  get stream(): EventStream {
    return this.runtime.stream;
  }

  get database(): Database {
    return this.api.database;
  }

  get databaseUrl(): string {
    return this.own.url;
  }

  /** Resolves once the command is durable. Returns its id. */
  async send(command: CommandMessage, actor: Actor = ADA): Promise<string> {
    const [accepted] = await this.sender.send([command], { actor });
    if (!accepted) throw new Error('One command was sent, and none was accepted.');
    return accepted.commandId;
  }

  request(command: CommandMessage, actor: Actor = ADA): Promise<Requested> {
    return this.sender.request(command, { actor });
  }

  /** Sends, waits, and returns the result; any outcome but `handled` is an error that names it. */
  async handled(command: CommandMessage, actor: Actor = ADA): Promise<unknown> {
    const requested = await this.request(command, actor);
    const reply =
      requested.state === 'settled' ? requested.reply : await this.sender.settled(requested.commandId, BUSY_MS);
    if (!reply) throw new Error(`${requested.commandId} was not settled in time.`);
    const { outcome, code, message, result } = reply;
    if (outcome !== 'handled') throw new Error(`It was ${outcome}: ${code ?? ''} ${message ?? ''}`);
    return result;
  }

  async stop(): Promise<void> {
    await this.runtime.stop();
    await this.workerApp.close();
    await this.api.close();
    await this.worker.close();
    await this.own.drop();
  }
}

/** `const kernel = await startKernel({ modules: [OrganizationWorkerModule] })` before, `await kernel.stop()` after. */
export const startKernel = (options: TestKernelOptions): Promise<TestKernel> => TestKernel.start(options);
