import type { TaskSummary } from '@foundry/organization/contracts';
import { useApp } from '../live/live-context.js';
import { askFirst } from '../ui/confirm-store.js';
import { copyText } from '../ui/copy-text.js';
import { showToast } from '../ui/toast-store.js';
import { rankBetween } from './rank.js';
import { useArchive } from './use-archive.js';
import { useMarkUnread, usePin } from './use-own-task.js';

/** Somebody's turn goes on, and would be stopped. */
const WORKING: ReadonlySet<string> = new Set<TaskSummary['status']>(['running', 'needs_input', 'starting', 'queued']);

/** Only pages of the web, never a script, however the address was made. */
const isWebAddress = (url: string): boolean => /^https?:\/\//.test(url);

async function copy(text: string, what: string): Promise<void> {
  const isCopied = await copyText(text);
  showToast(isCopied ? `${what} copied` : `${what} not copied: the browser does not allow it`, { isError: !isCopied });
}

/** What can be done with a task from its row and from the keyboard. Null: not with this one, or not now. */
export function useTaskActs(task: TaskSummary) {
  const { taskStates } = useApp();
  const pin = usePin();
  const unread = useMarkUnread();
  const archive = useArchive();
  const rank = taskStates.get(task.id)?.pinRank ?? null;
  const session = task.sessions.at(-1);
  const url = task.pullRequest?.url;
  const pinsAt = (): string[] =>
    [...taskStates.values()]
      .filter(({ organizationId }) => organizationId === task.organizationId)
      .flatMap(({ pinRank }) => pinRank ?? [])
      .sort((a, b) => (a < b ? -1 : 1));
  const move = (to: string): void => {
    pin.mutate({ task, rank: to });
  };
  const moved = (step: -1 | 1): (() => void) | null => {
    if (rank === null) return null;
    const pins = pinsAt();
    const place = pins.indexOf(rank);
    if (step === -1) {
      return place > 0
        ? () => {
            move(rankBetween(pins[place - 2] ?? null, pins[place - 1] ?? null));
          }
        : null;
    }
    return place < pins.length - 1
      ? () => {
          move(rankBetween(pins[place + 1] ?? null, pins[place + 2] ?? null));
        }
      : null;
  };
  return {
    isPinned: rank !== null,
    pin: (): void => {
      pin.mutate({ task, rank: rank === null ? rankBetween(pinsAt().at(-1) ?? null, null) : null });
    },
    moveUp: moved(-1),
    moveDown: moved(1),
    markUnread:
      session === undefined
        ? null
        : (): void => {
            unread.mutate({ taskId: task.id, sessionId: session.id });
          },
    openPullRequest:
      url === undefined || !isWebAddress(url)
        ? null
        : (): void => {
            window.open(url, '_blank', 'noreferrer');
          },
    copyLink: (): void => {
      void copy(`${location.origin}/o/${task.organizationId}/tasks/${task.id}`, 'Link');
    },
    copyBranch: (): void => {
      void copy(task.branch, 'Branch');
    },
    archive: (): void => {
      if (!WORKING.has(task.status)) {
        archive(task);
        return;
      }
      askFirst({
        title: `Archive ${task.title}?`,
        text: 'The turn will be stopped. What is committed and saved stays, and the task can be restored.',
        verb: 'Stop and archive',
        run: () => {
          archive(task);
        },
      });
    },
  };
}
