import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Git ended with another code than 0. */
export class GitFailed extends Error {
  constructor(
    args: readonly string[],
    readonly code: number | null,
    readonly output: string,
  ) {
    super(`git ${args.join(' ')} ended with ${code ?? 'a signal'}: ${output.slice(0, 500)}`);
  }
}

export interface GitInput {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The environment of every git process: none of the machine's own settings, and never a question. */
export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C.UTF-8',
    ...extra,
  };
}

/** Runs git in a folder and returns what it wrote. Throws `GitFailed` when it ends with another code than 0. */
export async function git(folder: string, args: readonly string[], options: GitInput = {}): Promise<string> {
  const { code, output, complaint } = await gitAnswer(folder, args, options);
  if (code !== 0) throw new GitFailed(args, code, complaint || output);
  return output;
}

/** The same for commands whose exit code is an answer. */
export async function gitAnswer(
  folder: string,
  args: readonly string[],
  { input, env }: GitInput = {},
): Promise<{ code: number | null; output: string; complaint: string }> {
  const child = spawn('git', ['-c', 'safe.directory=*', '-c', 'core.quotepath=off', ...args], {
    cwd: folder,
    env: gitEnvironment(env),
  });
  const output: Buffer[] = [];
  const complaint: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => output.push(part));
  child.stderr.on('data', (part: Buffer) => complaint.push(part));
  child.stdin.on('error', () => child.stdin.destroy()); // git may end before it has read all: its code tells
  if (input === undefined) child.stdin.destroy();
  else child.stdin.end(input);
  await once(child, 'close');
  return {
    code: child.exitCode,
    output: Buffer.concat(output).toString('utf8'),
    complaint: Buffer.concat(complaint).toString('utf8'),
  };
}
