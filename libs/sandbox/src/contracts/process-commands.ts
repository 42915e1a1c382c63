import { command, text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Argv, Code, Environment, Generation, keyed, Reason, sandbox } from './fields.js';
import { ProcessView } from './views.js';

const process = { ...sandbox, processId: Uuid };
const processOf = ({ processId }: { processId: string }) => ({ subject: { type: 'process', id: processId } });
const machine = { ...sandbox, generation: Generation };

/** A folder of the repository, relative to it; `.` is the repository itself. */
export const WorkingFolder = z.string().min(1).max(1_024).default('.');

/**
 * Starts a program or terminal in the repository. `cwd` is relative to it. Refused: `sandbox.not_ready`, `process.limit`,
 * `process.cwd_invalid`, `process.id_taken`.
 */
export class CreateProcess extends command({
  name: 'sandbox.createProcess',
  ...keyed,
  payload: z.object({
    ...process,
    argv: Argv,
    cwd: WorkingFolder,
    env: Environment.default({}),
    tty: z.boolean().default(true),
    title: text(80).optional(),
  }),
  result: ProcessView,
  audit: { kind: 'process.started', entry: processOf, each: true },
}) {}

const ended = {
  ...keyed,
  payload: z.object({ ...process, waitSeconds: z.int().min(0).max(10).default(0) }),
  result: ProcessView,
  audit: { kind: 'process.stopped', entry: processOf },
};

/** Sends TERM. Refused: `process.unknown`, `process.ended`, `sandbox.not_ready`. */
export class StopProcess extends command({ name: 'sandbox.stopProcess', ...ended }) {}

/** Sends KILL. Refused: `process.unknown`, `process.ended`, `sandbox.not_ready`. */
export class KillProcess extends command({ name: 'sandbox.killProcess', ...ended }) {}

/** Removes an ended process from the list. Refused: `process.unknown`, `process.running`. */
export class DeleteProcess extends command({
  name: 'sandbox.deleteProcess',
  ...keyed,
  payload: z.object(process),
  audit: { kind: 'process.deleted', entry: processOf },
}) {}

/** The machine started the process, or could not. */
export class RecordProcessStarted extends command({
  name: 'sandbox.recordProcessStarted',
  ...keyed,
  payload: z.object({
    ...machine,
    processId: Uuid,
    outcome: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('started'), remoteId: z.string().max(80), pid: z.int().nullable() }),
      z.object({ kind: z.literal('failed'), code: Code, message: Reason }),
    ]),
  }),
  audit: { none: 'progress' },
}) {}

/** What became of running processes, as the machine says. */
export class RecordProcesses extends command({
  name: 'sandbox.recordProcesses',
  ...keyed,
  payload: z.object({
    ...machine,
    ended: z
      .array(
        z.object({
          processId: Uuid,
          /** `lost`: the machine does not know it any more. */
          status: z.enum(['exited', 'lost']),
          exitCode: z.int().nullable(),
        }),
      )
      .min(1)
      .max(64),
  }),
  audit: { none: 'progress' },
}) {}

/** A signal could not be sent; the process goes on. */
export class RecordSignal extends command({
  name: 'sandbox.recordSignal',
  ...keyed,
  payload: z.object({ ...machine, processId: Uuid, sent: z.boolean(), code: Code.nullable() }),
  audit: { none: 'progress' },
}) {}

/** The repository's own setup runs as this process. */
export class RecordSetup extends command({
  name: 'sandbox.recordSetup',
  ...keyed,
  payload: z.object({ ...machine, processId: Uuid, remoteId: z.string().max(80), pid: z.int().nullable() }),
  audit: { none: 'progress' },
}) {}

/** A script runs a program over the API; only the audit log keeps it. */
export class NoteExec extends command({
  name: 'sandbox.noteExec',
  ...keyed,
  payload: z.object({ ...sandbox, taskId: Uuid, argv: z.array(z.string()).max(64), cwd: z.string().max(1_024) }),
  audit: {
    kind: 'process.executed',
    entry: ({ sandboxId, taskId, argv, cwd }) => ({
      subject: { type: 'sandbox', id: sandboxId },
      taskId,
      details: { argv, cwd },
    }),
  },
}) {}

/** Somebody opened a terminal; only the audit log keeps it. Keystrokes are kept nowhere. */
export class NoteTerminal extends command({
  name: 'sandbox.noteTerminal',
  ...keyed,
  payload: z.object({ ...process, taskId: Uuid }),
  audit: {
    kind: 'terminal.opened',
    entry: ({ processId, taskId }) => ({ subject: { type: 'process', id: processId }, taskId }),
  },
}) {}
