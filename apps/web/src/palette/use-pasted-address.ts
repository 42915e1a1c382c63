import type { TaskSummary } from '@foundry/organization/contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { pullRequestAddress } from '../github-data/pull-request-address.js';
import { useApp } from '../live/live-context.js';
import { lookUpWords, taskAbout } from '../task/pull-request-task.js';
import { taskAboutQuery } from '../task/pull-request-task-query.js';

interface PastedAddress {
  readonly task: TaskSummary | null;
  /** What to say while, or because, there is no task. */
  readonly words: string;
}

/** The task of a pull request whose address was pasted, in whichever organization it is; null for any other text. */
export function usePastedAddress(
  text: string,
  organizationId: string,
  tasks: Iterable<TaskSummary>,
): PastedAddress | null {
  const { organizations } = useApp();
  const address = pullRequestAddress(text);
  const owner = address?.repository.split('/')[0]?.toLowerCase();
  const target = organizations.find(({ login }) => login.toLowerCase() === owner)?.id ?? organizationId;
  const held = address && taskAbout(tasks, address);
  const isAsked = address !== null && held === null && target !== '';
  const asked = useQuery(
    isAsked ? taskAboutQuery(target, address) : { queryKey: ['tasks', 'pull-request', 'none'], queryFn: skipToken },
  );
  if (!address) return null;
  if (held) return { task: held, words: '' };
  return { task: asked.data ?? null, words: lookUpWords(address, asked) };
}
