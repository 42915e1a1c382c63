import { oneOf, texts } from '../routes/search-fields.js';

const TABS = ['overview', 'changes', 'files'] as const;
export type TaskTab = (typeof TABS)[number];

/** What of a task is looked at; a part of its address. Without `tab`, a narrow page shows the conversation. */
export interface TaskSearch {
  session?: string | undefined;
  tab?: TaskTab | undefined;
  file?: string | undefined;
  line?: number | undefined;
  /** An entry of the transcript. */
  item?: number | undefined;
}

const namesOf = texts('session', 'file');

/** An unknown tab is the first one; a line that is no number is the first one too; an entry that is none is not looked for. */
export function taskSearch(search: Record<string, unknown>): TaskSearch {
  const { tab, line, item } = search;
  return {
    ...namesOf(search),
    ...(tab === undefined ? {} : { tab: oneOf(tab, TABS) ?? 'overview' }),
    ...(line === undefined ? {} : { line: typeof line === 'number' && line >= 1 ? Math.trunc(line) : 1 }),
    ...(typeof item === 'number' && item >= 1 ? { item: Math.trunc(item) } : {}),
  };
}
