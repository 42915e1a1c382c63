import { z } from 'zod';
import type { AgentSettings } from '../../contracts/index.js';
import type { AgentFacts } from '../../domain/agent-facts.js';
import { ModelUnsupported } from '../../domain/rejections.js';
import { ConfigOption } from '../../transcript/acp.js';
import type { AgentDialog } from './agent-dialog.js';

const text = z.string().nullish().catch(null);
/** What a session says of itself when it is new, loaded or configured. */
export const SessionState = z.looseObject({
  sessionId: text,
  configOptions: z.array(ConfigOption).nullish().catch(null),
  modes: z
    .looseObject({ currentModeId: text, availableModes: z.array(z.looseObject({ id: z.string(), name: text })) })
    .nullish()
    .catch(null),
  models: z
    .looseObject({ currentModelId: text, availableModels: z.array(z.looseObject({ modelId: z.string(), name: text })) })
    .nullish()
    .catch(null),
});
export type SessionState = z.infer<typeof SessionState>;

type Setting = keyof AgentSettings;
const SETTINGS = ['model', 'mode', 'reasoning'] as const;
const CATEGORY: Readonly<Record<Setting, string>> = { model: 'model', mode: 'mode', reasoning: 'thought_level' };

interface Offer {
  current: string | null;
  offered: { id: string; name: string }[];
  way: AgentFacts['ways'][Setting];
}

/** What may be chosen, by whichever of its ways the agent offers it. */
export function offersOf(state: SessionState): Record<Setting, Offer> {
  return { model: offerOf(state, 'model'), mode: offerOf(state, 'mode'), reasoning: offerOf(state, 'reasoning') };
}

function offerOf({ configOptions, modes, models }: SessionState, setting: Setting): Offer {
  const category = CATEGORY[setting];
  const option = (configOptions ?? []).find((one) => one.category === category || one.id === category);
  if (option) {
    const choices = (option.options ?? []).flatMap((choice) => ('value' in choice ? [choice] : groupOf(choice)));
    const offered = choices.flatMap(({ value, name }) => (typeof value === 'string' ? [{ id: value, name }] : []));
    return {
      current: typeof option.currentValue === 'string' ? option.currentValue : null,
      offered: offered.map(({ id, name }) => ({ id, name: typeof name === 'string' ? name : id })),
      way: { kind: 'config', id: option.id },
    };
  }
  if (setting === 'mode' && modes) {
    const offered = modes.availableModes.map(({ id, name }) => ({ id, name: name ?? id }));
    return { current: modes.currentModeId ?? null, offered, way: { kind: 'mode' } };
  }
  if (setting === 'model' && models) {
    const offered = models.availableModels.map(({ modelId, name }) => ({ id: modelId, name: name ?? modelId }));
    return { current: models.currentModelId ?? null, offered, way: { kind: 'model' } };
  }
  return { current: null, offered: [], way: undefined };
}

const Group = z.looseObject({ options: z.array(z.looseObject({ value: z.string(), name: text })) });
const groupOf = (group: unknown) => Group.safeParse(group).data?.options ?? [];

/** Tells the agent what people chose, where it is not so already. Rejects with `session.model_unsupported`. */
export async function chooseSettings(
  dialog: AgentDialog,
  agentSessionId: string,
  state: SessionState,
  chosen: AgentSettings,
): Promise<SessionState> {
  let now = state;
  for (const setting of SETTINGS) {
    const value = chosen[setting];
    if (value === null) continue;
    const { current, offered, way } = offersOf(now)[setting];
    if (!way || !offered.some(({ id }) => id === value)) {
      throw new ModelUnsupported(
        setting,
        value,
        offered.map(({ id }) => id),
      );
    }
    if (current === value) continue;
    const answer = await tellSetting(dialog, agentSessionId, way, value);
    const options = SessionState.safeParse(answer).data?.configOptions;
    if (options) now = { ...now, configOptions: options };
    else now = withChoice(now, setting, value);
  }
  return now;
}

/** One setting, in the way that the agent offers it. */
export function tellSetting(
  dialog: AgentDialog,
  sessionId: string,
  way: NonNullable<AgentFacts['ways'][Setting]>,
  value: string,
): Promise<unknown> {
  if (way.kind === 'config') return dialog.ask('session/set_config_option', { sessionId, configId: way.id, value });
  if (way.kind === 'mode') return dialog.ask('session/set_mode', { sessionId, modeId: value });
  return dialog.ask('session/set_model', { sessionId, modelId: value });
}

function withChoice(state: SessionState, setting: Setting, value: string): SessionState {
  if (setting === 'mode' && state.modes) return { ...state, modes: { ...state.modes, currentModeId: value } };
  if (setting === 'model' && state.models) return { ...state, models: { ...state.models, currentModelId: value } };
  return state;
}
