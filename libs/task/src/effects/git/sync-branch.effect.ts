import { type Attempt, EffectFailed, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { RecordSynced, SyncBranch } from '../../contracts/index.js';
import { ownerIdentity } from './commit-all.js';
import { gaveUp, GitRefusal, refused, reportOf } from './git-refusal.js';
import { bringIn, type Brought } from './bring-in.js';
import { deniedAs, mustBeOurRemote } from './our-remote.js';
import { isRefusedByRemote, lastWords, RemoteRefused, TaskGit } from './task-git.js';

const FETCH_MS = 120_000;
type Work = SyncBranch['payload'];

/**
 * Brings the remote branch and the base branch in. The result is computed beside the working tree, which moves once, at the
 * end: a conflict, or files in the way, leave every byte as it was.
 */
@Injectable()
@PerformEffect(SyncBranch)
export class SyncBranchEffect implements PerformsEffect<SyncBranch> {
  constructor(private readonly access: SandboxAccess) {}

  async perform({ payload }: SyncBranch, attempt: Attempt): Promise<CommandMessage> {
    const git = new TaskGit(this.access, payload, attempt.abort);
    try {
      return await synced(git, payload);
    } catch (error) {
      return refused(payload, error);
    }
  }

  giveUp({ payload }: SyncBranch, failure: Failure): CommandMessage {
    return gaveUp(payload, 'sync', failure);
  }
}

async function synced(git: TaskGit, payload: Work): Promise<RecordSynced> {
  const { branch, cloneUrl, method } = payload;
  await mustBeOurRemote(git, cloneUrl);
  const present = (await git.try(['symbolic-ref', '--quiet', '--short', 'HEAD'])).stdout.trim();
  const fromSha = await git.commit('HEAD');
  if (present !== branch || fromSha === null) {
    const reason = `${present || 'No branch'} is checked out on the machine, not the branch of the task.`;
    throw new GitRefusal('repository.branch_differs', reason);
  }
  const sources = await fetched(git, payload).catch(deniedAs('sync'));
  const identity = await ownerIdentity(git);
  let now: Brought = { sha: fromSha, outcome: 'nothing' };
  for (const source of sources) {
    now = await bringIn(git, now, source, { method, identity, into: branch, name: payload.operationId });
  }
  if (now.sha !== fromSha) await move(git, branch, now);
  return new RecordSynced({ ...reportOf(payload), outcome: now.outcome, fromSha, headSha: now.sha });
}

/** What the remote calls the branch itself; null: it does not have it. */
const ownRef = ({ branch, fork }: Work): string | null =>
  fork === null
    ? `refs/heads/${branch}`
    : fork.pullRequest === null
      ? null
      : `refs/pull/${String(fork.pullRequest)}/head`;

/** Where a fetched ref is kept: with the branches of the remote, so that what it has counts as pushed. */
const keptAs = (ref: string): string => `refs/remotes/origin/${ref.replace(/^refs\/(heads\/)?/, '')}`;

/** Commits of the remote to bring in: those of the branch itself, then those of its base. */
async function fetched(git: TaskGit, payload: Work): Promise<{ branch: string; sha: string }[]> {
  const { branch, baseBranch } = payload;
  const base = baseBranch ?? (await git.remoteHeads([])).usual;
  const own = ownRef(payload);
  const names = new Map(own === null ? [] : [[own, branch]]);
  if (base !== null && own !== `refs/heads/${base}`) names.set(`refs/heads/${base}`, base);
  const { found } = await git.remoteRefs([...names.keys()]);
  const there = [...names].filter(([ref]) => found.has(ref));
  if (there.length === 0) return [];
  const refs = there.map(([ref]) => `+${ref}:${keptAs(ref)}`);
  const args = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', 'origin', ...refs];
  const result = await git.try(args, { as: 'owner', timeoutMs: FETCH_MS });
  if (result.exitCode !== 0) {
    const words = lastWords(result);
    if (isRefusedByRemote(result.stderr)) throw new RemoteRefused(words);
    throw new EffectFailed('github.unavailable', `GitHub could not be read: ${words}`);
  }
  const sources: { branch: string; sha: string }[] = [];
  for (const [ref, name] of there) {
    const sha = await git.commit(keptAs(ref));
    if (sha !== null) sources.push({ branch: name, sha });
  }
  return sources;
}

const IN_THE_WAY = /would be overwritten|local changes|not concluded|unmerged|resolve your current index|not uptodate/i;

/** Branch and files move together. Git looks first whether every file can. */
async function move(git: TaskGit, branch: string, { sha, outcome }: Brought): Promise<void> {
  const args =
    outcome === 'rebased'
      ? ['checkout', '--quiet', '--no-track', '-B', branch, sha, '--']
      : ['merge', '--quiet', '--ff-only', '--no-autostash', '--no-stat', sha];
  const result = await git.try(args);
  if (result.exitCode === 0) return;
  if (!IN_THE_WAY.test(result.stderr)) throw new EffectFailed('git.failed', lastWords(result));
  const paths = result.stderr.split('\n').flatMap((line) => (line.startsWith('\t') ? [line.slice(1)] : []));
  const reason = 'Files with changes that are not committed would be overwritten. Commit them first.';
  throw new GitRefusal('sync.dirty', reason, { paths });
}
