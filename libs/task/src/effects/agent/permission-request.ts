import { derivedId } from '@foundry/messaging';
import { PermissionAnswer, type RecordPermission } from '../../contracts/index.js';
import { PermissionRequest } from '../../transcript/acp.js';
import { beginning, KIB, smallValue, storable, storableValue } from '../../transcript/sizes.js';
import { type ToolCallData, withUpdate } from '../../transcript/tool-call.js';

const TOOL_BYTES = 30 * KIB;
const MAX_OPTIONS = 20;

type Asked = Omit<RecordPermission['payload'], 'organizationId' | 'taskId' | 'turnId'>;

/** The agent's own name of a request: `0` and `"0"` are two. */
export const refOf = (id: string | number): string => JSON.stringify(id);
export const idOfRef = (ref: string): string | number => {
  const id: unknown = JSON.parse(ref);
  return typeof id === 'number' ? id : String(id);
};

/** What an agent asks leave for; null: nothing that one could answer. `known`: the call as the transcript has it. */
export function permissionOf(
  params: unknown,
  id: string | number,
  of: { turnId: string; connection: string; at: Date; clean: (text: string) => string },
  known: (callId: string) => ToolCallData | null,
): Asked | null {
  const request = PermissionRequest.safeParse(params);
  if (!request.success) return null;
  const options = request.data.options.flatMap(({ kind, optionId, name }) => {
    const parsed = PermissionAnswer.safeParse(kind);
    return parsed.success ? [{ kind: parsed.data, optionId: optionId.slice(0, 200), name: words(name, optionId) }] : [];
  });
  if (options.length === 0) return null;
  const { toolCall } = request.data;
  const clean = (text: string) => of.clean(storable(text));
  const call = withUpdate(known(toolCall.toolCallId), toolCall, of.at);
  const { callId, kind, title, locations, input, diffs } = call;
  const requestRef = refOf(id).slice(0, 200);
  const tool = { callId, kind, title, locations, input, diffs };
  const small = { callId, kind, title, input: smallValue(input, TOOL_BYTES / 4) };
  const isSmall = smallValue(tool, TOOL_BYTES) === tool;
  return {
    permissionId: derivedId(of.turnId, of.connection, requestRef),
    connection: of.connection,
    requestRef,
    kind: 'permission',
    title: clean(beginning(title === '' ? 'The agent asks for permission' : title, 1_000)),
    tool: entries(storableValue(isSmall ? tool : small, clean)),
    options: options.slice(0, MAX_OPTIONS),
  };
}

const words = (name: string | null | undefined, otherwise: string): string => (name ?? otherwise).slice(0, 200);
const entries = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
