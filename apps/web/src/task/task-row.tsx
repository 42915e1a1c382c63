import { shownStatus, type TaskSummary } from '@foundry/organization/contracts';
import { Link } from '@tanstack/react-router';
import {
  CircleX,
  Ellipsis,
  GitMerge,
  GitPullRequest,
  GitPullRequestClosed,
  GitPullRequestDraft,
  MessageSquareWarning,
} from 'lucide-react';
import { memo } from 'react';
import { Age } from '../ui/age.js';
import { StatusIcon } from './status-icon.js';
import type { ListRow } from './task-rows.js';

const MAX_LOGIN = 14;
const LINK =
  'grid h-full grid-cols-[minmax(0,1fr)] content-center gap-0.5 rounded-button px-2 text-text no-underline -outline-offset-2 group-hover:bg-hover aria-[current=page]:bg-selected';

export type OpenTaskMenu = (task: TaskSummary, button: HTMLElement) => void;

type TaskRowProps = Pick<Extract<ListRow, { kind: 'task' }>, 'task' | 'matched' | 'unread'> & {
  withRepository: boolean;
  isCompact: boolean;
  onMenu: OpenTaskMenu;
};

/** One task in two lines, or one: a link, and a button for what can be done with it. */
export const TaskRow = memo(function TaskRow({
  task,
  matched,
  unread,
  withRepository,
  isCompact,
  onMenu,
}: TaskRowProps) {
  return (
    <div className="group relative h-full">
      <Link
        to="/o/$organizationId/tasks/$taskId"
        params={{ organizationId: task.organizationId, taskId: task.id }}
        className={LINK}
      >
        <span className="flex items-center gap-2">
          <StatusIcon status={shownStatus(task)} />
          <span className={`min-w-0 flex-1 truncate ${unread ? 'font-semibold' : ''}`}>
            <Matched text={task.title} at={matched} />
          </span>
          {isCompact && <Facts task={task} withRepository={false} />}
          {unread && (
            <span title="Unread" className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">unread</span>
            </span>
          )}
          <span className="text-meta text-text-3 group-focus-within:invisible group-hover:invisible pointer-coarse:pr-6">
            <Age at={task.lastActivityAt} />
          </span>
        </span>
        {!isCompact && (
          <span className="flex items-center gap-2 pl-6 text-meta text-text-3">
            <Facts task={task} withRepository={withRepository} />
          </span>
        )}
      </Link>
      <button
        type="button"
        aria-haspopup="menu"
        aria-label={`Actions of ${task.title}`}
        className="absolute top-0.5 right-1 grid size-7 place-items-center rounded-button text-text-2 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 hover:bg-selected focus-visible:opacity-100 pointer-coarse:opacity-100"
        onClick={({ currentTarget }) => {
          onMenu(task, currentTarget);
        }}
      >
        <Ellipsis aria-hidden="true" size={16} strokeWidth={1.75} />
      </button>
    </div>
  );
});

/** What else there is to know, short. */
function Facts({ task, withRepository }: { task: TaskSummary; withRepository: boolean }) {
  const { owner, pullRequest, linesAdded, linesRemoved } = task;
  const hasLines = (linesAdded ?? 0) + (linesRemoved ?? 0) > 0;
  return (
    <>
      {withRepository && <span className="truncate">{task.repositoryName}</span>}
      {pullRequest && <PullRequestBadge pullRequest={pullRequest} />}
      {owner && (
        <span data-owner title={owner.login} className="font-medium text-owner">
          <span aria-hidden="true">
            {owner.login.length > MAX_LOGIN ? `${owner.login.slice(0, MAX_LOGIN)}…` : owner.login}
          </span>
          <span className="sr-only">owner {owner.login}</span>
        </span>
      )}
      {hasLines && (
        <span className="text-text-2">
          +{linesAdded ?? 0} −{linesRemoved ?? 0}
        </span>
      )}
      {task.status === 'needs_input' && (
        <span className="ml-auto rounded-chip border border-warning px-1 text-warning">Needs you</span>
      )}
    </>
  );
}

const PULL_REQUESTS = {
  draft: [GitPullRequestDraft, 'Draft pull request'],
  open: [GitPullRequest, 'Open pull request'],
  merged: [GitMerge, 'Merged pull request'],
  closed: [GitPullRequestClosed, 'Closed pull request'],
} as const;

function PullRequestBadge({ pullRequest }: { pullRequest: NonNullable<TaskSummary['pullRequest']> }) {
  const { number, state, draft, checks, review } = pullRequest;
  const [Icon, name] = PULL_REQUESTS[draft && state === 'open' ? 'draft' : state];
  return (
    <span title={name} className="flex items-center gap-0.5 text-text-2">
      <Icon aria-hidden="true" size={14} strokeWidth={1.75} />#{number}
      {state === 'open' && checks === 'failed' && (
        <span title="Checks failing">
          <CircleX aria-hidden="true" size={14} strokeWidth={1.75} className="text-danger" />
          <span className="sr-only">checks failing</span>
        </span>
      )}
      {state === 'open' && review === 'changes_requested' && (
        <span title="Changes requested">
          <MessageSquareWarning aria-hidden="true" size={14} strokeWidth={1.75} className="text-warning" />
          <span className="sr-only">changes requested</span>
        </span>
      )}
    </span>
  );
}

/** The letters that the filter found are bold. */
function Matched({ text, at }: { text: string; at: readonly number[] }) {
  if (at.length === 0) return text;
  const found = new Set(at);
  return Array.from(text, (letter, index) =>
    found.has(index) ? (
      <b key={index} className="font-semibold text-accent">
        {letter}
      </b>
    ) : (
      letter
    ),
  );
}
