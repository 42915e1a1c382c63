import type { MemberView, TaskSummary } from '@foundry/organization/contracts';
import { subsequence } from '../task/subsequence.js';
import { ACTION_IDS, type ActionId, wordsOf } from './actions.js';

/** What a person may have meant. */
export type Entry =
  | { readonly kind: 'action'; readonly key: string; readonly label: string; readonly action: ActionId }
  | {
      readonly kind: 'task';
      readonly key: string;
      readonly label: string;
      readonly hint: string;
      readonly organizationId: string;
      readonly taskId: string;
    }
  | { readonly kind: 'repository'; readonly key: string; readonly label: string; readonly hint: string }
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly label: string;
      readonly hint: string;
      readonly login: string;
    };

export interface EntryGroup {
  readonly value: string;
  readonly items: readonly Entry[];
}

export interface Searched {
  readonly tasks: Iterable<TaskSummary>;
  readonly members: Iterable<MemberView>;
  readonly offered: ReadonlyMap<ActionId, unknown>;
}

const MOST = 8;
const MOST_ACTIONS = 60;

const fits = (text: string, query: string): boolean => query === '' || subsequence(query, text) !== null;
const groupOf = (value: string, items: readonly Entry[]): EntryGroup[] =>
  items.length === 0 ? [] : [{ value, items }];

function actionsOf({ offered }: Searched, query: string): Entry[] {
  return ACTION_IDS.filter((id) => id !== 'palette.open' && offered.has(id) && fits(wordsOf(id).name, query))
    .map((id) => ({ kind: 'action' as const, key: id, label: wordsOf(id).name, action: id }))
    .slice(0, MOST_ACTIONS);
}

const taskEntry = ({ id, organizationId, title, repositoryName, pullRequest }: TaskSummary): Entry => ({
  kind: 'task',
  key: id,
  label: title,
  hint: pullRequest ? `${repositoryName} #${pullRequest.number}` : repositoryName,
  organizationId,
  taskId: id,
});

/** What is found when the address of a pull request is pasted. */
export const pastedEntries = (task: TaskSummary | null): EntryGroup[] =>
  groupOf('Pull request', task === null ? [] : [taskEntry(task)]);

function tasksOf({ tasks }: Searched, query: string, onlyNumbers: boolean): Entry[] {
  return [...tasks]
    .filter(({ archivedAt, pullRequest }) => archivedAt === null && (!onlyNumbers || pullRequest !== null))
    .filter(({ title, branch, repositoryName, pullRequest }) =>
      onlyNumbers
        ? `${pullRequest?.number ?? ''} ${title}`.toLowerCase().includes(query.toLowerCase())
        : fits(`${title} ${branch} ${repositoryName} #${pullRequest?.number ?? ''}`, query),
    )
    .sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt))
    .slice(0, MOST)
    .map(taskEntry);
}

function repositoriesOf({ tasks }: Searched, query: string): Entry[] {
  const names = [...new Set([...tasks].map(({ repositoryName }) => repositoryName))].sort();
  return names
    .filter((name) => fits(name, query))
    .slice(0, MOST)
    .map((name) => ({ kind: 'repository' as const, key: `repository ${name}`, label: name, hint: 'New task here' }));
}

function peopleOf({ members }: Searched, query: string): Entry[] {
  return [...members]
    .filter(({ login, name }) => fits(`${login} ${name ?? ''}`, query))
    .slice(0, MOST)
    .map(({ login, name }) => ({
      kind: 'person' as const,
      key: `@${login}`,
      label: `@${login}`,
      hint: name ?? '',
      login,
    }));
}

/** What fits a query: `>` only actions, `#` pull requests, `@` people, else all of it. */
export function entriesFor(searched: Searched, text: string): EntryGroup[] {
  const sign = text.trim().charAt(0);
  const query = ['>', '#', '@'].includes(sign) ? text.trim().slice(1).trim() : text.trim();
  if (sign === '>') return groupOf('Actions', actionsOf(searched, query));
  if (sign === '#') return groupOf('Pull requests', tasksOf(searched, query, true));
  if (sign === '@') return groupOf('People', peopleOf(searched, query));
  return [
    ...groupOf(
      query === '' ? 'Recent tasks' : 'Tasks',
      tasksOf(searched, query, false).slice(0, query === '' ? 5 : MOST),
    ),
    ...groupOf('Actions', actionsOf(searched, query)),
    ...(query === '' ? [] : groupOf('Repositories', repositoriesOf(searched, query))),
    ...(query === '' ? [] : groupOf('People', peopleOf(searched, query))),
  ];
}
