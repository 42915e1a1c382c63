import { shownStatus, type TaskSummary } from '@foundry/organization/contracts';
import { newId } from '../api/new-id.js';
import { AgentChoice } from '../session/agent-choice.js';
import { Composer } from '../session/composer.js';
import { sendFirstMessage } from '../session/session-calls.js';
import { noImagesOf, useAgentChoice } from '../session/use-agents.js';
import { ArchiveButton } from './archive-button.js';
import { OwnerCard } from './owner-card.js';
import { PullRequestCard } from './pull-request-card.js';
import { TaskHeader } from './task-header.js';
import { TaskLayout } from './task-layout.js';
import { useTaskSearch } from './use-task-search.js';

interface VirtualTaskPageProps {
  task: TaskSummary;
  mayWrite: boolean;
}

/** A task that nobody used yet: what its pull request says, and a composer that makes it real. */
export function VirtualTaskPage({ task, mayWrite }: VirtualTaskPageProps) {
  const { change } = useTaskSearch();
  const choice = useAgentChoice(task.organizationId, null);
  const mayStart = mayWrite && task.archivedAt === null && task.repositoryAvailable && !task.branchGone;
  return (
    <TaskLayout
      header={
        <TaskHeader
          taskId={task.id}
          title={task.title}
          status={shownStatus(task)}
          reason={task.statusReason}
          repositoryName={task.repositoryName}
          branch={task.branch}
          mayAct={mayStart}
        />
      }
      centre={
        <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto]">
          <div className="grid content-start gap-4 overflow-y-auto p-4 min-[600px]:p-6">
            {task.pullRequest && <PullRequestCard task={task} pullRequest={task.pullRequest} />}
            <Notes task={task} />
          </div>
          {mayStart ? (
            <Composer
              taskId={task.id}
              session={null}
              owner={null}
              hint="Not started. Sending a message starts a sandbox and makes you the owner."
              choices={<AgentChoice choice={choice} />}
              noImages={noImagesOf(choice)}
              send={async (message) => {
                const sessionId = newId();
                await sendFirstMessage(task.id, { ...message, ...choice.chosen, sessionId });
                change({ session: sessionId });
              }}
            />
          ) : (
            <p className="border-t border-line p-4 text-text-3 min-[600px]:px-6">{readOnlyReason(task, mayWrite)}</p>
          )}
        </div>
      }
      overview={
        <div className="grid content-start gap-3 p-3">
          <OwnerCard organizationId={task.organizationId} taskId={task.id} owner={null} mayAct={mayStart} />
          {mayWrite ? (
            <ArchiveButton task={task} />
          ) : (
            <p className="text-text-3">You may look. Ask an admin for more.</p>
          )}
        </div>
      }
    />
  );
}

function readOnlyReason(task: TaskSummary, mayWrite: boolean): string {
  if (!mayWrite) return 'You may look. Ask an admin for more.';
  if (task.archivedAt !== null) return 'This task is archived. Restore it to go on.';
  return task.branchGone ? 'The branch was deleted at GitHub.' : 'Foundry cannot read this repository any more.';
}

function Notes({ task }: { task: TaskSummary }) {
  return (
    <>
      {task.archivedAt === null && (
        <p className="prose-width text-text-2">
          Not started: nobody worked on this branch here, and no machine runs for it. Looking at it starts nothing.
        </p>
      )}
      {task.fork && (
        <p className="prose-width text-warning">
          From a fork: read-only and without secrets until someone with write access trusts it.
        </p>
      )}
      {task.branchGone && <p className="text-warning">The branch was deleted at GitHub.</p>}
      {!task.repositoryAvailable && <p className="text-warning">Foundry cannot read this repository any more.</p>}
    </>
  );
}
