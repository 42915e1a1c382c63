import type { Id64 } from '@foundry/messaging/contracts';
import type { SandboxView } from '@foundry/sandbox/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lifecycle, PermissionPolicy, TaskPullRequest, TaskSeed, TaskStatus } from '../contracts/index.js';

/** What failed last; any success, new message, retry or dismissal takes it away. */
export interface TaskFailure {
  code: string;
  text: string;
  at: string;
}

/** One branch of one repository that somebody acted on. */
@Entity({ schema: 'task', name: 'tasks' })
export class Task {
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('bigint', { name: 'repository_id' }) repositoryId!: Id64;
  @Column('text', { name: 'repository_name' }) repositoryName!: string;
  @Column('text') branch!: string;
  @Column('bigint', { name: 'head_repository_id', nullable: true }) headRepositoryId!: Id64 | null;
  @Column('boolean') fork!: boolean;
  @Column('text', { name: 'base_branch', nullable: true }) baseBranch!: string | null;
  @Column('text') title!: string;
  @Column('text', { name: 'title_source' }) titleSource!: 'pull_request' | 'prompt' | 'user';
  @Column('text') lifecycle!: Lifecycle;
  @Column('text', { name: 'lifecycle_reason', nullable: true }) lifecycleReason!: string | null;
  @Column('text', { name: 'archive_proposed', nullable: true }) archiveProposed!: string | null;
  @Column('bigint', { name: 'trusted_by', nullable: true }) trustedBy!: Id64 | null;
  @Column('text', { nullable: true }) provider!: string | null;
  @Column('uuid', { name: 'sandbox_id', nullable: true }) sandboxId!: string | null;
  @Column('jsonb', { nullable: true }) sandbox!: SandboxView | null;
  /** When the machine was last asked for and nothing was heard of it since. */
  @Column('timestamptz', { name: 'sandbox_asked_at', nullable: true }) sandboxAskedAt!: Date | null;
  /** A person wants the machine without a message. */
  @Column('boolean', { name: 'sandbox_wanted' }) sandboxWanted!: boolean;
  @Column('jsonb', { name: 'pull_request', nullable: true }) pullRequest!: TaskPullRequest | null;
  /** The branch was not at GitHub before the work on this task brought it there. */
  @Column('boolean', { name: 'branch_made' }) branchMade!: boolean;
  /** What was last pushed from here: it is known to GitHub, whatever became of the branch there. */
  @Column('text', { name: 'last_pushed_sha', nullable: true }) lastPushedSha!: string | null;
  @Column('text') policy!: PermissionPolicy;
  @Column('text') status!: TaskStatus;
  @Column('text', { name: 'status_reason', nullable: true }) statusReason!: string | null;
  @Column('jsonb', { nullable: true }) failure!: TaskFailure | null;
  @Column('integer', { name: 'session_count' }) sessionCount!: number;
  @Column('text', { name: 'summary_hash', nullable: true }) summaryHash!: string | null;
  @Column('timestamptz', { name: 'last_activity_at' }) lastActivityAt!: Date;
  @Column('bigint', { name: 'created_by', nullable: true }) createdBy!: Id64 | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('integer') version!: number;

  /** Made of what the list of tasks knows, when somebody first acts on it. */
  static of(seed: TaskSeed, by: { provider: string | null; userId: Id64 | null }, now: Date): Task {
    const task = new Task();
    const { pullRequestNumber, pullRequest, ...known } = seed;
    Object.assign(task, known);
    task.titleSource = pullRequestNumber === null ? 'prompt' : 'pull_request';
    task.lifecycle = 'open';
    task.lifecycleReason = task.archiveProposed = task.trustedBy = null;
    task.provider = by.provider;
    task.sandboxId = task.sandbox = task.sandboxAskedAt = null;
    task.sandboxWanted = false;
    task.pullRequest = pullRequestNumber === null ? null : (pullRequest ?? untoldPullRequest(pullRequestNumber));
    task.lastPushedSha = null;
    task.branchMade = false;
    task.policy = 'edits';
    task.status = 'idle';
    task.statusReason = task.failure = task.summaryHash = null;
    task.sessionCount = task.version = 0;
    task.createdBy = by.userId;
    task.createdAt = task.lastActivityAt = now;
    task.archivedAt = null;
    return task;
  }

  get needsTrust(): boolean {
    return this.fork && this.trustedBy === null;
  }

  fail(code: string, text: string, now: Date): void {
    this.failure = { code, text, at: now.toISOString() };
  }
}

/** One whose number is all that is known until GitHub tells of it. */
const untoldPullRequest = (number: number): TaskPullRequest => ({
  ...{ number, title: null, url: null, state: 'open', draft: false, headSha: null, baseBranch: null, version: 0 },
});
