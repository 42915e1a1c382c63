import { EffectFailed } from '@foundry/messaging';
import type { ExecResult, MachineId, SandboxAccess } from '@foundry/sandbox/contracts';

export interface GitOptions {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  as?: 'owner' | 'nobody';
  timeoutMs?: number;
  maxBytes?: number;
}

const USUAL_MS = 60_000;
const LISTS_BYTES = 8 * 1024 * 1024;

/** Git in the repository of one machine, for effects that do several things in a row. */
export class TaskGit {
  constructor(
    private readonly access: SandboxAccess,
    readonly machine: MachineId,
    private readonly abort: AbortSignal,
  ) {}

  /** Whatever exit code it has. */
  async try(args: readonly string[], options: GitOptions = {}): Promise<ExecResult> {
    const { timeoutMs = USUAL_MS, maxBytes = LISTS_BYTES, ...rest } = options;
    return this.access.git(this.machine, { args, timeoutMs, maxBytes, abort: this.abort, ...rest });
  }

  /** Its output without the last line end. Any exit code but 0 is a failure that says what git said. */
  async run(args: readonly string[], options: GitOptions = {}): Promise<string> {
    const result = await this.try(args, options);
    if (result.exitCode !== 0) throw new EffectFailed('git.failed', `git ${args[0] ?? ''}: ${lastWords(result)}`);
    if (result.truncated) throw new EffectFailed('git.output_too_large', `git ${args[0] ?? ''} said too much.`);
    return result.stdout.replace(/\n$/, '');
  }

  /** The commit that a name stands for, or null. */
  async commit(name: string, options: GitOptions = {}): Promise<string | null> {
    const { exitCode, stdout } = await this.try(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], options);
    return exitCode === 0 ? stdout.trim() : null;
  }

  /** A small program on the machine; any exit code but 0 is a failure. */
  async program(argv: readonly string[], cwd?: string): Promise<string> {
    const where = cwd === undefined ? {} : { cwd };
    const request = { argv, timeoutMs: USUAL_MS, abort: this.abort, ...where };
    const result = await this.access.exec(this.machine, request);
    if (result.exitCode !== 0)
      throw new EffectFailed('machine.program_failed', `${argv[0] ?? ''}: ${lastWords(result)}`);
    return result.stdout;
  }

  places(): Promise<{ home: string; repository: string }> {
    return this.access.places(this.machine);
  }

  /** Where a branch of the remote is; those that are not there are left out. Also the default branch, if it says one. */
  async remoteHeads(branches: readonly string[]): Promise<{ heads: Map<string, string>; usual: string | null }> {
    const { found, usual } = await this.remoteRefs(branches.map((branch) => `refs/heads/${branch}`));
    const heads = [...found].map(([ref, sha]): [string, string] => [ref.slice('refs/heads/'.length), sha]);
    return { heads: new Map(heads), usual };
  }

  /** The same, of refs by their full names. */
  async remoteRefs(refs: readonly string[]): Promise<{ found: Map<string, string>; usual: string | null }> {
    const args = ['ls-remote', '--symref', 'origin', 'HEAD', ...refs];
    const result = await this.try(args, { as: 'owner' });
    if (result.exitCode !== 0) throw remoteFailure(result);
    const found = new Map<string, string>();
    let usual: string | null = null;
    for (const line of result.stdout.split('\n')) {
      const [value = '', name = ''] = line.split('\t');
      const symbolic = /^ref: refs\/heads\/(.+)$/.exec(value);
      if (symbolic?.[1] !== undefined && name === 'HEAD') usual = symbolic[1];
      // The remote matches from the end of names, so it may tell of more than was asked.
      else if (refs.includes(name)) found.set(name, value);
    }
    return { found, usual };
  }
}

/** What git said last, short enough for people, without the marks of its remote side. */
export function lastWords({ stderr, stdout }: Pick<ExecResult, 'stderr' | 'stdout'>): string {
  const lines = `${stdout}\n${stderr}`
    .split(/[\n\r]/)
    .map((line) => line.replace(/^remote: ?/, '').trim())
    .filter((line) => line !== '' && !/^[-=*]{3,}$/.test(line));
  return lines.slice(-6).join('\n').slice(-1_000) || 'it said nothing';
}

/** The remote did not answer as it should: it refuses the person, or cannot be reached now. */
export function remoteFailure(result: ExecResult): Error {
  const words = lastWords(result);
  return isRefusedByRemote(result.stderr)
    ? new RemoteRefused(words)
    : new EffectFailed('github.unavailable', `GitHub could not be reached: ${words}`);
}

const REFUSED =
  /authentication failed|could not read (?:username|password)|permission to .* denied|repository .*not found|returned error: (?:401|403|404)|access denied/i;
export const isRefusedByRemote = (stderr: string): boolean => REFUSED.test(stderr);

/** GitHub does not let the person in. Its words are for people. */
export class RemoteRefused extends Error {}
