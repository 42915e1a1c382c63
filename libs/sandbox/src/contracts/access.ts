import type { AgentConnection, AgentStart } from './agent-connection.js';

/** One machine: a sandbox and which of its machines. Another one answers `sandbox.generation_changed`. */
export interface MachineId {
  sandboxId: string;
  generation: number;
}

/** A program with its arguments; never text for a shell. */
export interface ExecRequest {
  argv: readonly string[];
  /** Absolute, or relative to the repository. Default: the repository. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** At most 30 minutes. */
  timeoutMs: number;
  /** Of each stream; at most 16 MiB. */
  maxBytes?: number;
  /** A truncated answer is useless: throws `exec.output_too_large` instead. */
  whole?: boolean;
  abort?: AbortSignal;
}

export interface ExecResult {
  exitCode: number;
  stdout: string;
  stderr: string;
  truncated: boolean;
  ms: number;
}

/** Arguments of git after its own safe options. */
export interface GitRequest extends Omit<ExecRequest, 'argv'> {
  args: readonly string[];
  /** `owner` uses the credential that is installed; default: nobody's. */
  as?: 'owner' | 'nobody';
}

/** How a socket sees a terminal: bytes both ways, and how it ended. */
export interface TerminalConnection {
  /** What it said before, at most 256 KiB, then what it says. */
  readonly output: AsyncIterable<TerminalOutput>;
  write(bytes: Uint8Array): void;
  resize(cols: number, rows: number): void;
  /** Reading from the machine stops until `resume`. */
  pause(): void;
  resume(): void;
  close(): void;
}

export type TerminalOutput =
  | { kind: 'ready'; replayBytes: number; truncated: boolean }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'exit'; exitCode: number | null }
  | { kind: 'lost'; reason: 'paused' | 'expired' | 'generation' | 'unreachable' };

/**
 * Port to the machines, for effects of the worker and for the sockets of the API; its implementation is bound by this
 * module in both. It never starts or wakes a machine.
 *
 * Every call throws the rejections `sandbox.generation_changed` and `sandbox.not_running`, and `EffectFailed` with
 * `machine.unreachable` when the machine does not answer.
 */
export abstract class SandboxAccess {
  /**
   * Runs one program to its end. Without an exit code it throws: `exec.timed_out` at the limit, `exec.killed` by a signal,
   * `exec.not_started` for a program or folder that is not there.
   */
  abstract exec(machine: MachineId, request: ExecRequest): Promise<ExecResult>;

  /** `exec` of git in the repository with nothing of the repository's configuration that runs programs. */
  abstract git(machine: MachineId, request: GitRequest): Promise<ExecResult>;

  /** A file of the machine, whole; null when it is not there. Throws `exec.output_too_large` above `maxBytes`. */
  abstract readFile(machine: MachineId, path: string, maxBytes: number): Promise<Uint8Array | null>;

  /** Writes a file, whole; folders above it are made. */
  abstract writeFile(machine: MachineId, path: string, content: Uint8Array | string): Promise<void>;

  /** The terminal of a process that has one. Throws `process.unknown`, `process.no_terminal`. */
  abstract terminal(machine: MachineId, processId: string): Promise<TerminalConnection>;

  /** Home of the machine and its repository, absolute. */
  abstract places(machine: MachineId): Promise<{ home: string; repository: string }>;

  /** The connection to an agent, by the id of its server: `<sessionId>-<n>`, one for each start of the agent. */
  abstract agent(machine: MachineId, serverId: string, start?: AgentStart): Promise<AgentConnection>;
}
