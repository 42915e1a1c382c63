import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Rejection } from '@foundry/messaging';
import {
  type AgentConnection,
  type ExecRequest,
  type ExecResult,
  type GitRequest,
  type MachineId,
  SandboxAccess,
  type TerminalConnection,
} from '@foundry/sandbox/contracts';

/** Address of the repository that test tasks are of; a machine's git finds its own remote behind it. */
const ADDRESS = 'https://github.com/acme/web.git';
const REMOTE_COMMANDS = ['push', 'fetch', 'ls-remote'];

const SAFE = ['core.hooksPath=/dev/null', 'core.quotePath=false', 'credential.helper='].flatMap((one) => ['-c', one]);
const ENVIRONMENT = {
  ...{ GIT_TERMINAL_PROMPT: '0', GIT_LITERAL_PATHSPECS: '1', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' },
  ...{ GIT_EDITOR: '/bin/false', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
};

class NotRunning extends Rejection {
  constructor() {
    super('sandbox.not_running', 'conflict', 'There is no such machine.');
  }
}

/** A remote and the clone of it that one machine has. Git in both is real. */
export class FolderMachine {
  private constructor(
    readonly root: string,
    readonly remote: string,
    readonly home: string,
    readonly repository: string,
  ) {}

  /** A remote with one commit on `main`, and its clone with a branch checked out. */
  static async make(branch: string, files: Readonly<Record<string, string>>): Promise<FolderMachine> {
    const root = await mkdtemp(join(tmpdir(), 'foundry-task-'));
    const machine = new FolderMachine(root, join(root, 'remote.git'), join(root, 'home'), join(root, 'home/repo'));
    await mkdir(machine.home, { recursive: true });
    await machine.run(root, 'git', 'init', '--quiet', '--bare', '--initial-branch=main', machine.remote);
    await machine.run(root, 'git', 'clone', '--quiet', machine.remote, machine.repository);
    await machine.git('symbolic-ref', 'HEAD', 'refs/heads/main');
    await machine.write(files);
    await machine.commit('Begin');
    await machine.git('push', '--quiet', 'origin', 'main');
    await machine.git('fetch', '--quiet', 'origin');
    await machine.git('remote', 'set-head', 'origin', 'main');
    await machine.git('checkout', '--quiet', '--no-track', '-B', branch, 'origin/main');
    const identity = '[user]\n\tname = Ana Anders\n\temail = ana@example.test\n';
    await writeFile(join(machine.home, '.gitconfig'), identity);
    await machine.git('remote', 'set-url', 'origin', ADDRESS);
    return machine;
  }

  async write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(this.repository, path)), { recursive: true });
      await writeFile(join(this.repository, path), content);
    }
  }

  /** Git as an agent would call it, in the clone. */
  git(...args: string[]): Promise<string> {
    return this.run(this.repository, 'git', '-c', 'user.name=Agent', '-c', 'user.email=agent@example.test', ...args);
  }

  atRemote(...args: string[]): Promise<string> {
    return this.run(this.remote, 'git', '-c', 'user.name=Eve', '-c', 'user.email=eve@example.test', ...args);
  }

  async commit(message: string): Promise<string> {
    await this.git('add', '--all');
    await this.git('commit', '--quiet', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Somebody else commits these files on a branch of the remote. */
  async commitElsewhere(branch: string, files: Readonly<Record<string, string>>, from = 'main'): Promise<string> {
    const folder = join(this.root, 'elsewhere');
    await rm(folder, { recursive: true, force: true });
    await this.run(this.root, 'git', 'clone', '--quiet', '--branch', from, this.remote, folder);
    for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
    await this.run(folder, 'git', 'add', '--all');
    const by = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.test'];
    await this.run(folder, 'git', ...by, 'commit', '--quiet', '-m', 'Elsewhere');
    await this.run(folder, 'git', 'push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    return this.run(folder, 'git', 'rev-parse', 'HEAD');
  }

  /** Head and working tree as objects; branch, index and files stay as they are. */
  async checkpoint(): Promise<{ headSha: string; treeSha: string }> {
    const GIT_INDEX_FILE = join(this.home, 'checkpoint.index');
    const inIndex = (...args: string[]) =>
      this.run(this.repository, 'env', `GIT_INDEX_FILE=${GIT_INDEX_FILE}`, ...args);
    await inIndex('git', 'read-tree', 'HEAD');
    await inIndex('git', 'add', '--all');
    const treeSha = await inIndex('git', 'write-tree');
    return { headSha: await this.git('rev-parse', 'HEAD'), treeSha };
  }

  /** Everything of the clone that a refusal must not move. */
  async state(): Promise<string> {
    const parts = [
      await this.git('rev-parse', 'HEAD'),
      await this.git('symbolic-ref', 'HEAD'),
      await this.git('for-each-ref', 'refs/heads'),
      await this.git('ls-files', '--stage'),
      await this.run(this.repository, 'sh', '-c', 'find . -path ./.git -prune -o -type f -exec sha1sum {} + | sort'),
    ];
    return parts.join('\n--\n');
  }

  run(cwd: string, program: string, ...args: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const env = { PATH: process.env['PATH'], HOME: this.home, ...ENVIRONMENT };
      execFile(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
        if (error) reject(new Error(`${program} ${args.join(' ')}: ${stderr}`, { cause: error }));
        else resolve(stdout.replace(/\n$/, ''));
      });
    });
  }

  end(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}

/** The port to machines that are folders, with real git and nothing else of a machine. */
export class FolderMachines extends SandboxAccess {
  private readonly machines = new Map<string, FolderMachine>();

  add(sandboxId: string, machine: FolderMachine): void {
    this.machines.set(sandboxId, machine);
  }

  async exec(id: MachineId, request: ExecRequest): Promise<ExecResult> {
    const machine = this.of(id);
    const [program = '', ...args] = request.argv;
    const { cwd = machine.repository, env = {}, timeoutMs, maxBytes = 1024 * 1024, abort } = request;
    const limits = { timeout: timeoutMs, maxBuffer: 256 * 1024 * 1024, ...(abort ? { signal: abort } : {}) };
    const environment = { PATH: process.env['PATH'], HOME: machine.home, ...env };
    return new Promise((resolve, reject) => {
      execFile(program, args, { cwd, env: environment, ...limits, encoding: 'buffer' }, (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') {
          reject(new Error(`${program} did not end by itself.`, { cause: error }));
          return;
        }
        const cut = (bytes: Buffer) => bytes.subarray(0, maxBytes).toString();
        const truncated = stdout.length > maxBytes || stderr.length > maxBytes;
        const exitCode = error ? Number(error.code) : 0;
        resolve({ exitCode, stdout: cut(stdout), stderr: cut(stderr), truncated, ms: 1 });
      });
    });
  }

  git(id: MachineId, request: GitRequest): Promise<ExecResult> {
    const { args, env = {}, cwd, timeoutMs, maxBytes, abort } = request;
    const isRemote = REMOTE_COMMANDS.includes(args[0] ?? '') && request.as === 'owner';
    const address = isRemote ? ['-c', `url.${this.of(id).remote}.insteadOf=${ADDRESS}`] : [];
    const limits = { timeoutMs, ...(maxBytes === undefined ? {} : { maxBytes }), ...(abort ? { abort } : {}) };
    const argv = ['git', '--no-pager', ...SAFE, ...address, ...args];
    return this.exec(id, { ...limits, ...(cwd === undefined ? {} : { cwd }), argv, env: { ...ENVIRONMENT, ...env } });
  }

  async readFile(id: MachineId, path: string): Promise<Uint8Array | null> {
    return readFile(join(this.of(id).home, path));
  }

  async writeFile(id: MachineId, path: string, content: Uint8Array | string): Promise<void> {
    await writeFile(join(this.of(id).home, path), content);
  }

  places(id: MachineId): Promise<{ home: string; repository: string }> {
    const { home, repository } = this.of(id);
    return Promise.resolve({ home, repository });
  }

  terminal(): Promise<TerminalConnection> {
    return Promise.reject(new NotRunning());
  }

  agent(): Promise<AgentConnection> {
    return Promise.reject(new NotRunning());
  }

  private of({ sandboxId }: MachineId): FolderMachine {
    const machine = this.machines.get(sandboxId);
    if (!machine) throw new NotRunning();
    return machine;
  }
}
