import { z } from 'zod';
import type { ToolCall } from './acp.js';
import { textOf } from './normalise.js';
import { beginning, bytesOf, ending, jsonBytes, KIB, smallValue } from './sizes.js';

const INPUT_BYTES = 16 * KIB;
const HEAD_BYTES = 16 * KIB;
const TAIL_BYTES = 48 * KIB;
const DIFF_BYTES = 64 * KIB;
/** An entry travels in one frame of 96 KiB, with its names and signs. */
const WHOLE_BYTES = 90 * KIB;
const MAX_LOCATIONS = 50;

/** Long output is kept as its beginning and its end; `size` is that of all of it in bytes. */
const Output = z.object({ head: z.string(), tail: z.string(), size: z.number() });
type Output = z.infer<typeof Output>;
const Diff = z.object({ path: z.string(), oldText: z.string().nullable(), newText: z.string().nullable() });

/** What the transcript keeps of a call of a tool. */
export const ToolCallData = z.object({
  callId: z.string(),
  kind: z.string(),
  title: z.string(),
  status: z.string(),
  locations: z.array(z.object({ path: z.string(), line: z.number().nullable() })),
  input: z.unknown(),
  output: Output.nullable(),
  diffs: z.array(Diff),
  /** Texts of its diffs were too long and are cut. */
  diffsCut: z.boolean(),
  exitCode: z.number().nullable(),
  startedAt: z.string(),
  ms: z.number().nullable(),
});
export type ToolCallData = z.infer<typeof ToolCallData>;

const OVER = ['completed', 'failed', 'cancelled'];
export const isOver = ({ status }: Pick<ToolCallData, 'status'>): boolean => OVER.includes(status);

const begun = (callId: string, at: Date): ToolCallData => ({
  callId,
  ...{ kind: 'other', title: '', status: 'pending', locations: [], input: null, output: null, diffs: [] },
  ...{ diffsCut: false, exitCode: null, startedAt: at.toISOString(), ms: null },
});

/** The call with an update in it, within its limits. `known` null: the first that is heard of it. */
export function withUpdate(known: ToolCallData | null, call: ToolCall, at: Date): ToolCallData {
  const data = { ...(known ?? begun(call.toolCallId, at)) };
  if (call.kind) data.kind = beginning(call.kind, 40);
  if (call.title) data.title = beginning(call.title, 1_000);
  if (call.status) data.status = beginning(call.status, 40);
  if (call.locations) {
    const locations = call.locations.slice(0, MAX_LOCATIONS);
    data.locations = locations.map(({ path, line }) => ({ path: beginning(path, KIB), line: line ?? null }));
  }
  if (hasContent(call.rawInput)) data.input = smallValue(call.rawInput, INPUT_BYTES);
  data.output = outputOf(data.output, call);
  const diffs = (call.content ?? []).filter(({ type }) => type === 'diff');
  if (diffs.length > 0) {
    const texts = diffs.map(({ path, oldText, newText }) => ({
      ...{ path: beginning(path ?? '', KIB), oldText: oldText ?? null, newText: newText ?? null },
    }));
    Object.assign(data, cutDiffs(texts, DIFF_BYTES));
  }
  data.exitCode = exitCodeOf(call) ?? data.exitCode;
  if (isOver(data)) data.ms ??= Math.max(0, at.getTime() - Date.parse(data.startedAt));
  return fitting(data);
}

const hasContent = (value: unknown): boolean =>
  value !== undefined && value !== null && !(typeof value === 'object' && Object.keys(value).length === 0);

const RawOutput = z.looseObject({
  output: z.string().optional().catch(undefined),
  formatted_output: z.string().optional().catch(undefined),
  aggregated_output: z.string().optional().catch(undefined),
  stdout: z.string().optional().catch(undefined),
  stderr: z.string().optional().catch(undefined),
  exitCode: z.number().optional().catch(undefined),
  exit_code: z.number().optional().catch(undefined),
  metadata: z
    .looseObject({ exit: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** Words of the content if there are any, else what the tool itself returned; a terminal's come piece by piece. */
function outputOf(known: Output | null, call: ToolCall): Output | null {
  const delta = call._meta?.terminal_output_delta?.data;
  if (delta !== undefined) return longer(known, delta);
  const terminal = call._meta?.terminal_output?.data;
  if (terminal !== undefined) return longer(known, terminal);
  const words = (call.content ?? []).flatMap(({ type, content }) => {
    const text = type === 'content' && content ? textOf(content) : null;
    return text === null ? [] : [text];
  });
  const text = words.length > 0 ? words.join('\n') : rawText(call.rawOutput);
  return text === null ? known : clipped(text);
}

function rawText(raw: unknown): string | null {
  if (typeof raw === 'string') return raw;
  const parsed = RawOutput.safeParse(raw);
  if (!parsed.success) return hasContent(raw) ? JSON.stringify(raw) : null;
  const { output, formatted_output, aggregated_output, stdout, stderr } = parsed.data;
  const streams = stdout !== undefined || stderr !== undefined ? `${stdout ?? ''}${stderr ?? ''}` : undefined;
  const text = output ?? formatted_output ?? aggregated_output ?? streams;
  if (text !== undefined) return text;
  return hasContent(raw) ? JSON.stringify(raw) : null;
}

function exitCodeOf(call: ToolCall): number | null {
  const exited = call._meta?.terminal_exit?.exit_code;
  if (typeof exited === 'number') return exited;
  const raw = RawOutput.safeParse(call.rawOutput).data;
  return raw?.exitCode ?? raw?.exit_code ?? raw?.metadata?.exit ?? null;
}

function clipped(text: string): Output {
  const size = bytesOf(text);
  if (size <= HEAD_BYTES + TAIL_BYTES) return { head: text, tail: '', size };
  return { head: beginning(text, HEAD_BYTES), tail: ending(text, TAIL_BYTES), size };
}

function longer(known: Output | null, text: string): Output {
  if (known === null) return clipped(text);
  if (known.tail === '') return clipped(known.head + text);
  return { head: known.head, tail: ending(known.tail + text, TAIL_BYTES), size: known.size + bytesOf(text) };
}

function cutDiffs(diffs: readonly z.infer<typeof Diff>[], bytes: number): Pick<ToolCallData, 'diffs' | 'diffsCut'> {
  let left = bytes;
  const take = (text: string | null): string | null => {
    if (text === null) return null;
    const kept = beginning(text, Math.max(0, left));
    left -= bytesOf(kept);
    return kept;
  };
  const kept = diffs.slice(0, MAX_LOCATIONS).map(({ path, oldText, newText }) => ({
    ...{ path, newText: take(newText), oldText: take(oldText) },
  }));
  const isCut = kept.some(({ oldText, newText }, index) => {
    const whole = diffs[index];
    return whole?.oldText !== oldText || whole.newText !== newText;
  });
  return { diffs: kept, diffsCut: isCut || diffs.length > kept.length };
}

/** Signs that JSON writes longer, and a call with everything at once, must not make it longer than a frame. */
function fitting(data: ToolCallData): ToolCallData {
  let fit = data;
  for (let share = 2; jsonBytes(fit) > WHOLE_BYTES && share <= 64; share *= 2) {
    const { output } = data;
    fit = {
      ...data,
      ...(data.diffs.length > 0 ? cutDiffs(data.diffs, DIFF_BYTES / share) : {}),
      output: output && {
        head: beginning(output.head, (HEAD_BYTES * 2) / share),
        tail: ending(output.tail === '' ? output.head : output.tail, (TAIL_BYTES * 2) / share),
        size: output.size,
      },
      input: share > 4 ? smallValue(data.input, INPUT_BYTES / share) : data.input,
    };
  }
  return fit;
}
