import { TaskPerson } from '@foundry/task/contracts';
import { z } from 'zod';

/** What an item says beyond its text comes from agents too; a part that is not as expected is as if it were not there. */
const or = <S extends z.ZodType>(schema: S) => schema.nullish().catch(null);
const text = or(z.string());
const whole = or(z.number());

const Person = TaskPerson.pick({ userId: true, login: true, avatarUrl: true });

const AttachedData = z.object({ kind: z.string(), path: text, line: whole, uploadId: text });
export type AttachedData = z.infer<typeof AttachedData>;

export const UserMessageData = z.object({
  messageId: text,
  author: or(Person),
  attachments: or(z.array(AttachedData)),
});

export const ToolDiff = z.object({ path: z.string(), oldText: text, newText: text });
export type ToolDiff = z.infer<typeof ToolDiff>;

/** Long output is kept as its beginning and its end. */
const Output = z.union([
  z.string(),
  z.object({ head: z.string().catch(''), tail: z.string().catch(''), size: z.number().catch(0) }),
]);

export const ToolCallData = z.object({
  kind: text,
  title: text,
  locations: or(z.array(z.looseObject({ path: z.string(), line: whole }))),
  status: text,
  input: or(z.unknown()),
  output: or(Output),
  diffs: or(z.array(ToolDiff)),
  exitCode: whole,
  ms: whole,
});
export type ToolCallData = z.infer<typeof ToolCallData>;

export const PlanData = z.object({
  entries: or(z.array(z.looseObject({ content: z.string().catch(''), status: text, state: text }))),
});

export const RequestData = z.object({
  permissionId: text,
  answer: text,
  answerText: text,
  answeredBy: or(Person),
  state: text,
});

export const TurnData = z.object({
  outcome: text,
  ms: whole,
  code: text,
  reason: text,
  by: or(Person),
  tokens: or(z.record(z.string(), z.number())),
  costCents: whole,
  head: text,
});

export const ErrorData = z.object({ code: text, detail: text });
export const OwnerChangeData = z.object({ from: or(Person), to: or(Person) });
export const GitData = z.object({ kind: text, sha: text, url: text, number: whole });
const Settings = { model: text, mode: text, reasoning: text };
export const ConfigData = z.object({ ...Settings, before: or(z.object(Settings)), by: or(Person), code: text });
export type ConfigData = z.infer<typeof ConfigData>;

export const NoticeData = z.object({ code: text, raw: or(z.unknown()) });

/** What an agent shows of the call that it wants to make, as it says it. */
export const WantedCall = z.looseObject({
  rawInput: or(z.unknown()),
  input: or(z.unknown()),
  content: or(z.array(z.looseObject({ type: z.string() }))),
});

/** The changes of files that a wanted call would make. */
export const wantedDiffs = ({ content }: z.infer<typeof WantedCall>): ToolDiff[] =>
  (content ?? []).flatMap((part) => (part.type === 'diff' ? (ToolDiff.safeParse(part).data ?? []) : []));

/** What terminals read as colours and moves of the cursor. */
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');

/** Output as text, as far as it was kept. */
export function outputText(output: ToolCallData['output']): string {
  if (output === null || output === undefined) return '';
  if (typeof output === 'string') return output.replaceAll(ESCAPES, '');
  const head = output.head.replaceAll(ESCAPES, '');
  if (output.tail === '') return head;
  return `${head}\n… what stood between is not kept, ${output.size.toLocaleString('en-US')} bytes in all …\n${output.tail.replaceAll(ESCAPES, '')}`;
}

export const Command = z.looseObject({
  command: z.union([z.string(), z.array(z.string()).transform((all) => all.join(' '))]),
});

/** What a tool is given: the command alone where there is one, otherwise everything. */
export function shownInput(value: unknown): string {
  const command = Command.safeParse(value);
  return command.success ? command.data.command : shownValue(value);
}

export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
