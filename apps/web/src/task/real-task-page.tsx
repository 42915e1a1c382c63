import { shownStatus, type TaskSummary } from '@foundry/organization/contracts';
import type { SessionView } from '@foundry/task/contracts';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { newId } from '../api/new-id.js';
import { useApp } from '../live/live-context.js';
import type { RealTask } from '../live/task-topic.js';
import { SandboxDock } from '../sandbox/sandbox-dock.js';
import { AgentChoice } from '../session/agent-choice.js';
import { Composer } from '../session/composer.js';
import { keepOpen } from '../session/keep-open.js';
import { sendFirstMessage } from '../session/session-calls.js';
import { SessionPane } from '../session/session-pane.js';
import { SessionTabs } from '../session/session-tabs.js';
import { noImagesOf, useAgentChoice } from '../session/use-agents.js';
import { Skeleton } from '../ui/skeleton.js';
import { TaskHeader } from './task-header.js';
import { TaskLayout } from './task-layout.js';
import { useTaskSearch } from './use-task-search.js';

const ChangesPanel = lazy(async () => ({ default: (await import('./changes-panel.js')).ChangesPanel }));
const FileDiff = lazy(async () => ({ default: (await import('./file-diff.js')).FileDiff }));
const TaskOverview = lazy(async () => ({ default: (await import('./task-overview.js')).TaskOverview }));
const TrustNote = lazy(async () => ({ default: (await import('./trust-note.js')).TrustNote }));
const ShipBar = lazy(async () => ({ default: (await import('./ship-bar.js')).ShipBar }));
const FilesPanel = lazy(async () => ({ default: (await import('./files-panel.js')).FilesPanel }));

/** Fetched when it is looked at first. */
const later = (part: ReactNode): ReactNode => (
  <Suspense fallback={<Skeleton rows={6} label="Loading" />}>{part}</Suspense>
);

interface RealTaskPageProps {
  real: RealTask;
  summary: TaskSummary;
  mayWrite: boolean;
}

/** A task that somebody acted on. */
export function RealTaskPage({ real, summary, mayWrite }: RealTaskPageProps) {
  const { task, sessions, permissions, changes } = real;
  const { search, change } = useTaskSearch();
  const readOnly = readOnlyReason(real, mayWrite);
  const mayAct = readOnly === null;
  const open = useMemo(() => [...sessions.values()].sort((a, b) => a.number - b.number), [sessions]);
  const shown = useMemo(() => open.filter(({ state }) => state !== 'closed'), [open]);
  const requests = useMemo(() => [...permissions.values()], [permissions]);
  const active = useApp().taskStates.get(task.taskId)?.activeSessionId ?? null;
  const session = chosenSession(open, shown, search.session ?? active);
  const close = (): void => change({ file: undefined, line: undefined });
  const diff =
    search.file === undefined
      ? null
      : later(
          <FileDiff
            key={search.file}
            real={real}
            path={search.file}
            line={search.line}
            sessionId={session?.sessionId ?? null}
            mayAct={mayAct}
            onClose={close}
          />,
        );
  return (
    <TaskLayout
      header={
        <TaskHeader
          taskId={task.taskId}
          title={task.title}
          status={shownStatus({ ...summary, status: task.status, virtual: false, archivedAt: task.archivedAt })}
          reason={task.statusReason}
          repositoryName={task.repositoryName}
          branch={task.branch}
          mayAct={mayAct}
        />
      }
      diff={diff}
      centre={
        <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto]">
          <div>
            <SessionTabs
              organizationId={task.organizationId}
              taskId={task.taskId}
              sandboxId={task.sandboxId}
              sessions={shown}
              permissions={requests}
              selected={session?.sessionId ?? null}
              mayAct={mayAct}
              onSelect={(sessionId) => {
                change({ session: sessionId ?? undefined, item: undefined });
                if (sessionId !== null) keepOpen(task.taskId, sessionId);
              }}
            />
            {task.fork && task.trustedBy === null && (
              <Suspense fallback={null}>
                <TrustNote real={real} mayAct={mayAct} />
              </Suspense>
            )}
          </div>
          {session ? (
            <SessionPane key={session.sessionId} real={real} session={session} readOnly={readOnly} />
          ) : (
            <NoSession real={real} readOnly={readOnly} onOpened={(sessionId) => change({ session: sessionId })} />
          )}
          <SandboxDock real={real} mayAct={mayAct} />
        </div>
      }
      bar={
        <Suspense fallback={null}>
          <ShipBar real={real} summary={summary} sessionId={session?.sessionId ?? null} mayAct={mayAct} />
        </Suspense>
      }
      overview={later(<TaskOverview real={real} summary={summary} mayWrite={mayWrite} mayAct={mayAct} />)}
      changes={later(
        <ChangesPanel
          real={real}
          file={search.file}
          onOpen={(file) => change({ file, line: undefined, tab: 'changes' })}
        />,
      )}
      changeCount={changes?.files ?? 0}
      files={later(<FilesPanel real={real} mayAct={mayAct} />)}
    />
  );
}

/** The one of the address, else the newest; a new one whose first message was just sent may not be there yet. */
function chosenSession(
  all: readonly SessionView[],
  open: readonly SessionView[],
  asked: string | null,
): SessionView | null {
  return all.find(({ sessionId }) => sessionId === asked) ?? open.at(-1) ?? null;
}

function readOnlyReason({ task: { lifecycle } }: RealTask, mayWrite: boolean): string | null {
  if (!mayWrite) return 'You may look. Ask an admin for more.';
  switch (lifecycle) {
    case 'open':
      return null;
    case 'archiving':
      return 'This task is being archived.';
    case 'archived':
      return 'This task is archived. Restore it to go on.';
    case 'killing':
    case 'killed':
      return 'This task was deleted.';
  }
}

interface NoSessionProps {
  real: RealTask;
  readOnly: string | null;
  onOpened: (sessionId: string) => void;
}

/** A task without a conversation: the first message opens one. */
function NoSession({ real: { task }, readOnly, onOpened }: NoSessionProps) {
  const choice = useAgentChoice(task.organizationId, task.sandboxId);
  return (
    <div
      id="session-panel"
      role="tabpanel"
      aria-label="New session"
      className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto]"
    >
      <div className="overflow-y-auto p-4 min-[600px]:p-6">
        <p className="text-text-2">
          Ask for something. The agent works on <code className="font-mono">{task.branch}</code>.
        </p>
      </div>
      {readOnly === null ? (
        <Composer
          taskId={task.taskId}
          session={null}
          owner={task.owner.person}
          choices={<AgentChoice choice={choice} />}
          noImages={noImagesOf(choice)}
          send={async (message) => {
            const sessionId = newId();
            await sendFirstMessage(task.taskId, { ...message, ...choice.chosen, sessionId });
            onOpened(sessionId);
          }}
        />
      ) : (
        <p className="border-t border-line p-4 text-text-3 min-[600px]:px-6">{readOnly}</p>
      )}
    </div>
  );
}
