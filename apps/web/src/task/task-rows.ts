import { shownStatus, type TaskSummary } from '@foundry/organization/contracts';
import type { TaskStateView } from '@foundry/user/contracts';
import { pullRequestAddress } from '../github-data/pull-request-address.js';
import { isAbout } from './pull-request-task.js';
import { subsequence } from './subsequence.js';

export const VIEWS = {
  all: 'All tasks',
  mine: 'Mine',
  needs_you: 'Needs you',
  unread: 'Unread',
  not_started: 'Not started',
  archived: 'Archived',
} as const;
export const GROUPS = {
  repository: 'By repository',
  status: 'By status',
  owner: 'By owner',
  none: 'No groups',
} as const;
export const ORDERS = { activity: 'Recent activity', created: 'Newest first', title: 'By title' } as const;

export interface ListView {
  readonly view: keyof typeof VIEWS;
  readonly group: keyof typeof GROUPS;
  readonly order: keyof typeof ORDERS;
}

export const FIRST_VIEW: ListView = { view: 'all', group: 'repository', order: 'activity' };

/** `matched`: where the letters of the filter stand in the title. */
export type ListRow =
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly count: number }
  | {
      readonly kind: 'task';
      readonly key: string;
      readonly task: TaskSummary;
      readonly matched: readonly number[];
      readonly unread: boolean;
      readonly pinned: boolean;
    };
type TaskListRow = Extract<ListRow, { kind: 'task' }>;

const NO_MATCH: readonly number[] = Object.freeze([]);

/** Null: the filter does not fit. The title first, because its letters can be shown. */
function matchOf(task: TaskSummary, filter: string): readonly number[] | null {
  if (filter === '') return NO_MATCH;
  const inTitle = subsequence(filter, task.title);
  if (inTitle) return inTitle;
  const number = task.pullRequest ? `#${task.pullRequest.number}` : '';
  const others = [number, task.branch, task.owner?.login ?? '', task.repositoryName];
  return others.some((text) => subsequence(filter, text) !== null) ? NO_MATCH : null;
}

function isIn(view: ListView['view'], task: TaskSummary, userId: string, own: TaskStateView | undefined): boolean {
  if (view === 'archived') return task.archivedAt !== null;
  if (task.archivedAt !== null) return false;
  switch (view) {
    case 'all':
      return true;
    case 'mine':
      return task.owner?.userId === userId || (own?.participant ?? false);
    case 'needs_you':
      return task.status === 'needs_input';
    case 'unread':
      return own?.unread ?? false;
    case 'not_started':
      return task.virtual;
  }
}

const orders: Readonly<Record<ListView['order'], (a: TaskSummary, b: TaskSummary) => number>> = {
  activity: (a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt),
  created: (a, b) => b.createdAt.localeCompare(a.createdAt),
  title: (a, b) => a.title.localeCompare(b.title),
};

function groupOf(group: ListView['group'], task: TaskSummary): string {
  switch (group) {
    case 'repository':
      return task.repositoryName;
    case 'status':
      return shownStatus(task).label;
    case 'owner':
      return task.owner?.login ?? 'No owner';
    case 'none':
      return 'Tasks';
  }
}

export interface Shown extends ListView {
  readonly filter: string;
  readonly userId: string;
  /** What this person keeps of tasks: pins, unread, whether they took part. */
  readonly own: ReadonlyMap<string, TaskStateView>;
  /** Tasks as they were when somebody began to point at the list: each stays in its place until they leave. */
  readonly placed: ReadonlyMap<string, TaskSummary> | null;
}

/** The rows of the sidebar from top to bottom: pins, then groups in the order of their first task, tasks below each. */
export function listRows(tasks: Iterable<TaskSummary>, shown: Shown): ListRow[] {
  const { view, group, order, filter, userId, own, placed } = shown;
  const wanted = filter.trim();
  const compare = orders[order];
  // Who pastes the address of a pull request means that one, whatever else is shown.
  const address = pullRequestAddress(wanted);
  const placeOf = (task: TaskSummary): TaskSummary => placed?.get(task.id) ?? task;
  const rankOf = ({ key }: TaskListRow): string => own.get(key)?.pinRank ?? '';
  const rows = [...tasks]
    .filter((task) => (address ? isAbout(task, address) : isIn(view, task, userId, own.get(task.id))))
    .flatMap((task): TaskListRow[] => {
      const matched = address ? NO_MATCH : matchOf(task, wanted);
      if (!matched) return [];
      const { unread = false, pinRank = null } = own.get(task.id) ?? {};
      const pinned = pinRank !== null && view !== 'archived';
      return [{ kind: 'task', key: task.id, task, matched, unread, pinned }];
    })
    .sort((a, b) => compare(placeOf(a.task), placeOf(b.task)) || a.key.localeCompare(b.key));
  const pins = rows.filter(({ pinned }) => pinned).sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  const others = rows.filter(({ pinned }) => !pinned);
  if (group === 'none' && pins.length === 0) return others;
  const groups = new Map<string, ListRow[]>();
  for (const row of others) {
    const name = groupOf(group, placeOf(row.task));
    const held = groups.get(name);
    if (held) held.push(row);
    else groups.set(name, [row]);
  }
  return [...(pins.length === 0 ? [] : [['Pinned', pins] as const]), ...groups].flatMap(([name, members], index) => [
    { kind: 'group', key: `group ${index === 0 && pins.length > 0 ? 'pins' : name}`, name, count: members.length },
    ...members,
  ]);
}
