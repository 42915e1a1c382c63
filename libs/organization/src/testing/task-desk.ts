import { randomUUID } from 'node:crypto';
import { type PullRequestView, PullRequestsChanged } from '@foundry/github-data/contracts';
import type { Actor, CommandMessage, EventMessage, Reply } from '@foundry/messaging/contracts';
import { NotesModule, RecordedAudit, startKernel, type TestKernel } from '@foundry/messaging/testing';
import { z } from 'zod';
import {
  AdmitMember,
  CreatedTask,
  CreateTask,
  NoteBranch,
  RecordTaskSummary,
  type ReportedSummary,
  RegisterOrganization,
  type TaskSummary,
} from '../contracts/index.js';
import { OrganizationWorkerModule } from '../organization-worker.module.js';
import { TasksQuery } from '../queries/tasks.query.js';
import { VisibleRepositories } from '../visibility/visible-repositories.js';
import { AskedTasksModule, ElsewhereModule, telling } from './other-modules.js';
import { ANA, BEN } from './people.js';
import { aRepository, at, WEB } from './pull-requests.js';

const Asked = z.array(z.object({ name: z.string(), payload: z.looseObject({}) }));
const Frames = z.array(z.object({ version: z.int(), type: z.string(), data: z.unknown() }));

export const FOUNDRY: Actor = { kind: 'system', module: 'github-data' };
export const session = (userId: string): Actor => ({ kind: 'user', userId, via: 'session' });

/** Tasks of a fresh organization on a kernel: Ana owns it, Ben is a member. */
export class TaskDesk {
  organizationId = '1000';

  private constructor(
    readonly kernel: TestKernel,
    readonly audit: RecordedAudit,
  ) {}

  static async open(): Promise<TaskDesk> {
    const audit = new RecordedAudit();
    const modules = [OrganizationWorkerModule, ElsewhereModule, AskedTasksModule, NotesModule];
    return new TaskDesk(await startKernel({ modules, audit }), audit);
  }

  /** Another organization, claimed by Ana and Ben unless `members` is false. */
  async begin(members = true): Promise<void> {
    this.organizationId = String(Number(this.organizationId) + 1);
    const { organizationId: accountId } = this;
    const account = { accountId, kind: 'company', login: `acme-${accountId}`, name: 'Acme' } as const;
    await this.kernel.handled(new RegisterOrganization(account), FOUNDRY);
    if (members) await this.admit(ANA, 'admin');
    if (members) await this.admit(BEN, 'member');
    this.audit.entries.length = 0;
  }

  async admit(userId: string, githubRole: 'admin' | 'member'): Promise<void> {
    const { organizationId } = this;
    const seen = { login: `user-${userId}`, name: null, avatarUrl: null, verifiedAt: new Date().toISOString() };
    await this.kernel.handled(new AdmitMember({ organizationId, userId, githubRole, ...seen }), FOUNDRY);
  }

  /** Another module tells something, and this one is done with it. */
  async tell(...events: EventMessage[]): Promise<void> {
    for (const event of events) await this.kernel.handled(telling(event), FOUNDRY);
    await this.caughtUp();
  }

  /** What was sent to the organization before is handled: its commands keep their order. */
  async caughtUp(): Promise<void> {
    const { organizationId } = this;
    const idle = new NoteBranch({ organizationId, repositoryId: '1', branch: 'none', gone: false });
    await this.kernel.handled(idle, FOUNDRY);
  }

  pulls(...pullRequests: PullRequestView[]): PullRequestsChanged {
    const { organizationId } = this;
    return new PullRequestsChanged({
      organizationId,
      version: 1,
      repositoryId: WEB,
      repository: aRepository(),
      pullRequests,
    });
  }

  creation(branch: CreateTask['payload']['branch'], over: Partial<CreateTask['payload']> = {}): CreateTask {
    const repository = { id: WEB, fullName: 'acme/web', defaultBranch: 'main' };
    const firstMessage = { messageId: randomUUID(), sessionId: randomUUID(), text: 'Fix the login', attachments: [] };
    const { organizationId } = this;
    return new CreateTask({ organizationId, taskId: randomUUID(), repository, branch, firstMessage, ...over });
  }

  async create(branch: CreateTask['payload']['branch'], over: Partial<CreateTask['payload']> = {}) {
    return CreatedTask.parse(await this.kernel.handled(this.creation(branch, over), session(BEN)));
  }

  /** The outcome of a command that may be refused. */
  async outcome(command: CommandMessage, actor: Actor): Promise<Reply> {
    const requested = await this.kernel.request(command, actor);
    if (requested.state === 'pending') throw new Error(`${requested.commandId} was not settled in time.`);
    return requested.reply;
  }

  /** What a task says of itself. */
  async report(taskId: string, taskVersion: number, told: Partial<ReportedSummary> = {}): Promise<void> {
    const summary: ReportedSummary = {
      title: 'Its own title',
      titleSource: 'user',
      status: 'idle',
      statusReason: null,
      archivedAt: null,
      archiveReason: null,
      owner: { userId: BEN, login: 'user-2', avatarUrl: null },
      sessions: [],
      filesChanged: 1,
      linesAdded: 2,
      linesRemoved: 3,
      unpushed: 0,
      lastActivityAt: at(40),
      ...told,
    };
    const { organizationId } = this;
    await this.kernel.handled(new RecordTaskSummary({ organizationId, taskId, taskVersion, summary }), {
      kind: 'system',
      module: 'task',
    });
  }

  tasks(state: 'active' | 'archived' | 'all' = 'all'): Promise<TaskSummary[]> {
    const query = new TasksQuery(this.kernel.database);
    return query.page(this.organizationId, VisibleRepositories.every, { state }, null, 101);
  }

  /** The only task of the organization. */
  async task(): Promise<TaskSummary> {
    const [task, ...others] = await this.tasks();
    if (!task || others.length > 0) throw new Error(`There is not one task but ${String(others.length)} more.`);
    return task;
  }

  /** What tasks of the organization were asked for, in order: as it was kept, so nothing is still to come. */
  async askedOfTasks(): Promise<z.infer<typeof Asked>> {
    const rows = await this.kernel.database.sql`select name, payload from messaging.outbox
      where kind = 'command' and module = 'task' and organization_id = ${this.organizationId} order by seq`;
    return Asked.parse(rows);
  }

  /** Frames of the organization's topic, oldest first. */
  async frames(): Promise<z.infer<typeof Frames>> {
    const topic = `organization:${this.organizationId}`;
    const rows = await this.kernel.database.sql`select version::int as version, type, data
      from messaging.topic_delta where topic = ${topic} order by version`;
    return Frames.parse(rows);
  }
}
