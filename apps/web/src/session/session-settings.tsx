import type { AgentView } from '@foundry/sandbox/contracts';
import type { SessionView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { ChevronDown, Star } from 'lucide-react';
import { useId, useState } from 'react';
import { useApp, useLive } from '../live/live-context.js';
import { withSession } from '../live/task-topic.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepUsualModel } from './keep-usual-model.js';
import { type AgentChange, configureSession } from './session-calls.js';
import { SettingField } from './setting-field.js';
import { chosenName } from './words.js';

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
  const shown: Shown = {
    model: session.model,
    mode: session.mode,
    reasoning: session.reasoning,
    ...(change.isPending ? change.variables : {}),
  };
  const { models = [], modes = [], reasoning = [] } = agent ?? {};
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
        <SettingField
          label="Model"
          choices={models}
          value={shown.model ?? null}
          onChoose={(model) => change.mutate({ model })}
        />
        <SettingField
          label="Mode"
          choices={modes}
          value={shown.mode ?? null}
          onChoose={(mode) => change.mutate({ mode })}
        />
        <SettingField
          label="Reasoning"
          choices={reasoning}
          value={shown.reasoning ?? null}
          onChoose={(level) => change.mutate({ reasoning: level })}
        />
        <div className="flex flex-wrap items-center gap-2 text-meta text-text-3 min-[600px]:col-span-3">
          <UsualModel agent={session.agent} model={shown.model ?? null} />
          <span role="status">{change.isPending ? 'The agent is told' : ''}</span>
        </div>
        {change.isError && (
          <div className="min-[600px]:col-span-3">
            <ErrorNotice error={change.error} what="The agent works as before." />
          </div>
        )}
      </div>
    </>
  );
}

type Shown = Pick<AgentChange, 'model' | 'mode' | 'reasoning'>;

/** Makes what is chosen here the usual choice of this person, for new sessions and tasks. */
function UsualModel({ agent, model }: { agent: string; model: string | null }) {
  const { preferences } = useApp();
  const keep = useMutation({ mutationFn: () => keepUsualModel(agent, model) });
  if (!preferences) return null;
  const isUsual = preferences.defaultAgent === agent && (preferences.lastModels[agent] ?? null) === model;
  return (
    <>
      <Button
        look="quiet"
        aria-pressed={isUsual}
        pending={keep.isPending ? 'Saving' : null}
        onClick={() => {
          if (!isUsual) keep.mutate();
        }}
      >
        <Star aria-hidden="true" size={14} strokeWidth={1.75} fill={isUsual ? 'currentColor' : 'none'} />
        {isUsual ? 'Your usual choice' : 'Make it your usual choice'}
      </Button>
      {keep.isError && <ErrorNotice error={keep.error} what="It was not kept." />}
    </>
  );
}
