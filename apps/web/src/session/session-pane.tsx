import type { AgentView } from '@foundry/sandbox/contracts';
import type { SessionView, TaskPerson } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { useLive, useSession } from '../live/live-context.js';
import type { SessionState } from '../live/session-topic.js';
import type { RealTask } from '../live/task-topic.js';
import { runAction } from '../palette/use-action.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { Announcer } from './announcer.js';
import { Composer } from './composer.js';
import { Elapsed } from './elapsed.js';
import { whyNoImages } from './image-files.js';
import { TurnData, UserMessageData } from './item-data.js';
import { retryMessage, retrySession, sendMessage } from './session-calls.js';
import { SessionPlaceContext } from './session-place.js';
import { SessionSettings } from './session-settings.js';
import { Transcript } from './transcript.js';
import { useAgents } from './use-agents.js';
import { useViewed } from './use-viewed.js';
import { turnWords } from './words.js';

const StartingSteps = lazy(async () => ({ default: (await import('../task/starting-steps.js')).StartingSteps }));
const Queue = lazy(async () => ({ default: (await import('./queue.js')).Queue }));

interface SessionPaneProps {
  real: RealTask;
  session: SessionView;
  /** Null: it can be written to; otherwise why not. */
  readOnly: string | null;
}

/** One conversation: what was said, what waits, and where the next message is written. */
export function SessionPane({ real, session: listed, readOnly }: SessionPaneProps) {
  const { taskId, sessionId } = listed;
  const { state, ended } = useSession(sessionId);
  const topic = useLive().session(sessionId);
  const mayAct = readOnly === null;
  const [sent, setSent] = useState(0);
  const session = state && state.session.version > listed.version ? state.session : listed;
  const { organizationId, sandboxId } = real.task;
  const agent = useAgents(organizationId, sandboxId).find(({ id }) => id === session.agent) ?? null;
  const place = useMemo(
    () => ({ organizationId, taskId, sessionId, agent, mayAct }),
    [organizationId, taskId, sessionId, agent, mayAct],
  );
  useViewed(taskId, sessionId, state?.transcript.headSeq ?? 0);
  return (
    <SessionPlaceContext value={place}>
      <div
        id="session-panel"
        role="tabpanel"
        aria-label={session.name}
        className="grid min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto]"
        onKeyDown={(event) => {
          const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
          // Here the words may stand where the browser cannot see them: only what is near the screen is in the page.
          if (isFind && runAction('conversation.find')) event.preventDefault();
        }}
      >
        {state ? (
          <Conversation real={real} state={state} session={session} sent={sent} />
        ) : ended !== null ? (
          <div className="p-4">
            <ErrorNotice error={new Error(ended)} what="The conversation was not read." retry={topic.retry} />
          </div>
        ) : (
          <Skeleton rows={3} label="Reading the conversation" />
        )}
        <div>
          {state && <Foot state={state} session={session} mayAct={mayAct} />}
          {readOnly === null && session.state !== 'closed' ? (
            <SessionComposer session={session} agent={agent} owner={real.task.owner.person} onSent={setSent} />
          ) : (
            <p className="border-t border-line p-4 text-text-3 min-[600px]:px-6">
              {readOnly ?? 'This session is closed. Its conversation stays.'}
            </p>
          )}
        </div>
      </div>
    </SessionPlaceContext>
  );
}

interface SessionComposerProps {
  session: SessionView;
  /** Null: nobody knows what it offers. */
  agent: AgentView | null;
  /** Null: nobody. */
  owner: TaskPerson | null;
  /** Counts on: whoever sends wants to see what comes of it. */
  onSent: (count: (before: number) => number) => void;
}

/** What an agent says does not draw the field anew. */
const SessionComposer = memo(function SessionComposer({ session, agent, owner, onSent }: SessionComposerProps) {
  const { taskId, sessionId } = session;
  return (
    <Composer
      key={sessionId}
      taskId={taskId}
      session={session}
      owner={owner}
      noImages={whyNoImages(agent)}
      choices={<SessionSettings session={session} agent={agent} />}
      send={async (message) => {
        await sendMessage(sessionId, message);
        onSent((before) => before + 1);
      }}
    />
  );
});

interface ConversationProps {
  real: RealTask;
  state: SessionState;
  session: SessionView;
  /** Messages that were sent from here. */
  sent: number;
}

function Conversation({ real, state, session, sent }: ConversationProps) {
  const { transcript, queue } = state;
  const [first] = queue.values();
  const isWaiting = first !== undefined || session.state === 'starting' || session.turn !== null;
  // News of the task may come before the first message does.
  const isBegun = transcript.hasMoreBefore || transcript.items.some(({ kind }) => kind === 'user_message');
  if (isBegun || (transcript.items.length > 0 && !isWaiting)) {
    return (
      <>
        <Transcript key={session.sessionId} sessionId={session.sessionId} transcript={transcript} sent={sent} />
        <Announcer transcript={transcript} />
      </>
    );
  }
  return (
    <div
      className="overflow-y-auto p-4 min-[600px]:p-6"
      id="conversation"
      tabIndex={0}
      role="region"
      aria-label="Conversation"
    >
      {isWaiting ? (
        <Suspense fallback={<Skeleton rows={3} label="Loading" />}>
          <StartingSteps real={real} session={session} message={first ?? null} />
        </Suspense>
      ) : (
        <p className="text-text-2">
          Ask for something. The agent works on <code className="font-mono">{real.task.branch}</code>.
        </p>
      )}
    </div>
  );
}

function Foot({ state, session, mayAct }: { state: SessionState; session: SessionView; mayAct: boolean }) {
  const messages = useMemo(() => [...state.queue.values()].sort((a, b) => a.position - b.position), [state.queue]);
  return (
    <>
      {session.turn && state.transcript.items.length > 0 && (
        <p role="status" className="flex gap-2 px-4 py-1 text-meta text-text-2 min-[600px]:px-6">
          {turnWords(session.turn)} <Elapsed since={session.turn.startedAt} />
          {session.turn.stalledSince !== null && (
            <span className="text-warning">
              Quiet for <Elapsed since={session.turn.stalledSince} />, still running
            </span>
          )}
        </p>
      )}
      <FailedStart session={session} mayAct={mayAct} />
      <FailedTurn state={state} session={session} mayAct={mayAct} />
      {messages.length > 0 && (
        <Suspense fallback={null}>
          <Queue sessionId={session.sessionId} messages={messages} isHeld={session.queueHeld} mayAct={mayAct} />
        </Suspense>
      )}
    </>
  );
}

const bar = 'flex flex-wrap items-center gap-2 border-t border-danger px-4 py-2 min-[600px]:px-6';

function FailedStart({ session, mayAct }: { session: SessionView; mayAct: boolean }) {
  const retry = useMutation({ mutationFn: () => retrySession(session.sessionId) });
  if (session.state !== 'error') return null;
  return (
    <div role="alert" className={bar}>
      <p className="prose-width min-w-0 flex-1 break-words text-danger">
        The agent did not start: {session.reason ?? session.code ?? 'no reason was given'}
      </p>
      {mayAct && (
        <Button pending={retry.isPending ? 'Trying' : null} onClick={() => retry.mutate()}>
          Retry
        </Button>
      )}
      {retry.isError && <ErrorNotice error={retry.error} what="It was not started again." />}
    </div>
  );
}

const isFailure = new Set(['failed', 'interrupted', 'timed_out']);

/** The message of the last turn, when that turn failed and nothing came after. */
function failedMessage({ transcript: { items } }: SessionState): string | null {
  const last = items.findLast(({ kind }) => kind === 'turn' || kind === 'user_message');
  if (last?.kind !== 'turn' || !isFailure.has(TurnData.parse(last.data).outcome ?? '')) return null;
  const asked = items.findLast(({ kind, turnId }) => kind === 'user_message' && turnId === last.turnId);
  return asked ? (UserMessageData.parse(asked.data).messageId ?? null) : null;
}

function FailedTurn({ state, session, mayAct }: { state: SessionState; session: SessionView; mayAct: boolean }) {
  const retry = useMutation({ mutationFn: (messageId: string) => retryMessage(messageId) });
  const messageId = session.turn ? null : failedMessage(state);
  if (messageId === null || state.queue.size > 0) return null;
  return (
    <div className={bar}>
      <p className="min-w-0 flex-1 text-danger">The last turn did not finish.</p>
      {mayAct && (
        <Button pending={retry.isPending ? 'Trying' : null} onClick={() => retry.mutate(messageId)}>
          Retry turn
        </Button>
      )}
      {retry.isError && <ErrorNotice error={retry.error} what="The turn was not tried again." />}
    </div>
  );
}
