import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, type Database, SecurityModule, type SqlRunner } from '@foundry/messaging';
import type { CommandMessage, Envelope } from '@foundry/messaging/contracts';
import { eventually, NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { Global, Module } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  type MachineId,
  type ProviderName,
  RequestSandbox,
  RetrySandbox,
  SandboxAccess,
  SandboxById,
  type SandboxState,
  type SandboxView,
} from '../contracts/index.js';
import type { Found } from '../providers/provider.js';
import { Providers } from '../providers/providers.js';
import { SandboxWorkerModule } from '../sandbox-worker.module.js';
import { CredentialsModule, GivenCredentials } from './credentials.js';
import { GitServer } from './git-server.js';

const KEYS = `k1:${randomBytes(32).toString('base64')}`;

@Global()
@Module({ imports: [SecurityModule.with(KEYS)] })
class KeysModule {
  static readonly manifest = { name: 'keys', entities: [], migrations: [], commands: [], events: [], effects: [] };
}

export const ACME = '9919';
/** Longer than a busy host needs for any of it; a test that fails says sooner what is wrong. */
const STATE_MS = 100_000;
const RUN_MS = 60_000;

export interface WantedOptions {
  branch?: string;
  trusted?: boolean;
  branchMode?: 'any' | 'existing';
  onExpired?: 'recreate' | 'destroy';
  provider?: ProviderName;
  /** Default: a task of its own. */
  taskId?: string;
}

/** The module on the kernel, with local machines of the real agent server, and a remote of real git. */
export class Foundry {
  readonly told: Envelope[] = [];

  private constructor(
    readonly git: GitServer,
    readonly kernel: TestKernel,
    readonly audit: RecordedAudit,
    readonly folder: string,
  ) {
    kernel.stream.onEvent((event) => this.told.push(event));
  }

  static async start(environment: Record<string, string> = {}): Promise<Foundry> {
    const folder = await mkdtemp(join(tmpdir(), 'foundry-machines-'));
    Object.assign(process.env, {
      SANDBOX_PROVIDERS: 'local',
      SANDBOX_LOCAL_DIR: folder,
      SANDBOX_LOCAL_UNISOLATED: '1',
      ...environment,
    });
    GivenCredentials.clear();
    const git = await GitServer.start();
    const audit = new RecordedAudit();
    const modules = [KeysModule, CredentialsModule, SandboxWorkerModule, NotesModule];
    const kernel = await startKernel({ modules, audit });
    return new Foundry(git, kernel, audit, folder);
  }

  get database(): Database {
    return this.kernel.database;
  }

  get access(): SandboxAccess {
    return this.kernel.workerApp.get(SandboxAccess, { strict: false });
  }

  get providers(): Providers {
    return this.kernel.workerApp.get(Providers, { strict: false });
  }

  async handled(command: CommandMessage): Promise<unknown> {
    return this.kernel.handled(command, { kind: 'system', module: 'task', onBehalfOf: '42' });
  }

  /** Asks for the machine of a new task on a branch of the repository. */
  async request(cloneUrl: string, options: WantedOptions = {}): Promise<string> {
    const sandboxId = randomUUID();
    await this.handled(this.wanted(cloneUrl, sandboxId, options));
    return sandboxId;
  }

  wanted(cloneUrl: string, sandboxId: string, options: WantedOptions = {}): RequestSandbox {
    const { branch = 'foundry/work', trusted = true, branchMode = 'any', onExpired = 'recreate' } = options;
    const { provider = null, taskId = taskOf(sandboxId) } = options;
    return new RequestSandbox({
      organizationId: ACME,
      sandboxId,
      taskId,
      repository: { id: '77', cloneUrl, base: 'main', fork: false },
      ...{ branch, trusted, branchMode, onExpired, provider },
    });
  }

  async view(sandboxId: string): Promise<SandboxView> {
    const view = await ask(this.kernel.workerApp.get(QueryBus, { strict: false }), new SandboxById(sandboxId));
    if (!view) throw new Error('There is no such sandbox.');
    return view;
  }

  /**
   * Waits until the sandbox is in a state; says what it is in instead. A step whose deadline passed because this host is busy
   * is tried again, as a person would.
   */
  async until(sandboxId: string, state: SandboxState): Promise<SandboxView> {
    return eventually(async () => {
      const view = await this.view(sandboxId);
      if (view.state === state) return view;
      const { code = '', message = '' } = view.error ?? {};
      if (view.state === 'failed' && code.endsWith('.deadline')) {
        await this.handled(new RetrySandbox({ organizationId: ACME, sandboxId }));
      }
      throw new Error(`It is ${view.state}, not ${state}: ${code} ${message}`);
    }, STATE_MS);
  }

  /**
   * Changes rows of one sandbox while nothing handles its commands: a handler that had read them before would write its own
   * back.
   */
  async exclusively(sandboxId: string, change: (sql: SqlRunner) => Promise<unknown>): Promise<void> {
    await this.database.transaction(async (sql) => {
      const held =
        await sql`select 1 from messaging.mailbox where module = 'sandbox' and entity_id = ${sandboxId} for update`;
      if (held.length !== 1) throw new Error('No command of this sandbox was handled yet.');
      await change(sql);
    });
  }

  async ready(cloneUrl: string, options: WantedOptions = {}): Promise<SandboxView> {
    return this.until(await this.request(cloneUrl, options), 'ready');
  }

  /** A program on the machine, in the repository; its output. Any exit code but 0 fails the test. */
  async run(machine: MachineId, ...argv: string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.access.exec(machine, { argv, timeoutMs: RUN_MS });
    if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${String(exitCode)}: ${stderr}`);
    return stdout.trimEnd();
  }

  /** The step's time is up now. */
  async expire(sandboxId: string): Promise<void> {
    await this.due(`sandbox.deadline:${sandboxId}`);
  }

  /** What is planned under this key happens now. */
  async due(key: string): Promise<void> {
    const found = await this.database
      .sql`update messaging.schedule set due_at = now() where key = ${key} returning key`;
    if (found.length !== 1) throw new Error(`Nothing is planned as ${key}.`);
  }

  /** The label of this installation's machines. */
  async instance(): Promise<string> {
    const rows = await this.database.sql`select instance_id as id from sandbox.instance`;
    return z.tuple([z.object({ id: z.string() })]).parse(rows)[0].id;
  }

  /** Machines of a sandbox that its provider has. */
  async machinesOf(sandboxId: string, provider: ProviderName = 'local'): Promise<Found[]> {
    const wanted = { instance: await this.instance(), sandbox: sandboxId };
    return this.providers.get(provider).find(wanted, AbortSignal.timeout(RUN_MS));
  }

  /** Waits until events of these names were told of one sandbox; what is stored may be told a moment later. */
  async tells(sandboxId: string, ...names: string[]): Promise<void> {
    await eventually(() => {
      const told = new Set(this.told.filter(({ entityId }) => entityId === sandboxId).map(({ name }) => name));
      const missing = names.filter((name) => !told.has(name));
      return missing.length === 0 ? Promise.resolve() : Promise.reject(new Error(`Not told: ${missing.join(', ')}.`));
    });
  }

  /** Ends every machine that the test left, whatever state its sandbox is in. */
  async stop(): Promise<void> {
    const { all } = this.providers;
    const instance = await this.instance();
    await this.kernel.stop();
    const abort = AbortSignal.timeout(RUN_MS);
    for (const provider of all) {
      for (const { ref } of await provider.find({ instance }, abort)) await provider.destroy(ref, abort);
    }
    await this.git.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** One task for each sandbox of a test. */
export const taskOf = (sandboxId: string): string => sandboxId.replace(/^.{8}/, 'aaaaaaaa');
