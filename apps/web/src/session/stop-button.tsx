import type { SessionView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { useLive } from '../live/live-context.js';
import { withSession } from '../live/task-topic.js';
import { useAction } from '../palette/use-action.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { stopTurn } from './session-calls.js';

/** Stops the turn that runs. The session and its queue stay. */
export function StopButton({ session: { taskId, sessionId, turn } }: { session: SessionView }) {
  const topic = useLive().task(taskId);
  const stop = useMutation({
    mutationFn: (turnId: string) => stopTurn(sessionId, turnId),
    onSuccess: (session) => topic.merge((state) => withSession(state, session)),
  });
  const turnId = turn === null || turn.state === 'ended' ? null : turn.turnId;
  useAction('turn.stop', turnId === null ? null : () => stop.mutate(turnId));
  if (turn === null || turnId === null) return null;
  const isStopping = turn.state === 'stopping' || stop.isPending;
  return (
    <>
      {stop.isError && stop.variables === turnId && <ErrorNotice error={stop.error} what="The turn was not stopped." />}
      <Button
        look="danger"
        aria-keyshortcuts="Control+. Meta+."
        title="Stop the turn (Ctrl+.)"
        pending={isStopping ? 'Stopping…' : null}
        onClick={() => stop.mutate(turnId)}
      >
        Stop
      </Button>
    </>
  );
}
