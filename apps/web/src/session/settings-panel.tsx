import type { AgentView } from '@foundry/sandbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { useApp } from '../live/live-context.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepUsualModel } from './keep-usual-model.js';
import type { AgentChange } from './session-calls.js';
import { SettingField } from './setting-field.js';

/** What is chosen of an agent. */
export type ShownSettings = Pick<AgentChange, 'model' | 'mode' | 'reasoning'>;

interface SettingsPanelProps {
  agent: string;
  /** Null: nobody knows what it offers. */
  offers: AgentView | null;
  shown: ShownSettings;
  isPending: boolean;
  onChange: (body: AgentChange) => void;
}

/** Everything that can be chosen of an agent. */
export function SettingsPanel({ agent, offers, shown, isPending, onChange }: SettingsPanelProps) {
  const { models = [], modes = [], reasoning = [] } = offers ?? {};
  return (
    <>
      <SettingField
        label="Model"
        choices={models}
        value={shown.model ?? null}
        onChoose={(model) => onChange({ model })}
      />
      <SettingField label="Mode" choices={modes} value={shown.mode ?? null} onChoose={(mode) => onChange({ mode })} />
      <SettingField
        label="Reasoning"
        choices={reasoning}
        value={shown.reasoning ?? null}
        onChoose={(level) => onChange({ reasoning: level })}
      />
      <div className="flex flex-wrap items-center gap-2 text-meta text-text-3 min-[600px]:col-span-3">
        <UsualModel agent={agent} model={shown.model ?? null} />
        <span role="status">{isPending ? 'The agent is told' : ''}</span>
      </div>
    </>
  );
}

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
