import { ask, EffectFailed, Refusal, Rejection } from '@foundry/messaging';
import { type MachineId, SandboxAccess, SandboxOfTask, type SandboxView } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { fileAt, type FileContent, type FileEntry, filesIn } from './file-views.js';
import { repositoryPath } from './repository-path.js';

const READ_MS = 10_000;
const LISTING_BYTES = 8 * 1024 * 1024;
const CONTENT_BYTES = 1024 * 1024;
const FOUND = 100;

/** Which state of the repository is read. */
export type RepositoryState = 'base' | 'head' | 'checkpoint';

class MachineNotRunning extends Rejection {
  constructor(state: string | null) {
    super('sandbox.not_running', 'conflict', 'Files are read from the machine, and it does not run; resume it first.', {
      details: { state },
    });
  }
}

class FileUnknown extends Rejection {
  constructor(path: string) {
    super('file.unknown', 'missing', `There is no ${path === '' ? 'repository yet' : path} in this state.`);
  }
}

type Task = { organizationId: string; id: string };

/**
 * Files of a task's repository, read out of git's objects on its machine: nothing there is touched, and no machine is
 * started or woken. Every method throws `sandbox.not_running`, `file.path_invalid` and `file.unknown`.
 */
@Injectable()
export class RepositoryFiles {
  constructor(
    private readonly access: SandboxAccess,
    private readonly queries: QueryBus,
  ) {}

  /** The entries of a folder, folders first. */
  async list(task: Task, folder: string): Promise<FileEntry[]> {
    const path = repositoryPath(folder);
    const machine = await this.machine(task);
    const commit = await this.commit(machine, 'checkpoint');
    const listed = await this.git(machine, ['ls-tree', '-z', '-l', `${commit}:${path}`], LISTING_BYTES);
    if (listed.exitCode !== 0) throw new FileUnknown(path);
    return filesIn(listed.stdout, path);
  }

  /** A file as text, at most 1 MiB; of a larger or binary one only its size. */
  async content(task: Task, at: RepositoryState, file: string): Promise<FileContent> {
    const path = repositoryPath(file);
    const machine = await this.machine(task);
    const object = `${await this.commit(machine, at)}:${path}`;
    const sized = await this.git(machine, ['cat-file', '-s', object], 1_024);
    const kind = sized.exitCode === 0 ? await this.git(machine, ['cat-file', '-t', object], 1_024) : null;
    if (kind?.stdout.trim() !== 'blob') throw new FileUnknown(path);
    const size = Number(sized.stdout.trim());
    if (size > CONTENT_BYTES) return fileAt(path, size, null);
    const read = await this.git(machine, ['cat-file', 'blob', object], CONTENT_BYTES * 2);
    return fileAt(path, size, read.stdout);
  }

  /** Paths that have all these words, shortest first. */
  async search(task: Task, words: string): Promise<string[]> {
    const machine = await this.machine(task);
    const commit = await this.commit(machine, 'checkpoint');
    const listed = await this.git(machine, ['ls-tree', '-r', '-z', '--name-only', commit], LISTING_BYTES);
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    return listed.stdout
      .split('\0')
      .filter((path) => path !== '' && wanted.every((word) => path.toLowerCase().includes(word)))
      .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
      .slice(0, FOUND);
  }

  private async machine({ organizationId, id }: Task): Promise<SandboxView> {
    const sandbox = await ask(this.queries, new SandboxOfTask(organizationId, id));
    if (sandbox?.repository.state !== 'ready') throw new MachineNotRunning(sandbox?.state ?? null);
    return sandbox;
  }

  /** The commit of a state. A machine that saved nothing yet is read at its head. */
  private async commit(machine: SandboxView, at: RepositoryState): Promise<string> {
    if (at === 'base') {
      const { stdout } = await this.git(
        machine,
        ['merge-base', 'HEAD', `refs/remotes/origin/${machine.baseBranch}`],
        1_024,
      );
      if (stdout.trim() !== '') return stdout.trim();
    }
    if (at === 'checkpoint' && machine.lastCheckpoint) {
      const saved = `refs/foundry/checkpoint/${String(machine.lastCheckpoint.number)}^{commit}`;
      const { stdout } = await this.git(machine, ['rev-parse', '--verify', '--quiet', saved], 1_024);
      if (stdout.trim() !== '') return stdout.trim();
    }
    return 'HEAD';
  }

  private async git({ sandboxId, generation }: MachineId, args: readonly string[], maxBytes: number) {
    try {
      return await this.access.git({ sandboxId, generation }, { args, timeoutMs: READ_MS, maxBytes });
    } catch (error) {
      if (!(error instanceof EffectFailed)) throw error;
      throw new Refusal('service.unavailable', error.message, { retryAfterMs: 5_000 }, { 'Retry-After': '5' });
    }
  }
}
