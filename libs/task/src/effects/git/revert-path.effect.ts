import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { RecordReverted, RevertPath } from '../../contracts/index.js';
import { gaveUp, refused, reportOf } from './git-refusal.js';
import { TaskGit } from './task-git.js';

/** Makes one file as a commit has it: git itself guards against leaving the repository through a link. */
@Injectable()
@PerformEffect(RevertPath)
export class RevertPathEffect implements PerformsEffect<RevertPath> {
  constructor(private readonly access: SandboxAccess) {}

  async perform({ payload }: RevertPath, attempt: Attempt): Promise<CommandMessage> {
    const git = new TaskGit(this.access, payload, attempt.abort);
    const { path, oldPath, commitSha } = payload;
    try {
      const source = commitSha ?? 'HEAD';
      for (const one of oldPath === null ? [path] : [path, oldPath]) await restore(git, source, one);
      return new RecordReverted(reportOf(payload));
    } catch (error) {
      return refused(payload, error);
    }
  }

  giveUp({ payload }: RevertPath, failure: Failure): CommandMessage {
    return gaveUp(payload, 'revert', failure);
  }
}

/** A file that the commit does not have is removed, also when git ignores it. */
async function restore(git: TaskGit, source: string, path: string): Promise<void> {
  const isThere = (await git.run(['ls-tree', '-z', source, '--', path])) !== '';
  if (isThere) {
    await git.run(['restore', '--quiet', `--source=${source}`, '--staged', '--worktree', '--', path]);
    return;
  }
  await git.run(['rm', '--quiet', '--force', '--ignore-unmatch', '--', path]);
  await git.run(['clean', '--quiet', '--force', '-x', '--', path]);
}
