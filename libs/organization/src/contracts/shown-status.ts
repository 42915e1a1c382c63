import type { TaskPullRequest, TaskSummary } from './task-views.js';

/** How a task stands, in one word for every list: what it does first, then how its pull request stands. */
export type ShownKind =
  | 'archived'
  | 'needs_you'
  | 'failed'
  | 'working'
  | 'starting'
  | 'archiving'
  | 'deleting'
  | 'queued'
  | 'merged'
  | 'closed'
  | 'checks_failing'
  | 'changes_requested'
  | 'approved'
  | 'draft'
  | 'open'
  | 'idle';

export interface ShownStatus {
  readonly kind: ShownKind;
  readonly label: string;
  /** Nobody used the task yet; the label says so too. */
  readonly virtual: boolean;
}

const LABELS: Readonly<Record<ShownKind, string>> = {
  archived: 'Archived',
  needs_you: 'Needs you',
  failed: 'Failed',
  working: 'Working',
  starting: 'Starting',
  archiving: 'Archiving',
  deleting: 'Deleting',
  queued: 'Queued',
  merged: 'Merged',
  closed: 'Closed',
  checks_failing: 'Checks failing',
  changes_requested: 'Changes requested',
  approved: 'Approved',
  draft: 'Draft pull request',
  open: 'Open pull request',
  idle: 'Idle',
};

function pullRequestKind({ state, checks, review, draft }: TaskPullRequest): ShownKind {
  if (state !== 'open') return state;
  if (checks === 'failed') return 'checks_failing';
  if (review !== 'none') return review;
  return draft ? 'draft' : 'open';
}

function kindOf({ status, pullRequest, archivedAt }: StatusParts): ShownKind {
  if (archivedAt !== null) return 'archived';
  switch (status) {
    case 'archived':
    case 'killed':
      return 'archived';
    case 'needs_input':
      return 'needs_you';
    case 'error':
      return 'failed';
    case 'running':
      return 'working';
    case 'killing':
      return 'deleting';
    case 'starting':
    case 'archiving':
    case 'queued':
      return status;
    case 'idle':
    case 'virtual':
      return pullRequest ? pullRequestKind(pullRequest) : 'idle';
  }
}

type StatusParts = Pick<TaskSummary, 'status' | 'pullRequest' | 'virtual' | 'archivedAt'>;

/** The status of a row, the same in the web app, the API and scripts. Pure. */
export function shownStatus(task: StatusParts): ShownStatus {
  const kind = kindOf(task);
  const virtual = task.virtual && kind !== 'archived';
  return { kind, label: virtual ? `${LABELS[kind]}, not started` : LABELS[kind], virtual };
}
