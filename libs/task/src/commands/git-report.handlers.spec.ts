import 'reflect-metadata';
import { MergePullRequest, DeleteBranch } from '@foundry/github-data/contracts';
import { decidedBy, like } from '@foundry/messaging/testing';
import { RecordTaskSummary } from '@foundry/organization/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  AdvanceTask,
  ArchiveTask,
  MergeTask,
  NoteOperation,
  NotePush,
  PublishTask,
  ReadChanges,
  RecordChanges,
} from '../contracts/index.js';
import { Changes } from '../domain/changes.entity.js';
import type { Operation } from '../domain/operation.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import { Task } from '../domain/task.entity.js';
import { anOpen, one, operationIn, SHA, working } from '../testing/operations.js';
import {
  acted,
  aMachine,
  ANA,
  anOwner,
  aReadySession,
  aReadyTask,
  aRunningTurn,
  at,
  aTask,
  BEN,
  by,
  GithubPlaces,
  idOf,
  leftOver,
  named,
  OPERATION,
  withRows,
} from '../testing/tasks.js';
import { NoteOperationHandler, NotePushHandler, RecordChangesHandler } from './git-report.handlers.js';
import { MergeTaskHandler, PublishTaskHandler } from './operation.handlers.js';
import { AdvanceTaskHandler, ArchiveTaskHandler } from './task.handlers.js';

const places = new GithubPlaces();
const asked = { ...acted(ANA), operationId: OPERATION };

describe('a pull request of the task', () => {
  const pullRequest = { number: 7, title: null, url: null, state: 'open' as const, draft: false };
  const facts = { ...pullRequest, headSha: null, baseBranch: null, version: 0 };
  const merge = { number: 7, method: 'squash' as const, expectedHeadSha: SHA, deleteBranch: true, archive: true };

  it('is merged as the person, without a machine or another owner', async () => {
    const given = withRows(decidedBy(new MergeTaskHandler(places)));
    const { rows } = await given(aTask({ pullRequest: facts }), anOwner(BEN))
      .when(new MergeTask({ ...asked, ...merge }), by(ANA))
      .thenSends(like(MergePullRequest, { number: 7, method: 'squash', userId: '1' }), like(RecordTaskSummary));
    expect(one(rows, Owner).userId).toBe(BEN.userId);
    expect(operationIn(rows)).toMatchObject({ state: 'running', step: 'pull_request', deadlineAt: at(310) });
    await given(aTask())
      .when(new MergeTask({ ...asked, ...merge }), by(ANA))
      .thenRejected('task.no_pull_request');
  });

  const noted = (over: Partial<NoteOperation['payload']>) =>
    new NoteOperation({
      ...{ ...named, requestId: idOf(88), error: null },
      result: { existing: false, number: 7, url: 'https://github.example/7', headSha: SHA },
      ...over,
    });
  const given = withRows(decidedBy(new NoteOperationHandler(places)));
  const open = (over: Partial<Operation> = {}) =>
    anOpen({ kind: 'merge', ...merge }, { state: 'running', step: 'pull_request', requestId: idOf(88), ...over });

  it('loses its branch after it, and its task is put away', async () => {
    const first = await given(aTask({ pullRequest: facts }), open())
      .when(noted({}))
      .thenSends(like(DeleteBranch, { branch: 'greetings', expectedHeadSha: SHA }), like(RecordTaskSummary));
    expect(one(first.rows, Task).pullRequest).toMatchObject({ state: 'merged' });
    const { rows } = await given(aTask({ pullRequest: facts }), open({ step: 'delete_branch' }))
      .when(noted({ result: null, error: { code: 'branch.moved', text: 'It moved.', retryable: false } }))
      .thenSends(like(ArchiveTask, { reason: 'merged', number: 7 }), like(RecordTaskSummary));
    expect(operationIn(rows)).toMatchObject({
      state: 'succeeded',
      code: 'branch.moved',
      result: { branchDeleted: false },
    });
  });

  it('stays with GitHub’s reason where it is refused', async () => {
    const { rows } = await given(aTask({ pullRequest: facts }), open())
      .when(noted({ result: null, error: { code: 'pull_request.blocked', text: 'Not yet.', retryable: false } }))
      .thenAsks();
    expect(operationIn(rows)).toMatchObject({ state: 'failed', code: 'pull_request.blocked', reason: 'Not yet.' });
  });

  it('does not end a task whose repository is worked on', async () => {
    const { rows } = await withRows(decidedBy(new ArchiveTaskHandler(places)))(aReadyTask(), working())
      .when(new ArchiveTask({ ...named, operationId: idOf(70), reason: 'merged', number: 7 }))
      .thenAsks();
    expect(one(rows, Task)).toMatchObject({ lifecycle: 'open', archiveProposed: 'merged' });
  });

  it('is published only to another branch', async () => {
    await withRows(decidedBy(new PublishTaskHandler(places)))(aTask({ fork: true, trustedBy: null }))
      .when(new PublishTask({ ...asked, title: 'Greet' }), by(ANA))
      .thenRejected('task.not_trusted');
  });
});

describe('changes', () => {
  const saved = aReadyTask({ sandbox: aMachine(leftOver(2, true)) });
  const read = {
    ...{ generation: 1, headSha: SHA, mergeBaseSha: SHA, ahead: 3, behind: 1, unpushed: 1, files: 4, added: 9 },
    ...{ removed: 2, dirty: false, truncated: false, readAt: at(5).toISOString() },
  };

  it('are read once for each saved state, and again after a push', async () => {
    const given = withRows(decidedBy(new AdvanceTaskHandler(places)));
    const first = await given(saved)
      .when(new AdvanceTask(named))
      .thenAsks(like(ReadChanges, { checkpointId: idOf(90), headSha: SHA, baseBranch: 'main' }));
    const changes = one(first.rows, Changes);
    expect(changes).toMatchObject({ state: 'reading' });
    await given(one(first.rows, Task), changes).when(new AdvanceTask(named)).thenNothing();
    const after = await given(Object.assign(one(first.rows, Task), { lastPushedSha: SHA }), changes)
      .when(new AdvanceTask(named))
      .thenAsks(like(ReadChanges, { lastPushedSha: SHA }));
    expect(after.cancelled).toHaveLength(1);
  });

  it('are not begun anew while a turn has its work saved again and again', async () => {
    const changes = Changes.none(named.taskId);
    changes.ask('an older state', idOf(91));
    const given = withRows(decidedBy(new AdvanceTaskHandler(places)));
    await given(
      Object.assign(aReadyTask({ sandbox: aMachine(leftOver(2, true)) }), { status: 'running' }),
      changes,
      aReadySession(),
      ...aRunningTurn(),
    )
      .when(new AdvanceTask(named))
      .thenNothing();
  });

  it('tell what GitHub does not have, and stay as they were when they cannot be read', async () => {
    const changes = Changes.none(named.taskId);
    changes.ask(`${idOf(90)} 1 main `, idOf(91));
    const given = withRows(decidedBy(new RecordChangesHandler(places)));
    const report = { ...named, readingId: idOf(91), checkpointId: idOf(90), code: null, reason: null };
    const { rows } = await given(saved, changes)
      .when(new RecordChanges({ ...report, read }))
      .thenAsks();
    expect(one(rows, Changes)).toMatchObject({ state: 'current', files: 4, unpushed: 1, readAt: at(5) });
    const again = one(rows, Changes);
    again.ask(`${idOf(90)} 1 main `, idOf(92));
    const failed = { ...report, readingId: idOf(92), read: null, code: 'git.failed', reason: 'No.' };
    const kept = await given(one(rows, Task), again).when(new RecordChanges(failed)).thenAsks();
    expect(one(kept.rows, Changes)).toMatchObject({ state: 'failed', code: 'git.failed', files: 4 });
    await given(saved, changes)
      .when(new RecordChanges({ ...report, readingId: idOf(99), read }))
      .thenRejected('step.ended');
  });
});

describe('a push that somebody made themselves', () => {
  const given = withRows(decidedBy(new NotePushHandler(places)));
  const note = (branch: string, person = ANA, created = false) =>
    new NotePush({ ...named, branch, headSha: SHA, created, by: person, at: at(0).toISOString() });

  it('is known to GitHub when it is the owner’s', async () => {
    const { rows } = await given(aReadyTask(), anOwner(ANA)).when(note('greetings')).thenAsks();
    expect(one(rows, Task).lastPushedSha).toBe(SHA);
    expect(one(rows, Task).branchMade).toBe(false);
    await given(aReadyTask(), anOwner(ANA))
      .when(note('greetings', BEN, true))
      .thenNothing();
    const made = await given(aReadyTask(), anOwner(ANA))
      .when(note('greetings', ANA, true))
      .thenAsks();
    expect(one(made.rows, Task).branchMade).toBe(true);
  });

  it('is told when it went to another branch while their turn ran', async () => {
    await given(aReadyTask(), anOwner(ANA), aReadySession(), ...aRunningTurn())
      .when(note('elsewhere'))
      .thenAudits({ kind: 'push.outside_branch', branch: 'elsewhere' });
    await given(aReadyTask(), anOwner(ANA)).when(note('elsewhere')).thenNothing();
  });
});
