import { isDeepStrictEqual } from 'node:util';
import type {
  ActivityKind,
  AppliedPullRequest,
  PullRequestState,
  ReportedSummary,
  Settings,
  TaskSummary,
} from '../../contracts/index.js';
import { type NewTask, newTaskRow } from './new-task.js';
import { pullRequestView, shownPullRequest } from './shown-pull-request.js';
import type { PullRequestRow, TaskRow } from './task-row.js';
import { taskView } from './task-view.js';

/** Why Foundry or a person put a task away. */
export type ArchiveReason = 'merged' | 'closed' | 'repository_removed' | 'user';

/** What a pull request made of its task, beside the rows. */
export interface PullRequestEffect {
  happened: ActivityKind[];
  /** A real task decides itself whether it is archived. */
  asksToArchive: { reason: 'merged' | 'closed'; number: number } | null;
}

/** One task of the list with its pull requests: what GitHub says of it and what the task says never meet in a column. */
export class ListedTask {
  private readonly touched = new Set<number>();
  private constructor(
    private readonly row: TaskRow,
    private readonly pulls: Map<number, PullRequestRow>,
    private readonly stored: TaskRow | null,
  ) {}

  static stored(row: TaskRow, pulls: readonly PullRequestRow[]): ListedTask {
    return new ListedTask({ ...row }, new Map(pulls.map((pull) => [pull.number, pull])), row);
  }

  static begin(task: NewTask, now: Date): ListedTask {
    return new ListedTask(newTaskRow(task, now), new Map(), null);
  }

  get id(): string {
    return this.row.taskId;
  }

  get headKey(): string {
    return this.row.headKey;
  }

  get repositoryId(): string {
    return this.row.repositoryId;
  }

  get headRepositoryId(): string | null {
    return this.row.headRepositoryId;
  }

  get branch(): string {
    return this.row.branch;
  }

  get title(): string {
    return this.row.title;
  }

  get isVirtual(): boolean {
    return this.row.virtual;
  }

  get isArchived(): boolean {
    return this.row.archivedAt !== null;
  }

  get createdBy(): string | null {
    return this.row.createdBy;
  }

  get numbers(): number[] {
    return [...this.pulls.keys()];
  }

  /** Older than what is stored of it, or the same. */
  isNews({ number, version }: AppliedPullRequest): boolean {
    const known = this.pulls.get(number);
    return known === undefined || version > known.sourceVersion;
  }

  /** Section 8 of the specification, for a task that there is. */
  applyPullRequest(pull: AppliedPullRequest, autoArchive: Settings['autoArchive'], now: Date): PullRequestEffect {
    const before = this.pulls.get(pull.number) ?? null;
    this.store(pull, before);
    this.show();
    if (pull.closedBy === 'removal') this.row.repositoryAvailable = false;
    if (pull.state === 'open') this.row.repositoryAvailable = true;
    if (this.row.virtual) this.noteActivity(new Date(pull.updatedAt));
    if (pull.state === 'open' && before?.state !== 'open') this.comeBack();
    const hasEnded = pull.state !== 'open' && pull.state !== before?.state;
    return {
      happened: happenedTo(before, pull),
      asksToArchive: hasEnded ? this.end(pull.closedBy === 'removal', autoArchive, now) : null,
    };
  }

  /** A person's word. False: it is so already. */
  setArchived(archived: boolean, now: Date): boolean {
    if (archived === this.isArchived) return false;
    this.row.archivedAt = archived ? now : null;
    this.row.archiveReason = archived ? 'user' : null;
    return true;
  }

  /** Somebody begins to work on what only showed a pull request. An archived one comes back. */
  adopt(title: string | undefined, now: Date): void {
    if (title !== undefined) {
      this.row.title = title;
      this.row.titleSource = 'user';
    }
    Object.assign(this.row, { virtual: false, status: 'queued', materializedAt: now, lastActivityAt: now });
    this.row.archivedAt = null;
    this.row.archiveReason = null;
  }

  /** The task's own columns, replaced as a whole. An older or known version: nothing. */
  record(taskVersion: number, { owner, archivedAt, lastActivityAt, ...told }: ReportedSummary, now: Date): void {
    if (taskVersion <= this.row.taskVersion) return;
    Object.assign(this.row, told);
    this.row.taskVersion = taskVersion;
    this.row.virtual = false;
    this.row.materializedAt ??= now;
    this.row.archivedAt = archivedAt === null ? null : new Date(archivedAt);
    this.row.ownerUserId = owner?.userId ?? null;
    this.row.ownerLogin = owner?.login ?? null;
    this.row.ownerAvatarUrl = owner?.avatarUrl ?? null;
    this.noteActivity(new Date(lastActivityAt));
  }

  /** Activity only ever moves forward. */
  noteActivity(at: Date): void {
    if (at > this.row.lastActivityAt) this.row.lastActivityAt = at;
  }

  noteBranch(gone: boolean): void {
    this.row.branchGone = gone;
  }

  view(): TaskSummary {
    return taskView(this.row);
  }

  /** The rows to write. `isChanged`: in something that people see; then its version is the next one. */
  changes(): { row: TaskRow | null; pulls: PullRequestRow[]; isNew: boolean; isChanged: boolean } {
    const pulls = [...this.pulls.values()].filter(({ number }) => this.touched.has(number));
    if (this.stored === null) return { row: this.row, pulls, isNew: true, isChanged: true };
    const isSame = isDeepStrictEqual(this.row, this.stored);
    const isChanged = !isDeepStrictEqual({ ...this.row, taskVersion: 0 }, { ...this.stored, taskVersion: 0 });
    if (isChanged) this.row.version = this.stored.version + 1;
    return { row: isSame ? null : this.row, pulls, isNew: false, isChanged };
  }

  private store(pull: AppliedPullRequest, before: PullRequestRow | null): void {
    const { organizationId, repositoryId, taskId } = this.row;
    this.touched.add(pull.number);
    this.pulls.set(pull.number, {
      organizationId,
      repositoryId,
      taskId,
      number: pull.number,
      state: pull.state,
      draft: pull.draft,
      title: pull.title,
      url: pull.url,
      baseBranch: pull.baseBranch,
      authorLogin: pull.authorLogin,
      checks: pull.checks,
      review: pull.review,
      openedAt: new Date(pull.openedAt),
      closedAt: pull.closedAt === null ? null : new Date(pull.closedAt),
      closedBy: pull.closedBy,
      sourceVersion: pull.version,
      version: (before?.version ?? 0) + 1,
    });
  }

  private show(): void {
    const shown = shownPullRequest([...this.pulls.values()]);
    this.row.pullRequest = shown && pullRequestView(shown);
    this.row.pullRequestCount = this.pulls.size;
    if (shown && this.row.virtual) this.row.title = shown.title;
  }

  /** What a person put away stays away, and so does a real task. */
  private comeBack(): void {
    if (!this.row.virtual || this.row.archiveReason === 'user') return;
    this.row.archivedAt = null;
    this.row.archiveReason = null;
  }

  /** One of its pull requests ended; while another is open, that one is shown and nothing follows. */
  private end(isRemoval: boolean, autoArchive: Settings['autoArchive'], now: Date): PullRequestEffect['asksToArchive'] {
    const last = this.row.pullRequest;
    if (last === null || last.state === 'open') return null;
    const isRemoved = isRemoval || last.closedBy === 'removal';
    if (!isRemoved && !isArchivedBy(last.state, autoArchive)) return null;
    if (this.row.virtual) this.putAway(isRemoved ? 'repository_removed' : last.state, now);
    else if (!isRemoved && !this.isArchived) return { reason: last.state, number: last.number };
    return null;
  }

  private putAway(reason: ArchiveReason, now: Date): void {
    if (this.row.archiveReason === 'user') return;
    this.row.archivedAt ??= now;
    this.row.archiveReason = reason;
  }
}

const isArchivedBy = (state: PullRequestState, autoArchive: Settings['autoArchive']): boolean =>
  autoArchive === 'closed_or_merged' || (autoArchive === 'merged' && state === 'merged');

/** What is news beyond the row: only of pull requests that were known before, or a first sync would be all news. */
function happenedTo(before: PullRequestRow | null, pull: AppliedPullRequest): ActivityKind[] {
  if (before === null) return [];
  return [
    ...(pull.state === 'merged' && before.state !== 'merged' ? ['merged' as const] : []),
    ...(pull.checks === 'failed' && before.checks !== 'failed' ? ['checks_failed' as const] : []),
    ...(mayFail(before) && !mayFail(pull) ? ['checks_cleared' as const] : []),
  ];
}

/** While checks run, or nobody knows, what failed before may fail again; at the end of a pull request it is the past. */
const mayFail = ({ state, checks }: Pick<AppliedPullRequest, 'state' | 'checks'>): boolean =>
  state === 'open' && checks !== 'passed' && checks !== 'none';
