import { type Attempt, EffectFailed, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { ReadChanges, RecordChanges } from '../../contracts/index.js';
import { type FileChange, readFiles } from './read-files.js';
import { storeFiles } from './store-files.js';
import { TaskGit } from './task-git.js';

const MOST_FILES = 2_000;
type Work = ReadChanges['payload'];

const reportOf = ({ organizationId, taskId, readingId, checkpointId }: Work) => ({
  organizationId,
  taskId,
  readingId,
  checkpointId,
});

/** Reads what a saved state changed, from its objects alone. The files are kept under the lease: they are too many for a queue. */
@Injectable()
@PerformEffect(ReadChanges)
export class ReadChangesEffect implements PerformsEffect<ReadChanges> {
  constructor(private readonly access: SandboxAccess) {}

  async perform({ payload }: ReadChanges, attempt: Attempt): Promise<CommandMessage> {
    const git = new TaskGit(this.access, payload, attempt.abort);
    const { headSha, treeSha, generation, taskId } = payload;
    if ((await git.try(['cat-file', '-e', `${treeSha}^{tree}`])).exitCode !== 0) {
      throw new EffectFailed('checkpoint.unknown', 'The saved state is not on this machine.');
    }
    const base = await baseOf(git, payload);
    const mergeBaseSha = base === null ? null : await mergeBase(git, headSha, base);
    const { files, isCut } = await readFiles(git, mergeBaseSha, headSha, treeSha);
    const counts = await countsOf(git, payload, base);
    await attempt.guarded((sql) => storeFiles(sql, taskId, files.slice(0, MOST_FILES)));
    const read = {
      ...{ generation, headSha, mergeBaseSha, ...counts },
      dirty: (await git.run(['rev-parse', `${headSha}^{tree}`])) !== treeSha,
      files: files.length,
      added: sum(files, ({ added }) => added),
      removed: sum(files, ({ removed }) => removed),
      truncated: isCut || files.length > MOST_FILES || files.some((file) => !file.binary && file.patch === null),
      readAt: new Date().toISOString(),
    };
    return new RecordChanges({ ...reportOf(payload), read, code: null, reason: null });
  }

  giveUp({ payload }: ReadChanges, { code, message }: Failure): CommandMessage {
    const reason = message.slice(0, 2_000);
    return new RecordChanges({ ...reportOf(payload), read: null, code: code.slice(0, 80), reason });
  }
}

const sum = (files: readonly FileChange[], of: (file: FileChange) => number): number =>
  files.reduce((total, file) => total + of(file), 0);

/** The base branch as the machine last saw it; reading fetches nothing. */
async function baseOf(git: TaskGit, { baseBranch }: Work): Promise<string | null> {
  const named = baseBranch === null ? null : await git.commit(`refs/remotes/origin/${baseBranch}`);
  return named ?? git.commit('refs/remotes/origin/HEAD');
}

async function mergeBase(git: TaskGit, headSha: string, base: string): Promise<string | null> {
  const { exitCode, stdout } = await git.try(['merge-base', headSha, base]);
  return exitCode === 0 ? stdout.trim() : null;
}

/** Commits before and behind the base, and those that neither a remote branch nor the last push contains. */
async function countsOf(
  git: TaskGit,
  { headSha, lastPushedSha }: Work,
  base: string | null,
): Promise<{ ahead: number; behind: number; unpushed: number }> {
  const pushed = lastPushedSha === null ? null : await git.commit(lastPushedSha);
  const known = ['--not', '--remotes=origin', ...(pushed === null ? [] : [pushed])];
  const unpushed = Number(await git.run(['rev-list', '--count', headSha, ...known]));
  if (base === null) return { ahead: Number(await git.run(['rev-list', '--count', headSha])), behind: 0, unpushed };
  const both = await git.run(['rev-list', '--left-right', '--count', `${base}...${headSha}`]);
  const [behind = 0, ahead = 0] = both.split('\t').map(Number);
  return { ahead, behind, unpushed };
}
