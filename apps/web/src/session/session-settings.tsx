import type { AgentView } from '@foundry/sandbox/contracts';
import type { SessionView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { useLive } from '../live/live-context.js';
import { withSession } from '../live/task-topic.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { type AgentChange, configureSession } from './session-calls.js';
import type { ShownSettings } from './settings-panel.js';
import { chosenName } from './words.js';

const SettingsPanel = lazy(async () => ({ default: (await import('./settings-panel.js')).SettingsPanel }));

interface SessionSettingsProps {
  session: SessionView;
  /** Null: nobody knows what it offers. */
  agent: AgentView | null;
}

/**
 * The agent of a session with its model, mode and reasoning, which can be changed while it works. A choice is shown at
 * once; where it is refused, what was before is shown again, with the reason.
 */
export function SessionSettings({ session, agent }: SessionSettingsProps) {
  const { taskId, sessionId } = session;
  const topic = useLive().task(taskId);
  const panel = useId();
  const [isOpen, setIsOpen] = useState(false);
  const change = useMutation({
    mutationFn: (body: AgentChange) => configureSession(sessionId, body),
    onSuccess: (changed) => topic.merge((state) => withSession(state, changed)),
  });
  const shown: ShownSettings = {
    model: session.model,
    mode: session.mode,
    reasoning: session.reasoning,
    ...(change.isPending ? change.variables : {}),
  };
  const { models = [], modes = [] } = agent ?? {};
  const parts = [agent?.name ?? session.agent, chosenName(models, shown.model), chosenName(modes, shown.mode)];
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={panel}
        className="flex min-h-7 max-w-full min-w-0 items-center gap-1 rounded-button border border-control px-2 text-meta text-text-2 hover:bg-hover pointer-coarse:min-h-11"
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="sr-only">Agent: </span>
        <span className="min-w-0 truncate">{parts.filter((part) => part !== null).join(' · ')}</span>
        <ChevronDown aria-hidden="true" size={14} strokeWidth={1.75} className={isOpen ? 'rotate-180' : ''} />
      </button>
      <div
        id={panel}
        role="group"
        aria-label="Settings of the agent"
        hidden={!isOpen}
        className="order-first grid w-full gap-2 rounded-card border border-line bg-canvas p-3 min-[600px]:grid-cols-3"
      >
        {isOpen && (
          <Suspense fallback={<Skeleton rows={1} label="Loading what the agent offers" />}>
            <SettingsPanel
              agent={session.agent}
              offers={agent}
              shown={shown}
              isPending={change.isPending}
              onChange={(body) => change.mutate(body)}
            />
          </Suspense>
        )}
        {change.isError && (
          <div className="min-[600px]:col-span-3">
            <ErrorNotice error={change.error} what="The agent works as before." />
          </div>
        )}
      </div>
    </>
  );
}
