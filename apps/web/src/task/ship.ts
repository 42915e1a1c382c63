import type { TaskPullRequest as ListedPullRequest } from '@foundry/organization/contracts';
import type { ChangesView, OperationView, TaskView } from '@foundry/task/contracts';

export type ShipAct = 'publish' | 'push' | 'sync' | 'merge' | 'ready' | 'archive';

export interface Shipping {
  /** Null: there is nothing to do; `reason` says so. */
  readonly primary: ShipAct | null;
  readonly label: string;
  readonly others: readonly ShipAct[];
  /** Nothing is committed of what would be sent, so a message for it is asked. */
  readonly needsCommit: boolean;
}

interface Parts {
  readonly task: Pick<TaskView, 'unpushed' | 'dirty' | 'lifecycle'> & {
    pullRequest: Pick<NonNullable<TaskView['pullRequest']>, 'state' | 'draft'> | null;
  };
  readonly listed: Pick<ListedPullRequest, 'state' | 'draft'> | null;
  readonly changes: Pick<ChangesView, 'files' | 'behind' | 'ahead'> | null;
}

const nothing = (label: string): Shipping => ({ primary: null, label, others: [], needsCommit: false });

/** What is next on the way of a task to GitHub. One action is offered first, others stay at hand. */
export function shipping({ task, listed, changes }: Parts): Shipping {
  const pullRequest = task.pullRequest ?? listed;
  const needsCommit = task.dirty === true;
  const unpushed = task.unpushed ?? 0;
  const isAhead = unpushed > 0 || needsCommit;
  if (task.lifecycle !== 'open') return nothing('This task is closed');
  if (pullRequest && pullRequest.state !== 'open') {
    return { primary: 'archive', label: 'Archive', others: isAhead ? ['publish', 'push'] : [], needsCommit };
  }
  if (pullRequest) {
    const rest: ShipAct[] = pullRequest.draft ? ['ready'] : ['merge'];
    if (isAhead) return { primary: 'push', label: pushLabel(unpushed), others: ['sync', ...rest], needsCommit };
    if ((changes?.behind ?? 0) > 0) return { primary: 'sync', label: 'Update branch', others: rest, needsCommit };
    return pullRequest.draft
      ? { primary: 'ready', label: 'Mark as ready', others: ['sync'], needsCommit }
      : { primary: 'merge', label: 'Merge', others: ['sync'], needsCommit };
  }
  const hasWork = isAhead || (changes?.files ?? 0) > 0 || (changes?.ahead ?? 0) > 0;
  if (!hasWork) return nothing('No changes yet');
  return {
    primary: 'publish',
    label: 'Create pull request',
    others: isAhead ? ['push', 'sync'] : ['sync'],
    needsCommit,
  };
}

const pushLabel = (unpushed: number): string =>
  unpushed === 0 ? 'Commit and push' : `Push ${unpushed} ${unpushed === 1 ? 'commit' : 'commits'}`;

const KINDS: Readonly<Record<OperationView['kind'], readonly [string, string]>> = {
  push: ['Pushing', 'Push'],
  sync: ['Updating the branch', 'Update of the branch'],
  publish: ['Creating the pull request', 'Pull request'],
  merge: ['Merging', 'Merge'],
  close: ['Closing the pull request', 'Closing of the pull request'],
  ready: ['Marking as ready', 'Marking as ready'],
  revert: ['Reverting a file', 'Reverting of a file'],
  archive: ['Archiving', 'Archiving'],
  kill: ['Deleting', 'Deletion'],
};
export const runningWords = ({ kind }: OperationView): string => KINDS[kind][0];
export const operationWords = ({ kind }: OperationView): string => KINDS[kind][1];

const STEPS: Readonly<Record<NonNullable<OperationView['step']>, string>> = {
  sandbox: 'waking the sandbox',
  identity: 'preparing the identity',
  checkpoint: 'saving the work',
  push: 'pushing',
  sync: 'bringing in what is new',
  revert: 'reverting',
  pull_request: 'asking GitHub',
  delete_branch: 'deleting the branch',
  stop: 'stopping turns',
  machine: 'ending the machine',
};
export const operationStep = ({ step }: OperationView): string | null => (step === null ? null : STEPS[step]);

const WAITS: Readonly<Record<NonNullable<OperationView['waitingFor']>, string>> = {
  owner_busy: 'waits for a turn of someone else',
  turn: 'waits for the turn to end',
  sandbox: 'waits for the sandbox',
  identity: 'waits for the identity',
};
export const operationWait = ({ waitingFor }: OperationView): string | null =>
  waitingFor === null ? null : WAITS[waitingFor];

export const isOpen = ({ state }: OperationView): boolean => state === 'waiting' || state === 'running';
