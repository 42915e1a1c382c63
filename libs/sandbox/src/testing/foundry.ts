import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, type Database, SecurityModule } from '@foundry/messaging';
import type { CommandMessage, Envelope } from '@foundry/messaging/contracts';
import { eventually, NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { Global, Module } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  type MachineId,
  RequestSandbox,
  SandboxAccess,
  SandboxById,
  type SandboxState,
  type SandboxView,
} from '../contracts/index.js';
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
  async request(
    cloneUrl: string,
    options: {
      branch?: string;
      trusted?: boolean;
      branchMode?: 'any' | 'existing';
      onExpired?: 'recreate' | 'destroy';
    } = {},
  ): Promise<string> {
    const sandboxId = randomUUID();
    await this.handled(this.wanted(cloneUrl, sandboxId, options));
    return sandboxId;
  }

  wanted(
    cloneUrl: string,
    sandboxId: string,
    options: {
      branch?: string;
      trusted?: boolean;
      branchMode?: 'any' | 'existing';
      onExpired?: 'recreate' | 'destroy';
    } = {},
  ): RequestSandbox {
    const { branch = 'foundry/work', trusted = true, branchMode = 'any', onExpired = 'recreate' } = options;
    return new RequestSandbox({
      organizationId: ACME,
      sandboxId,
      taskId: taskOf(sandboxId),
      repository: { id: '77', cloneUrl, base: 'main', fork: false },
      ...{ branch, trusted, branchMode, onExpired },
    });
  }

  async view(sandboxId: string): Promise<SandboxView> {
    const view = await ask(this.kernel.workerApp.get(QueryBus, { strict: false }), new SandboxById(sandboxId));
    if (!view) throw new Error('There is no such sandbox.');
    return view;
  }

  /** Waits until the sandbox is in a state; says what it is in instead. */
  async until(sandboxId: string, state: SandboxState, withinMs = 30_000): Promise<SandboxView> {
    return eventually(async () => {
      const view = await this.view(sandboxId);
      if (view.state !== state) {
        const { code = '', message = '' } = view.error ?? {};
        throw new Error(`It is ${view.state}, not ${state}: ${code} ${message}`);
      }
      return view;
    }, withinMs);
  }

  async ready(cloneUrl: string, options: Parameters<Foundry['request']>[1] = {}): Promise<SandboxView> {
    return this.until(await this.request(cloneUrl, options), 'ready');
  }

  /** A program on the machine, in the repository; its output. Any exit code but 0 fails the test. */
  async run(machine: MachineId, ...argv: string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.access.exec(machine, { argv, timeoutMs: 20_000 });
    if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${String(exitCode)}: ${stderr}`);
    return stdout.trimEnd();
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
    const provider = this.providers.get('local');
    const [instance] = z
      .array(z.object({ id: z.string() }))
      .parse(await this.database.sql`select instance_id as id from sandbox.instance`);
    await this.kernel.stop();
    const abort = AbortSignal.timeout(20_000);
    for (const { ref } of await provider.find({ instance: instance?.id ?? '' }, abort))
      await provider.destroy(ref, abort);
    await this.git.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** One task for each sandbox of a test. */
export const taskOf = (sandboxId: string): string => sandboxId.replace(/^.{8}/, 'aaaaaaaa');
