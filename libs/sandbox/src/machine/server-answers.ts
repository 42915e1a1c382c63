import { EffectFailed } from '@foundry/messaging';
import { z } from 'zod';

/** What the agent server answers, as far as it is used here. */
export const RunResult = z.object({
  exitCode: z.int().nullable(),
  timedOut: z.boolean(),
  stdout: z.string(),
  stderr: z.string(),
  stdoutTruncated: z.boolean(),
  stderrTruncated: z.boolean(),
  durationMs: z.number(),
});
export type RunResult = z.infer<typeof RunResult>;

export const RemoteProcess = z.object({
  id: z.string(),
  status: z.string(),
  pid: z.int().nullish(),
  exitCode: z.int().nullish(),
  command: z.string(),
  args: z.array(z.string()),
});
export type RemoteProcess = z.infer<typeof RemoteProcess>;
export const ProcessList = z.object({ processes: z.array(RemoteProcess) });

const LogEntry = z.object({ sequence: z.int(), stream: z.string(), timestampMs: z.number(), data: z.string() });
export const Logs = z.object({ entries: z.array(LogEntry) });
export type RemoteLogEntry = z.infer<typeof LogEntry>;

const Option = z.looseObject({
  id: z.string().optional(),
  category: z.string().nullish(),
  options: z.array(z.looseObject({ value: z.string(), name: z.string().nullish() })).optional(),
});
export const RemoteAgent = z.object({
  id: z.string(),
  installed: z.boolean(),
  credentialsAvailable: z.boolean(),
  version: z.string().nullish(),
  capabilities: z.record(z.string(), z.boolean()),
  configOptions: z.array(Option).nullish(),
});
export type RemoteAgent = z.infer<typeof RemoteAgent>;

/** The body as JSON; null: it is none. */
export function jsonOrNull(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The body as JSON. Throws `machine.unreachable`: somebody else answers there. */
export function parsed(body: Buffer): unknown {
  const value = jsonOrNull(body);
  if (value === null) throw new EffectFailed('machine.unreachable', 'The agent server answered with something else.');
  return value;
}
