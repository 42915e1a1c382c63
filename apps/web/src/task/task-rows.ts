import { shownStatus, type TaskSummary } from '@foundry/organization/contracts';
import { subsequence } from './subsequence.js';

export const VIEWS = { all: 'All tasks', mine: 'Mine', needs_you: 'Needs you', not_started: 'Not started' } as const;
export const GROUPS = { repository: 'Repository', status: 'Status', owner: 'Owner', none: 'No groups' } as const;
export const ORDERS = { activity: 'Recent activity', created: 'Newest', title: 'Title' } as const;

export interface ListView {
  readonly view: keyof typeof VIEWS;
  readonly group: keyof typeof GROUPS;
  readonly order: keyof typeof ORDERS;
}

export const FIRST_VIEW: ListView = { view: 'all', group: 'repository', order: 'activity' };

/** `matched`: where the letters of the filter stand in the title. */
export type ListRow =
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly count: number }
  | { readonly kind: 'task'; readonly key: string; readonly task: TaskSummary; readonly matched: readonly number[] };

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

function isIn(view: ListView['view'], task: TaskSummary, userId: string): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'mine':
      return task.owner?.userId === userId;
    case 'needs_you':
      return task.status === 'needs_input';
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
      return '';
  }
}

interface Shown extends ListView {
  readonly filter: string;
  readonly userId: string;
}

/** The rows of the sidebar from top to bottom: groups in the order of their first task, tasks below each. */
export function listRows(tasks: Iterable<TaskSummary>, { view, group, order, filter, userId }: Shown): ListRow[] {
  const wanted = filter.trim();
  const compare = orders[order];
  const shown = [...tasks]
    .filter((task) => task.archivedAt === null && isIn(view, task, userId))
    .flatMap((task) => {
      const matched = matchOf(task, wanted);
      return matched ? [{ kind: 'task' as const, key: task.id, task, matched }] : [];
    })
    .sort((a, b) => compare(a.task, b.task) || a.key.localeCompare(b.key));
  if (group === 'none') return shown;
  const groups = new Map<string, ListRow[]>();
  for (const row of shown) {
    const name = groupOf(group, row.task);
    const rows = groups.get(name);
    if (rows) rows.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].flatMap(([name, rows]): ListRow[] => [
    { kind: 'group', key: `group ${name}`, name, count: rows.length },
    ...rows,
  ]);
}
