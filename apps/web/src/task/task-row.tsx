import { shownStatus } from '@foundry/organization/contracts';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { Age } from '../ui/age.js';
import { StatusIcon } from './status-icon.js';
import type { ListRow } from './task-rows.js';

const MAX_LOGIN = 14;

type TaskRowProps = Pick<Extract<ListRow, { kind: 'task' }>, 'task' | 'matched'> & { withRepository: boolean };

/** One task in two lines, as one link. */
export const TaskRow = memo(function TaskRow({ task, matched, withRepository }: TaskRowProps) {
  const { owner, pullRequest, linesAdded, linesRemoved } = task;
  const hasLines = (linesAdded ?? 0) + (linesRemoved ?? 0) > 0;
  return (
    <Link
      to="/o/$organizationId/tasks/$taskId"
      params={{ organizationId: task.organizationId, taskId: task.id }}
      className="grid h-full grid-cols-[minmax(0,1fr)] content-center gap-0.5 rounded-button px-2 text-text no-underline -outline-offset-2 hover:bg-hover aria-[current=page]:bg-selected"
    >
      <span className="flex items-center gap-2">
        <StatusIcon status={shownStatus(task)} />
        <span className="min-w-0 flex-1 truncate">
          <Matched text={task.title} at={matched} />
        </span>
        <span className="text-meta text-text-3">
          <Age at={task.lastActivityAt} />
        </span>
      </span>
      <span className="flex items-center gap-2 pl-6 text-meta text-text-3">
        {withRepository && <span className="truncate">{task.repositoryName}</span>}
        {pullRequest && <span className="text-text-2">#{pullRequest.number}</span>}
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
        {task.status === 'needs_input' && <span className="ml-auto text-warning">Needs you</span>}
      </span>
    </Link>
  );
});

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
