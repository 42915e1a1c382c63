import type { ExecResult } from '../contracts/index.js';
import { EffectFailed } from '@foundry/messaging';
import type { MachineAccess, OpenMachine } from '../access/machine-access.js';

const USUAL_MS = 60_000;

export interface GitOptions {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  as?: 'owner' | 'nobody';
  timeoutMs?: number;
  maxBytes?: number;
}

/** Git and a few small programs on one machine, for effects that do several things in a row. */
export class MachineGit {
  constructor(
    private readonly access: MachineAccess,
    readonly open: OpenMachine,
    private readonly abort: AbortSignal,
  ) {}

  /** Whatever exit code it has. */
  async try(args: readonly string[], options: GitOptions = {}): Promise<ExecResult> {
    const { timeoutMs = USUAL_MS, ...rest } = options;
    return this.access.gitOn(this.open, { args, timeoutMs, abort: this.abort, ...rest });
  }

  /** Its output without the last line end. Any exit code but 0 is a failure that says what git said. */
  async run(args: readonly string[], options: GitOptions = {}): Promise<string> {
    const result = await this.try(args, options);
    if (result.exitCode === 0) return result.stdout.replace(/\n$/, '');
    throw new EffectFailed('git.failed', `git ${args[0] ?? ''}: ${lastWords(result.stderr)}`);
  }

  /** The commit that a name stands for, or null. */
  async commit(name: string, options: GitOptions = {}): Promise<string | null> {
    const { exitCode, stdout } = await this.try(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], options);
    return exitCode === 0 ? stdout.trim() : null;
  }

  async program(argv: readonly string[], options: GitOptions = {}): Promise<ExecResult> {
    const { timeoutMs = USUAL_MS, cwd = this.open.home, env = {}, maxBytes } = options;
    const size = maxBytes === undefined ? {} : { maxBytes };
    return this.access.execOn(this.open, { argv, cwd, env, timeoutMs, abort: this.abort, ...size });
  }

  /** Like `program`, and any exit code but 0 is a failure. */
  async must(argv: readonly string[], options: GitOptions = {}): Promise<string> {
    const { exitCode, stdout, stderr } = await this.program(argv, options);
    if (exitCode !== 0) throw new EffectFailed('machine.program_failed', `${argv[0] ?? ''}: ${lastWords(stderr)}`);
    return stdout;
  }

  /** `test -e`, `test -x` … of a path. */
  async test(what: '-e' | '-d' | '-x', path: string): Promise<boolean> {
    return (await this.program(['test', what, path])).exitCode === 0;
  }
}

/** What a program said last, short enough for people. */
export function lastWords(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-5).join('\n').slice(-1_000) || 'it said nothing';
}
