import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { EffectFailed, Rejection } from '@foundry/messaging';
import type { GitCredential } from '../contracts/index.js';
import type { StoredCheckpoint } from './checkpoint-store.js';
import { CredentialFiles } from './credential-files.js';
import { type GitOptions, lastWords, type MachineGit } from './machine-git.js';

export interface WantedRepository {
  cloneUrl: string;
  branch: string;
  baseBranch: string;
  branchMode: 'any' | 'existing';
}

export interface PreparedRepository {
  headSha: string | null;
  restored: boolean;
  fresh: boolean;
  notice: { code: string; message: string } | null;
}

/** The branch that the task is for does not exist at the remote. */
export class BranchMissing extends Rejection {
  constructor(branch: string, code: 'repository.branch_missing' | 'repository.base_missing') {
    super(code, 'conflict', `The branch ${branch} does not exist at GitHub any more.`);
  }
}

/** The remote refuses the clone: no such repository, or no right to read it. */
export class CloneRefused extends Rejection {
  constructor(words: string) {
    super('repository.clone_refused', 'conflict', `The repository could not be cloned: ${words}`);
  }
}

const CLONE_MS = 12 * 60_000;
const REFUSED = /authentication failed|could not read username|not found|access denied|403|401|invalid username or/i;

/**
 * Brings the repository onto a machine (sandbox, section 8). A clone that is there already is looked at and never
 * changed: nothing is checked out, reset, cleaned or deleted.
 */
export class RepositoryPreparation {
  private readonly files: CredentialFiles;

  constructor(private readonly git: MachineGit) {
    this.files = new CredentialFiles(git);
  }

  async prepare(
    wanted: WantedRepository,
    checkpoint: StoredCheckpoint | null,
    credential: () => Promise<GitCredential | null>,
  ): Promise<PreparedRepository> {
    const { repository } = this.git.open;
    await this.files.prepare(wanted.cloneUrl);
    if (await this.git.test('-e', `${repository}/.git`)) return this.look(wanted);
    const folder = await this.emptyFolder();
    await this.clone(wanted.cloneUrl, folder, await credential());
    const restored = checkpoint !== null && (await this.restore(folder, wanted.branch, checkpoint));
    if (!restored) await this.checkOut(folder, wanted);
    await this.git.open.server.move(folder, repository);
    const lost = checkpoint !== null && !restored;
    const notice = lost ? notRestored : null;
    return { headSha: await this.git.commit('HEAD'), restored, fresh: true, notice };
  }

  /**
   * A name of its own beside the repository: a clone that was given up may still run, and takes its folder along when it
   * fails. What such clones left is removed.
   */
  private async emptyFolder(): Promise<string> {
    const { home, repository } = this.git.open;
    const beside = ['-mindepth', '1', '-maxdepth', '1', '-name', `${basename(repository)}.new-*`];
    await this.git.must(['find', home, ...beside, '-exec', 'rm', '-rf', '{}', '+']);
    return `${repository}.new-${randomUUID()}`;
  }

  /** What is there stays as it is; what differs is told. */
  private async look({ cloneUrl, branch }: WantedRepository): Promise<PreparedRepository> {
    const remote = (await this.git.try(['remote', 'get-url', 'origin'])).stdout.trim();
    const present = (await this.git.try(['symbolic-ref', '--quiet', '--short', 'HEAD'])).stdout.trim();
    const notice =
      remote !== cloneUrl
        ? { code: 'repository.remote_differs', message: 'The clone on the machine has another remote.' }
        : present !== branch
          ? { code: 'repository.branch_differs', message: `${present || 'No branch'} is checked out on the machine.` }
          : null;
    return { headSha: await this.git.commit('HEAD'), restored: false, fresh: false, notice };
  }

  private async clone(url: string, folder: string, credential: GitCredential | null): Promise<void> {
    const args = ['clone', '--quiet', '--no-checkout', '--origin', 'origin', '--', url, folder];
    const result = await this.files.lend(credential, (options: GitOptions) =>
      this.git.try(args, { ...options, cwd: this.git.open.home, timeoutMs: CLONE_MS }),
    );
    if (result.exitCode === 0) return;
    const words = lastWords(result.stderr);
    if (REFUSED.test(result.stderr)) throw new CloneRefused(words);
    throw new EffectFailed('repository.clone_failed', words);
  }

  /** Branch at the commit that was saved, working tree as it was. False: the bundle does not fit this clone. */
  private async restore(cwd: string, branch: string, checkpoint: StoredCheckpoint): Promise<boolean> {
    const file = `${this.git.open.home}/.foundry/restore.bundle`;
    const ref = `refs/foundry/checkpoint/${String(checkpoint.number)}`;
    await this.git.open.server.writeFile(file, checkpoint.bundle);
    try {
      const fetched = await this.git.try(['fetch', '--quiet', '--no-tags', file, `+${ref}:${ref}`], { cwd });
      if (fetched.exitCode !== 0) return false;
    } finally {
      await this.git.must(['rm', '-f', file]);
    }
    await this.git.run(['checkout', '--quiet', '-B', branch, checkpoint.headSha, '--'], { cwd });
    await this.git.run(['read-tree', '-m', '-u', 'HEAD', checkpoint.commitSha], { cwd });
    await this.git.run(['reset', '--quiet', '--mixed'], { cwd });
    return true;
  }

  private async checkOut(cwd: string, { branch, baseBranch, branchMode }: WantedRepository): Promise<void> {
    const remote = (name: string) => `refs/remotes/origin/${name}`;
    if (await this.git.commit(remote(branch), { cwd })) {
      await this.git.run(['checkout', '--quiet', '-B', branch, '--track', `origin/${branch}`, '--'], { cwd });
      return;
    }
    if (branchMode === 'existing') throw new BranchMissing(branch, 'repository.branch_missing');
    if (await this.git.commit(remote(baseBranch), { cwd })) {
      await this.git.run(['checkout', '--quiet', '--no-track', '-B', branch, remote(baseBranch), '--'], { cwd });
      return;
    }
    const refs = await this.git.run(['for-each-ref', '--count=1', 'refs/remotes/origin'], { cwd });
    if (refs !== '') throw new BranchMissing(baseBranch, 'repository.base_missing');
    // Nobody committed anything yet: the first commit will make the branch.
    await this.git.run(['symbolic-ref', 'HEAD', `refs/heads/${branch}`], { cwd });
  }
}

const notRestored = {
  code: 'checkpoint.not_restored',
  message: 'The last saved state does not fit the repository any more; the branch is as GitHub has it.',
};
