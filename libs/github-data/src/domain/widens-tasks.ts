import type { Settings } from '@foundry/organization/contracts';

type Rules = Pick<Settings, 'pullRequestTasks' | 'excludeAuthors'>;

/** From the least to the most. */
const REACH: readonly Settings['pullRequestTasks'][] = ['none', 'same_repository', 'all'];

/** Whether pull requests that were left out may appear as tasks now; then they have to be told again. */
export function widensTasks(before: Rules, after: Rules): boolean {
  if (after.pullRequestTasks === 'none') return false;
  if (REACH.indexOf(after.pullRequestTasks) > REACH.indexOf(before.pullRequestTasks)) return true;
  const left = new Set(after.excludeAuthors.map((login) => login.toLowerCase()));
  return before.excludeAuthors.some((login) => !left.has(login.toLowerCase()));
}
