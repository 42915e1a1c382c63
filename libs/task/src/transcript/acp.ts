import { z } from 'zod';

/** What is read of the Agent Client Protocol. Agents send more than it names, so nothing here is strict. */
const text = z.string().nullish();

export const ContentBlock = z.looseObject({
  type: z.string(),
  text,
  uri: text,
  name: text,
  resource: z.looseObject({ uri: text, text }).nullish(),
});
export type ContentBlock = z.infer<typeof ContentBlock>;

const ToolContent = z.looseObject({
  type: z.string(),
  content: ContentBlock.nullish().catch(null),
  path: text,
  oldText: text,
  newText: text,
});

const terminalOutput = z.looseObject({ data: z.string() }).nullish().catch(null);

/** The fields of a call and of its updates; an update names only what changed. */
export const ToolCall = z.looseObject({
  toolCallId: z.string(),
  kind: text.catch(null),
  title: text.catch(null),
  status: text.catch(null),
  locations: z
    .array(z.looseObject({ path: z.string(), line: z.number().nullish().catch(null) }))
    .nullish()
    .catch(null),
  rawInput: z.unknown().optional(),
  rawOutput: z.unknown().optional(),
  content: z.array(ToolContent).nullish().catch(null),
  _meta: z
    .looseObject({
      terminal_output: terminalOutput,
      terminal_output_delta: terminalOutput,
      terminal_exit: z.looseObject({ exit_code: z.number().nullish() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type ToolCall = z.infer<typeof ToolCall>;

export const Chunk = z.looseObject({ content: ContentBlock });
export const Plan = z.looseObject({
  entries: z.array(z.looseObject({ content: z.string(), priority: text.catch(null), status: text.catch(null) })),
});
export const Commands = z.looseObject({
  availableCommands: z.array(
    z.looseObject({
      name: z.string(),
      description: text.catch(null),
      input: z.looseObject({ hint: text }).nullish().catch(null),
    }),
  ),
});
export const CurrentMode = z.looseObject({ currentModeId: z.string() });
export const SessionInfo = z.looseObject({ title: text.catch(null) });
export const Cost = z.looseObject({ amount: z.number(), currency: z.string() });
export const UsageUpdate = z.looseObject({ cost: Cost.nullish().catch(null) });

const Choice = z.looseObject({ value: z.string(), name: text.catch(null) });
/** A setting of the agent that people may choose: its model, its mode, how much it reasons. */
export const ConfigOption = z.looseObject({
  id: z.string(),
  category: text.catch(null),
  currentValue: z.unknown(),
  options: z
    .array(z.union([Choice, z.looseObject({ options: z.array(Choice) })]))
    .nullish()
    .catch(null),
});
export type ConfigOption = z.infer<typeof ConfigOption>;
export const ConfigOptions = z.looseObject({ configOptions: z.array(ConfigOption) });

export const Update = z.looseObject({ sessionUpdate: z.string() });

/** One message of JSON-RPC: a request, a notification, or an answer. */
export const RpcMessage = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.looseObject({ code: z.number(), message: z.string(), data: z.unknown().optional() }).optional(),
});
export type RpcMessage = z.infer<typeof RpcMessage>;

export const SessionUpdate = z.looseObject({ update: Update });
export const PermissionRequest = z.looseObject({
  toolCall: ToolCall,
  options: z.array(z.looseObject({ optionId: z.string(), name: text.catch(null), kind: z.string() })),
});
export const PromptAnswer = z.looseObject({
  stopReason: z.string(),
  usage: z
    .looseObject({
      inputTokens: z.number().nullish(),
      outputTokens: z.number().nullish(),
      totalTokens: z.number().nullish(),
      cachedReadTokens: z.number().nullish(),
      cachedWriteTokens: z.number().nullish(),
    })
    .nullish()
    .catch(null),
});
