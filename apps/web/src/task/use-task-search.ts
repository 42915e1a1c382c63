import { getRouteApi } from '@tanstack/react-router';
import type { TaskSearch } from './task-search.js';

const route = getRouteApi('/signed-in/o/$organizationId/tasks/$taskId');

/** What of the task is looked at, and how to look at something else. Going back leaves the task, not the tab. */
export function useTaskSearch() {
  const search: TaskSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: Partial<TaskSearch>): void => {
    void navigate({ search: (before: TaskSearch) => ({ ...before, ...part }), replace: true });
  };
  return { search, change };
}
