import 'reflect-metadata';
import { OpenPullRequest } from '@foundry/github-data/contracts';
import { decidedBy, like } from '@foundry/messaging/testing';
import { RecordTaskSummary } from '@foundry/organization/contracts';
import {
  HoldSandbox,
  InstallOwnerCredential,
  ReleaseCredential,
  ReleaseHold,
  RequestSandbox,
  ResumeSandbox,
  SaveSandbox,
} from '@foundry/sandbox/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  AdvanceTask,
  CancelOperation,
  ClearOwner,
  NoteCheckpoint,
  NoteCredential,
  PushBranch,
  PushTask,
  RecordOperationFailed,
  RecordPushed,
  RetryOperation,
  RevertFile,
  RevertPath,
  SyncTask,
} from '../contracts/index.js';
import { Changes } from '../domain/changes.entity.js';
import { Message } from '../domain/message.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import { Task } from '../domain/task.entity.js';
import { anOpen, one, operationIn, PUSH, SHA, working } from '../testing/operations.js';
import {
  acted,
  aMachine,
  ANA,
  anIdentifiedMessage,
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
  MESSAGE,
  named,
  OPERATION,
  SANDBOX,
  withRows,
  withRowsAnd,
} from '../testing/tasks.js';
import { NoteCheckpointHandler, RecordOperationFailedHandler, RecordPushedHandler } from './git-report.handlers.js';
import {
  CancelOperationHandler,
  PushTaskHandler,
  RetryOperationHandler,
  RevertFileHandler,
  SyncTaskHandler,
} from './operation.handlers.js';
import { NoteCredentialHandler } from './report.handlers.js';
import { AdvanceTaskHandler, ClearOwnerHandler } from './task.handlers.js';

const places = new GithubPlaces();
const asked = { ...acted(ANA), operationId: OPERATION };
const credential = (over: Partial<NoteCredential['payload']> = {}) =>
  new NoteCredential({
    ...{ ...named, sandboxId: SANDBOX, generation: 1, userId: ANA.userId, mode: 'user', code: null, message: null },
    ...{ needIds: [`operation:${OPERATION}:1`], ...over },
  });

describe('a push', () => {
  const given = withRows(decidedBy(new PushTaskHandler(places)));

  it('brings the machine, however it is away, and waits for it with a deadline', async () => {
    const { rows, schedules } = await given(aTask(), aReadySession())
      .when(new PushTask(asked), by(ANA))
      .thenSends(like(RequestSandbox), like(RecordTaskSummary));
    expect(operationIn(rows)).toMatchObject({ state: 'waiting', waitingFor: 'sandbox', deadlineAt: at(300) });
    expect(schedules).toContainEqual(expect.objectContaining({ key: `task.operation:${OPERATION}`, dueAt: at(300) }));
    expect(one(rows, Task)).toMatchObject({ status: 'starting' });
    await given(aReadyTask({ sandbox: aMachine({ state: 'paused' }) }))
      .when(new PushTask(asked), by(ANA))
      .thenSends(like(ResumeSandbox), like(RecordTaskSummary));
  });

  it('asks for the credential of who pushes, then becomes theirs and works', async () => {
    const waiting = anIdentifiedMessage(BEN, { waitingFor: 'session' });
    const { rows } = await given(aReadyTask(), anOwner(BEN), aReadySession({ state: 'starting' }), waiting)
      .when(new PushTask(asked), by(ANA))
      .thenSends(like(InstallOwnerCredential, { userId: '1', kind: 'operation' }), like(RecordTaskSummary));
    expect(one(rows, Message)).toMatchObject({ need: 'none', waitingFor: 'owner_busy' });
    expect(one(rows, Owner)).toMatchObject({ userId: BEN.userId });
    const open = anOpen(PUSH, { need: 'asked', needGeneration: 1, waitingFor: 'identity' });
    const noted = await withRows(decidedBy(new NoteCredentialHandler(places)))(aReadyTask(), anOwner(BEN), open)
      .when(credential())
      .thenAsks(like(PushBranch, { branch: 'greetings', attempt: 1, cloneUrl: 'https://github.example/acme/web.git' }));
    expect(one(noted.rows, Owner)).toMatchObject({ userId: ANA.userId, reason: 'operation', credential: 'ready' });
    expect(operationIn(noted.rows)).toMatchObject({ state: 'running', step: 'push' });
    expect(noted.commands.some((command) => command instanceof HoldSandbox)).toBe(true);
  });

  it('waits while somebody else’s turn runs, and not for one’s own', async () => {
    const [message, turn] = aRunningTurn(BEN);
    const { rows } = await given(aReadyTask(), aReadySession(), message, turn)
      .when(new PushTask(asked), by(ANA))
      .thenSends(like(RecordTaskSummary));
    expect(operationIn(rows)).toMatchObject({ waitingFor: 'owner_busy' });
    await given(aReadyTask(), aReadySession(), ...aRunningTurn(ANA))
      .when(new PushTask(asked), by(ANA))
      .thenSends(like(InstallOwnerCredential), like(RecordTaskSummary));
  });

  it('is answered again for the same id, and refused beside another', async () => {
    const { result } = await given(aReadyTask(), working()).when(new PushTask(asked), by(ANA)).thenNothing();
    expect(result).toMatchObject({ operationId: OPERATION, state: 'running', step: 'push' });
    await given(aReadyTask(), working(PUSH, { operationId: idOf(77) }))
      .when(new PushTask(asked), by(ANA))
      .thenRejected('operation.running');
    await given(aReadyTask({ fork: true }))
      .when(new PushTask(asked), by(ANA))
      .thenRejected('task.not_trusted');
    await given(aReadyTask({ lifecycle: 'archived' }))
      .when(new PushTask(asked), by(ANA))
      .thenRejected('task.archived');
  });

  it('ends in words where the credential is refused, and the owner stays', async () => {
    const open = anOpen(PUSH, { need: 'asked', needGeneration: 1, waitingFor: 'identity' });
    const { rows } = await withRows(decidedBy(new NoteCredentialHandler(places)))(aReadyTask(), anOwner(BEN), open)
      .when(credential({ code: 'user.reauthorize', message: 'Sign in.' }))
      .thenAsks();
    expect(operationIn(rows)).toMatchObject({ state: 'failed', code: 'owner.no_credential', retryable: true });
    expect(one(rows, Owner).userId).toBe(BEN.userId);
    expect(one(rows, Task)).toMatchObject({ status: 'error', statusReason: 'owner.no_credential' });
    const cleared = await withRows(decidedBy(new ClearOwnerHandler(places)))(aReadyTask(), anOwner(ANA), working())
      .when(new ClearOwner({ ...named, userId: ANA.userId, reason: 'member_removed' }))
      .thenAsks();
    expect(operationIn(cleared.rows)).toMatchObject({ state: 'failed', code: 'owner.required' });
    expect(cleared.cancelled).toEqual([idOf(60)]);
  });

  it('ends by its deadline, whatever it waits for', async () => {
    const givenAdvance = withRows(decidedBy(new AdvanceTaskHandler(places)));
    const late = await givenAdvance(aReadyTask({ sandbox: aMachine({ state: 'preparing' }) }), anOpen(PUSH))
      .when(new AdvanceTask(named), { now: at(300) })
      .thenAsks();
    expect(operationIn(late.rows)).toMatchObject({ state: 'failed', code: 'push.timed_out', endedAt: at(300) });
    const slow = aMachine({ state: 'preparing', deadlineAt: at(900).toISOString() });
    const waiting = await givenAdvance(aReadyTask({ sandbox: slow }), anOpen(PUSH))
      .when(new AdvanceTask(named))
      .thenAsks();
    expect(operationIn(waiting.rows)).toMatchObject({ state: 'waiting', deadlineAt: at(930) });
    const worked = await givenAdvance(aReadyTask(), working())
      .when(new AdvanceTask(named), { now: at(301) })
      .thenSends(like(ReleaseCredential), like(ReleaseHold), like(RecordTaskSummary));
    expect(worked.cancelled).toEqual([idOf(60)]);
  });

  const pushed = (over: Partial<RecordPushed['payload']> = {}) =>
    new RecordPushed({
      ...{ ...named, operationId: OPERATION, attempt: 1, outcome: 'pushed', headSha: SHA, committed: SHA },
      ...{ defaultBranch: 'main', ...over },
    });

  it('is told to everybody, in the transcript and the audit log, and its state is saved', async () => {
    const givenPushed = withRows(decidedBy(new RecordPushedHandler(places)));
    const { rows, audits, statements } = await givenPushed(aReadyTask(), aReadySession(), working())
      .when(pushed())
      .thenSends(like(SaveSandbox), like(ReleaseCredential), like(ReleaseHold), like(RecordTaskSummary));
    expect(operationIn(rows)).toMatchObject({ state: 'succeeded', result: { outcome: 'pushed', headSha: SHA } });
    expect(one(rows, Task)).toMatchObject({ lastPushedSha: SHA, failure: null, status: 'idle' });
    expect(audits).toMatchObject([{ kind: 'task.pushed', details: { headSha: SHA } }]);
    expect(statements.some(({ values }) => values.includes('git'))).toBe(true);
    await givenPushed(aReadyTask(), working())
      .when(pushed({ attempt: 2 }))
      .thenRejected('step.ended');
  });

  it('goes on to a pull request when that was asked for', async () => {
    const input = { kind: 'publish' as const, commitMessage: null, title: 'Greet', body: '', base: null, draft: true };
    await withRows(decidedBy(new RecordPushedHandler(places)))(aReadyTask({ baseBranch: null }), working(input))
      .when(pushed({ committed: null }))
      .thenSends(
        like(ReleaseCredential),
        like(ReleaseHold),
        like(OpenPullRequest, { base: 'main', branch: 'greetings', title: 'Greet', draft: true, userId: '1' }),
        like(RecordTaskSummary),
      );
    const nowhere = await withRows(decidedBy(new RecordPushedHandler(places)))(
      aReadyTask({ baseBranch: null }),
      working(input),
    )
      .when(pushed({ defaultBranch: null }))
      .thenAsks();
    expect(operationIn(nowhere.rows)).toMatchObject({ state: 'failed', code: 'pull_request.base_missing' });
  });

  it('can be cancelled until GitHub is asked, and done once more by somebody else', async () => {
    const givenCancel = withRows(decidedBy(new CancelOperationHandler(places)));
    const { rows, cancelled } = await givenCancel(aReadyTask(), working())
      .when(new CancelOperation(asked), by(ANA))
      .thenAsks();
    expect(operationIn(rows)).toMatchObject({ state: 'cancelled', endedAt: at(0) });
    expect(cancelled).toEqual([idOf(60)]);
    await givenCancel(aReadyTask(), working(PUSH, { step: 'pull_request' }))
      .when(new CancelOperation(asked), by(ANA))
      .thenRejected('operation.not_cancellable');
    const failed = working(PUSH, { state: 'failed', endedAt: at(0), code: 'push.denied' });
    await givenCancel(aReadyTask(), failed).when(new CancelOperation(asked), by(ANA)).thenRejected('operation.ended');
    const retried = await withRows(decidedBy(new RetryOperationHandler(places)))(aReadyTask(), failed)
      .when(new RetryOperation({ ...acted(BEN), operationId: OPERATION }), by(BEN))
      .thenSends(
        like(InstallOwnerCredential, { userId: '2', needId: `operation:${OPERATION}:2` }),
        like(RecordTaskSummary),
      );
    expect(operationIn(retried.rows)).toMatchObject({ state: 'waiting', attempt: 2, code: null, requestedBy: '2' });
    await withRows(decidedBy(new RetryOperationHandler(places)))(aReadyTask())
      .when(new RetryOperation(asked), by(ANA))
      .thenRejected('operation.unknown');
  });
});

describe('work that changes files', () => {
  it('is refused while a turn runs, and keeps turns waiting', async () => {
    await withRows(decidedBy(new SyncTaskHandler(places)))(aReadyTask(), aReadySession(), ...aRunningTurn())
      .when(new SyncTask(asked), by(ANA))
      .thenRejected('task.turn_running');
    const input = { kind: 'sync' as const, method: 'merge' as const };
    const { rows } = await withRows(decidedBy(new AdvanceTaskHandler(places)))(
      aReadyTask(),
      aReadySession(),
      anIdentifiedMessage(),
      working(input, { step: 'sync' }),
    )
      .when(new AdvanceTask(named))
      .thenAsks();
    expect(one(rows, Message)).toMatchObject({ messageId: MESSAGE, state: 'queued', waitingFor: 'owner_busy' });
  });

  const changes = () => Object.assign(Changes.none(named.taskId), { mergeBaseSha: SHA });
  const file = [{ oldPath: null, uncommitted: false }];
  const revert = (path: string, to: 'base' | 'head' = 'base') => new RevertFile({ ...asked, path, to });

  it('begins with a saved state, and stops where that fails', async () => {
    const given = withRowsAnd(decidedBy(new RevertFileHandler(places)), file);
    const { rows } = await given(aReadyTask(), changes())
      .when(revert('a "b" ü.txt'), by(ANA))
      .thenSends(like(HoldSandbox), like(SaveSandbox, { reason: 'revert', store: true }), like(RecordTaskSummary));
    expect(operationIn(rows)).toMatchObject({ step: 'checkpoint', input: { path: 'a "b" ü.txt', commitSha: SHA } });
    await given(aReadyTask(), changes()).when(revert('a.txt', 'head'), by(ANA)).thenRejected('file.not_changed');
    await withRowsAnd(decidedBy(new RevertFileHandler(places)), [])(aReadyTask(), changes())
      .when(revert('a.txt'), by(ANA))
      .thenRejected('file.not_changed');
  });

  it.each(['../x', '/etc/passwd', 'a/../b', 'a//b', '.git/config', 'a\0b', 'x'.repeat(4_097), ''])(
    'is refused for the path %j',
    async (path) => {
      await withRows(decidedBy(new RevertFileHandler(places)))(aReadyTask(), changes())
        .when(revert(path), by(ANA))
        .thenRejected('file.path_invalid');
    },
  );

  it('goes on when the state is saved', async () => {
    const input = { kind: 'revert' as const, path: 'a.txt', to: 'base' as const, oldPath: null, commitSha: SHA };
    const open = working(input, { step: 'checkpoint', requestId: idOf(88), effectId: null, need: 'none' });
    const note = { ...named, requestId: idOf(88), checkpoint: null, code: null, reason: null };
    const given = withRows(decidedBy(new NoteCheckpointHandler(places)));
    const saved = await given(aReadyTask({ status: 'running' }), aReadySession(), ...aRunningTurn())
      .when(new NoteCheckpoint({ ...note, requestId: idOf(88) }))
      .thenAsks();
    expect(saved.signals).toEqual([{ effectId: idOf(50), type: 'saved', ref: idOf(88) }]);
    await given(aReadyTask(), open)
      .when(new NoteCheckpoint(note))
      .thenAsks(like(RevertPath, { path: 'a.txt', commitSha: SHA }));
    const failed = await given(aReadyTask(), open)
      .when(new NoteCheckpoint({ ...note, code: 'checkpoint.no_commit', reason: 'None.' }))
      .thenAsks();
    expect(operationIn(failed.rows)).toMatchObject({ state: 'failed', code: 'checkpoint.failed' });
    const other = await given(aReadyTask(), open)
      .when(new NoteCheckpoint({ ...note, requestId: idOf(89) }))
      .thenAsks();
    expect(operationIn(other.rows)).toMatchObject({ state: 'running', step: 'checkpoint' });
  });

  it('tells which files are in the way', async () => {
    const input = { kind: 'sync' as const, method: 'merge' as const };
    const report = { ...named, operationId: OPERATION, attempt: 1, code: 'sync.conflict', reason: 'Two changed it.' };
    const { rows } = await withRows(decidedBy(new RecordOperationFailedHandler(places)))(
      aReadyTask(),
      working(input, { step: 'sync' }),
    )
      .when(new RecordOperationFailed({ ...report, retryable: false, paths: ['a.txt'] }))
      .thenAsks();
    expect(operationIn(rows)).toMatchObject({ state: 'failed', code: 'sync.conflict', paths: ['a.txt'] });
  });
});
