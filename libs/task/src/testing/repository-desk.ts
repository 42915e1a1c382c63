import { randomUUID } from 'node:crypto';
import type { Actor } from '@foundry/messaging/contracts';
import { eventually, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { SandboxAccess, type SandboxView } from '@foundry/sandbox/contracts';
import { expect } from '@jest/globals';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import {
  NoteCheckpoint,
  NoteCredential,
  NoteSandbox,
  type OperationView,
  PrepareTask,
  PushTask,
} from '../contracts/index.js';
import { ChangeRows } from '../queries/change-rows.js';
import { TaskRows } from '../queries/task-rows.js';
import { FolderMachine, FolderMachines } from './folder-machines.js';
import { GithubModule } from './github.js';
import { ListModule, MachinesModule, PeopleModule, TaskModuleUnderTest } from './neighbours.js';
import { ACME, aMachine, ANA, leftOver, SEED } from './tasks.js';

export const FOUNDRY: Actor = { kind: 'system', module: 'sandbox' };
export const AS_ANA: Actor = { kind: 'user', userId: ANA.userId, via: 'session' };
const Place = z.tuple([z.object({ sandboxId: z.string() })]);

/** A name that a shell would obey. */
export const BRANCH = 'work/$(touch${IFS}x);`id`"&';
const LINES = Array.from({ length: 20 }, (_, n) => `line ${String(n)}\n`).join('');

/** One task after the other, each with a real repository in a folder of its own, for tests of what is done to it. */
export class RepositoryDesk {
  taskId = '';
  sandboxId = '';
  private version = 10;
  private present: FolderMachine | null = null;

  private constructor(
    readonly kernel: TestKernel,
    readonly audit: RecordedAudit,
  ) {}

  static async start(): Promise<RepositoryDesk> {
    const modules = [TaskModuleUnderTest, MachinesModule, ListModule, PeopleModule, GithubModule];
    const audit = new RecordedAudit();
    return new RepositoryDesk(await startKernel({ modules, audit }), audit);
  }

  get machine(): FolderMachine {
    if (!this.present) throw new Error('No task has begun.');
    return this.present;
  }

  /** A task whose machine is ready. */
  async begin(): Promise<void> {
    this.taskId = randomUUID();
    this.version = 10;
    this.present = await FolderMachine.make(BRANCH, {
      'README.md': 'Hello\n',
      'gone.txt': 'one\ntwo\n',
      'old.txt': LINES,
    });
    await this.kernel.handled(new PrepareTask(this.acted()), AS_ANA);
    const found = await this.kernel.database.sql`
      select sandbox_id as "sandboxId" from task.tasks where task_id = ${this.taskId}`;
    [{ sandboxId: this.sandboxId }] = Place.parse(found);
    const machines = this.kernel.workerApp.get(SandboxAccess, { strict: false });
    if (!(machines instanceof FolderMachines)) throw new Error('These are other machines.');
    machines.add(this.sandboxId, this.present);
    await this.tellMachine({});
  }

  async end(): Promise<void> {
    await this.present?.end();
    this.present = null;
  }

  named() {
    return { organizationId: ACME, taskId: this.taskId };
  }

  acted() {
    return { ...this.named(), seed: { ...SEED, taskId: this.taskId, branch: BRANCH }, by: ANA };
  }

  rows(): TaskRows {
    return new TaskRows(this.kernel.workerApp.get(DataSource));
  }

  changeRows(): ChangeRows {
    return new ChangeRows(this.kernel.database, this.kernel.workerApp.get(DataSource));
  }

  tellMachine(over: Partial<SandboxView>) {
    this.version += 1;
    const { sandboxId, taskId, version } = this;
    const view = aMachine({ organizationId: ACME, sandboxId, taskId, branch: BRANCH, version, ...over });
    return this.kernel.handled(new NoteSandbox({ ...this.named(), sandbox: view }), FOUNDRY);
  }

  /** What is on the machine now is saved, and its changes are read. */
  async readAll() {
    const saved = await this.machine.checkpoint();
    const { lastCheckpoint } = leftOver(9, true);
    if (!lastCheckpoint) throw new Error('There is no checkpoint to copy.');
    const checkpointId = randomUUID();
    await this.tellMachine({
      lastCheckpoint: { ...lastCheckpoint, ...saved, checkpointId, sandboxId: this.sandboxId },
    });
    return eventually(async () => {
      const changes = await this.changeRows().changes(this.taskId);
      expect(changes).toMatchObject({ code: null, reason: null, state: 'current', checkpointId });
      return changes;
    });
  }

  /** Ana's credential is on the machine for the operation. */
  async identified(operationId: string, attempt = 1): Promise<void> {
    await eventually(async () => {
      expect(await this.operation(operationId)).toMatchObject({ waitingFor: 'identity' });
    });
    const needIds = [`operation:${operationId}:${String(attempt)}`];
    const facts = { ...this.named(), sandboxId: this.sandboxId, generation: 1, userId: ANA.userId };
    const note = { ...facts, mode: 'user', needIds, code: null, message: null } as const;
    await this.kernel.handled(new NoteCredential(note), FOUNDRY);
  }

  /** The state before the operation is saved. */
  async saved(operationId: string): Promise<void> {
    const asked = z.tuple([z.object({ id: z.string() })]).parse(
      await eventually(async () => {
        const found = await this.kernel.database.sql`select request_id as id from task.operations
          where operation_id = ${operationId} and step = 'checkpoint'`;
        expect(found).toHaveLength(1);
        return found;
      }),
    );
    const { lastCheckpoint: checkpoint = null } = leftOver(0, true);
    const note = { ...this.named(), requestId: asked[0].id, checkpoint, code: null, reason: null };
    await this.kernel.handled(new NoteCheckpoint(note), FOUNDRY);
  }

  ended(operationId: string): Promise<OperationView> {
    return eventually(async () => {
      const found = await this.operation(operationId);
      expect(found.endedAt).not.toBeNull();
      return found;
    });
  }

  async push(over: Partial<PushTask['payload']> = {}): Promise<OperationView> {
    const operationId = randomUUID();
    await this.kernel.handled(new PushTask({ ...this.acted(), operationId, ...over }), AS_ANA);
    await this.identified(operationId);
    return this.ended(operationId);
  }

  async operation(operationId: string): Promise<OperationView> {
    const detail = await this.rows().detail(this.taskId);
    const found = detail?.operations.find((one) => one.operationId === operationId);
    if (!found) throw new Error('There is no such operation.');
    return found;
  }
}
