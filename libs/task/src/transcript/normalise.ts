import {
  Chunk,
  Commands,
  type ConfigOption,
  ConfigOptions,
  type ContentBlock,
  CurrentMode,
  Plan,
  SessionInfo,
  ToolCall,
  Update,
  UsageUpdate,
} from './acp.js';
import { beginning } from './sizes.js';

/** A command that the agent offers behind a slash. */
export interface AgentCommand {
  name: string;
  description: string;
  hint: string | null;
}

/** What an agent says about its session beside the conversation. Absent: nothing new. */
export interface SessionNews {
  title?: string;
  commands?: AgentCommand[];
  model?: string;
  mode?: string;
  reasoning?: string;
}

/** What one update of an agent means for the transcript. */
export type TranscriptOp =
  | { op: 'text'; kind: 'assistant_text' | 'reasoning'; text: string }
  | { op: 'tool'; call: ToolCall }
  | { op: 'plan'; entries: { content: string; priority: string | null; status: string | null }[] }
  | { op: 'notice'; code: string; text: string; raw: unknown }
  | { op: 'session'; news: SessionNews }
  | { op: 'cost'; amount: number; currency: string }
  /** The prompt as the agent repeats it: it is in the transcript already. */
  | { op: 'echo' };

const MAX_COMMANDS = 50;

/** Reads the `update` of a `session/update`. What is not known, or not as it should be, is a notice with its raw form. */
export function normalise(update: unknown): TranscriptOp[] {
  const named = Update.safeParse(update);
  if (!named.success) return [unknown('update', update)];
  const read = READERS[named.data.sessionUpdate];
  return read?.(update) ?? [unknown(named.data.sessionUpdate, update)];
}

/** A message of an agent that is none of the protocol's. */
export const unknown = (what: string, raw: unknown): TranscriptOp => ({
  op: 'notice',
  code: 'agent.unknown_update',
  text: `The agent told something that Foundry does not know: ${beginning(what, 200)}.`,
  raw,
});

/** Null: not as it should be. */
type Reader = (update: unknown) => TranscriptOp[] | null;

const chunks =
  (kind: 'assistant_text' | 'reasoning'): Reader =>
  (update) => {
    const chunk = Chunk.safeParse(update);
    const text = chunk.success ? textOf(chunk.data.content) : null;
    if (text === null) return null;
    return text === '' ? [] : [{ op: 'text', kind, text }];
  };

const toolCalls: Reader = (update) => {
  const call = ToolCall.safeParse(update);
  return call.success ? [{ op: 'tool', call: call.data }] : null;
};

const READERS: Readonly<Record<string, Reader>> = {
  agent_message_chunk: chunks('assistant_text'),
  agent_thought_chunk: chunks('reasoning'),
  user_message_chunk: () => [{ op: 'echo' }],
  tool_call: toolCalls,
  tool_call_update: toolCalls,
  plan: (update) => {
    const plan = Plan.safeParse(update);
    if (!plan.success) return null;
    const entries = plan.data.entries.map(({ content, priority = null, status = null }) => ({
      ...{ content, priority, status },
    }));
    return [{ op: 'plan', entries }];
  },
  available_commands_update: (update) => {
    const parsed = Commands.safeParse(update);
    if (!parsed.success) return null;
    const commands = parsed.data.availableCommands.slice(0, MAX_COMMANDS).map(({ name, description, input }) => ({
      name: beginning(name, 80),
      description: beginning(description ?? '', 120),
      hint: typeof input?.hint === 'string' ? beginning(input.hint, 100) : null,
    }));
    return [{ op: 'session', news: { commands } }];
  },
  current_mode_update: (update) => {
    const parsed = CurrentMode.safeParse(update);
    return parsed.success ? [{ op: 'session', news: { mode: beginning(parsed.data.currentModeId, 120) } }] : null;
  },
  config_option_update: (update) => {
    const parsed = ConfigOptions.safeParse(update);
    return parsed.success ? [{ op: 'session', news: currentOf(parsed.data.configOptions) }] : null;
  },
  session_info_update: (update) => {
    const parsed = SessionInfo.safeParse(update);
    if (!parsed.success) return null;
    const title = parsed.data.title?.trim() ?? '';
    return title === '' ? [] : [{ op: 'session', news: { title: beginning(title.replace(/\s+/g, ' '), 80) } }];
  },
  usage_update: (update) => {
    const parsed = UsageUpdate.safeParse(update);
    if (!parsed.success) return null;
    const { cost } = parsed.data;
    return cost ? [{ op: 'cost', amount: cost.amount, currency: cost.currency }] : [];
  },
};

/** What the agent works with now, by the kinds of settings that people choose. */
export function currentOf(options: readonly ConfigOption[]): SessionNews {
  const news: SessionNews = {};
  for (const { id, category, currentValue } of options) {
    if (typeof currentValue !== 'string') continue;
    const value = beginning(currentValue, 120);
    if (category === 'model' || id === 'model') news.model ??= value;
    else if (category === 'mode' || id === 'mode') news.mode ??= value;
    else if (category === 'thought_level') news.reasoning ??= value;
  }
  return news;
}

/** Null: content that has no words, such as an image. */
export function textOf(block: ContentBlock): string | null {
  if (block.type === 'text') return block.text ?? '';
  if (block.type === 'resource_link') return block.uri ? `[${block.name ?? block.uri}](${block.uri})` : null;
  if (block.type === 'resource') return block.resource?.text ?? block.resource?.uri ?? null;
  return null;
}
