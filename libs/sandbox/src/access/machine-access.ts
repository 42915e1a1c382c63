import { EffectFailed } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { openAgent } from '../agent/open-agent.js';
import type { AgentConnection, AgentStart } from '../contracts/index.js';
import {
  type ExecRequest,
  type ExecResult,
  type GitRequest,
  type MachineId,
  SandboxAccess,
  type SandboxState,
  type TerminalConnection,
} from '../contracts/index.js';
import {
  ExecKilled,
  ExecNotStarted,
  ExecOutputTooLarge,
  ExecTimedOut,
  GenerationChanged,
  SandboxNotRunning,
} from '../domain/rejections.js';
import { AgentServer } from '../machine/agent-server.js';
import { AgentServerRefused, AnswerTooLarge } from '../machine/server-door.js';
import { type Machine, MachineRows } from '../machine/machine-rows.js';
import { openTerminal } from '../terminal/open-terminal.js';
import { GIT_ENVIRONMENT, gitOptions } from './safe-git.js';

/** States in which the agent server of the machine may be asked. */
const ANSWERING: readonly SandboxState[] = ['starting', 'preparing', 'ready', 'degraded', 'pausing', 'resuming'];
const MAX_RUN_MS = 30 * 60_000;
const MAX_BYTES = 16 * 1024 * 1024;
const USUAL_BYTES = 1024 * 1024;
/** Where our helper is, from the machine's home. */
export const HELPER = '.foundry/git-credential';

/** A machine that can be asked now. */
export interface OpenMachine extends MachineId {
  machine: Machine;
  server: AgentServer;
  home: string;
  repository: string;
}

/** Reaches machines through their agent server. Nothing is kept between calls, so another machine is never mistaken. */
@Injectable()
export class MachineAccess extends SandboxAccess {
  constructor(private readonly machines: MachineRows) {
    super();
  }

  /** The machine, if it is the present one and runs. */
  async open({ sandboxId, generation }: MachineId): Promise<OpenMachine> {
    const machine = await this.machines.find(sandboxId, generation);
    if (machine && machine.present !== generation) throw new GenerationChanged(machine.present);
    if (!machine) throw new SandboxNotRunning('requested');
    const { endpoint, token, home, repository, state } = machine;
    if (!endpoint || !token || home === null || repository === null || !ANSWERING.includes(state)) {
      throw new SandboxNotRunning(state);
    }
    return { sandboxId, generation, machine, server: new AgentServer(endpoint, token), home, repository };
  }

  async places(id: MachineId): Promise<{ home: string; repository: string }> {
    const { home, repository } = await this.open(id);
    return { home, repository };
  }

  async exec(id: MachineId, request: ExecRequest): Promise<ExecResult> {
    return this.execOn(await this.open(id), request);
  }

  async git(id: MachineId, request: GitRequest): Promise<ExecResult> {
    return this.gitOn(await this.open(id), request);
  }

  async execOn({ server, repository }: OpenMachine, request: ExecRequest): Promise<ExecResult> {
    const { argv, cwd = repository, env = {}, timeoutMs, maxBytes = USUAL_BYTES, whole = false, abort } = request;
    const [program = ''] = argv;
    const folder = cwd.startsWith('/') ? cwd : `${repository}/${cwd}`;
    const limits = { timeoutMs: Math.min(timeoutMs, MAX_RUN_MS), maxBytes: Math.min(maxBytes, MAX_BYTES) };
    const run = await server.run({ argv, cwd: folder, env, ...limits }, abort).catch((error: unknown) => {
      if (error instanceof AgentServerRefused) throw refusedRun(error, program);
      if (error instanceof AnswerTooLarge) throw new ExecOutputTooLarge(`The output of ${program}`);
      throw error;
    });
    if (run.timedOut) throw new ExecTimedOut(program);
    if (run.exitCode === null) throw new ExecKilled(program);
    const truncated = run.stdoutTruncated || run.stderrTruncated;
    if (truncated && whole) throw new ExecOutputTooLarge(`The output of ${program}`);
    return { exitCode: run.exitCode, stdout: run.stdout, stderr: run.stderr, truncated, ms: run.durationMs };
  }

  async gitOn(open: OpenMachine, request: GitRequest): Promise<ExecResult> {
    const { args, as = 'nobody', env = {}, ...rest } = request;
    const environment = { ...GIT_ENVIRONMENT, ...env };
    const configured = await this.configured(open, request, environment);
    const helper = as === 'owner' ? `${open.home}/${HELPER}` : null;
    const argv = ['git', ...gitOptions(configured, helper), ...args];
    return this.execOn(open, { ...rest, argv, env: environment });
  }

  async readFile(id: MachineId, path: string, maxBytes: number): Promise<Uint8Array | null> {
    const { server } = await this.open(id);
    try {
      return await server.readFile(path, maxBytes);
    } catch (error) {
      if (error instanceof AnswerTooLarge) throw new ExecOutputTooLarge('The file');
      throw error;
    }
  }

  async writeFile(id: MachineId, path: string, content: Uint8Array | string): Promise<void> {
    const { server } = await this.open(id);
    await server.writeFile(path, Buffer.from(content));
  }

  async terminal(id: MachineId, processId: string): Promise<TerminalConnection> {
    const open = await this.open(id);
    return openTerminal(open.server, await this.machines.terminalProcess(id, processId), () => this.open(id));
  }

  async agent(id: MachineId, serverId: string, start?: AgentStart): Promise<AgentConnection> {
    const { server } = await this.open(id);
    return openAgent(server, serverId, start);
  }

  /** Names of the keys that the repository itself sets; outside of one there are none. */
  private async configured(open: OpenMachine, request: GitRequest, env: Record<string, string>): Promise<string[]> {
    const { cwd, timeoutMs, abort } = request;
    const argv = ['git', 'config', '--local', '--includes', '--list', '--name-only', '-z'];
    const limit = Math.min(timeoutMs, 10_000);
    const where = cwd === undefined ? {} : { cwd };
    const listed = await this.execOn(open, { argv, env, timeoutMs: limit, ...where, ...(abort ? { abort } : {}) });
    return listed.exitCode === 0 ? listed.stdout.split('\0').filter((name) => name !== '') : [];
  }
}

/** A program or folder that is not there is the caller's mistake; anything else of the server is the machine's. */
function refusedRun(error: AgentServerRefused, program: string): Error {
  if (/failed to spawn|no such file|not a directory|permission denied/i.test(error.detail)) {
    return new ExecNotStarted(program);
  }
  return new EffectFailed('machine.unreachable', error.message, null, { cause: error });
}
