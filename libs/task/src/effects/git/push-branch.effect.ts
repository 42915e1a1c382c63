import { type Attempt, EffectFailed, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { PushBranch, RecordPushed } from '../../contracts/index.js';
import { classifyPush } from './classify-push.js';
import { commitAll, type MadeCommit, takeBack } from './commit-all.js';
import { gaveUp, GitRefusal, refused, reportOf } from './git-refusal.js';
import { deniedAs, mustBeOurRemote } from './our-remote.js';
import { lastWords, TaskGit } from './task-git.js';

const PUSH_MS = 120_000;
type Work = PushBranch['payload'];

/**
 * Pushes the head to the one branch of the task and looks whether it arrived. A branch that has the head already is done,
 * so a worker that died after the push leaves nothing doubled. A refused push leaves the head where it was.
 */
@Injectable()
@PerformEffect(PushBranch)
export class PushBranchEffect implements PerformsEffect<PushBranch> {
  constructor(private readonly access: SandboxAccess) {}

  async perform({ payload }: PushBranch, attempt: Attempt): Promise<CommandMessage> {
    const git = new TaskGit(this.access, payload, attempt.abort);
    try {
      return await pushed(git, payload, attempt.number > 1);
    } catch (error) {
      return refused(payload, error);
    }
  }

  giveUp({ payload }: PushBranch, failure: Failure): CommandMessage {
    return gaveUp(payload, 'push', failure);
  }
}

async function pushed(git: TaskGit, payload: Work, isAgain: boolean): Promise<RecordPushed> {
  const { branch, cloneUrl, commitMessage } = payload;
  await mustBeOurRemote(git, cloneUrl);
  const commit = commitMessage === null ? null : await commitAll(git, commitMessage);
  const headSha = await git.commit('HEAD');
  if (headSha === null) throw new GitRefusal('push.no_commits', 'There is no commit yet that could be pushed.');
  const { heads, usual } = await remoteOf(git, branch);
  const report = { ...reportOf(payload), headSha, committed: commit?.sha ?? null, defaultBranch: usual };
  if (heads.get(branch) === headSha) return new RecordPushed({ ...report, outcome: isAgain ? 'pushed' : 'nothing' });
  await push(git, payload, commit);
  const after = (await remoteOf(git, branch)).heads.get(branch);
  if (after !== headSha) throw new EffectFailed('push.not_confirmed', 'GitHub does not show the pushed commit yet.');
  return new RecordPushed({ ...report, outcome: 'pushed', created: !heads.has(branch) });
}

const remoteOf = (git: TaskGit, branch: string) => git.remoteHeads([branch]).catch(deniedAs('push'));

async function push(git: TaskGit, { branch, expectedSha }: Work, commit: MadeCommit | null): Promise<void> {
  const ref = `refs/heads/${branch}`;
  const lease = expectedSha === null ? [] : [`--force-with-lease=${ref}:${expectedSha}`];
  const options = ['--porcelain', '--no-verify', '--no-follow-tags', '--recurse-submodules=no', ...lease];
  const args = ['push', ...options, 'origin', `HEAD:${ref}`];
  const result = await git.try(args, { as: 'owner', timeoutMs: PUSH_MS });
  if (result.exitCode === 0) return;
  const refusal = classifyPush(result);
  if (!refusal) throw new EffectFailed('github.unavailable', `The push did not arrive: ${lastWords(result)}`);
  if (commit) await takeBack(git, commit);
  throw refusal;
}
