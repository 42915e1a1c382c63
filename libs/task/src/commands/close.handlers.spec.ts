import 'reflect-metadata';
import { decidedBy, like } from '@foundry/messaging/testing';
import { DeleteBranch } from '@foundry/github-data/contracts';
import { RecordTaskSummary, ReleaseTask } from '@foundry/organization/contracts';
import { DestroySandbox } from '@foundry/sandbox/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  AdvanceTask,
  ArchiveTask,
  KillTask,
  MessageChanged,
  NoteOperation,
  NoteSandbox,
  ReadChanges,
  TaskArchived,
  TaskDeleted,
  UnarchiveTask,
} from '../contracts/index.js';
import { Message } from '../domain/message.entity.js';
import { Operation } from '../domain/operation.entity.js';
import { Task } from '../domain/task.entity.js';
import {
  acted,
  aMachine,
  aMessage,
  ANA,
  anOperation,
  aReadySession,
  aReadyTask,
  aRunningTurn,
  aSession,
  at,
  aTask,
  by,
  GithubPlaces,
  idOf,
  leftOver,
  named,
  OPERATION,
  TASK,
  withRows,
} from '../testing/tasks.js';
import { NoteOperationHandler } from './git-report.handlers.js';
import { NoteSandboxHandler } from './report.handlers.js';
import { AdvanceTaskHandler, ArchiveTaskHandler, KillTaskHandler, UnarchiveTaskHandler } from './task.handlers.js';

const places = new GithubPlaces();
const taskIn = (rows: readonly object[]) => rows.find((row) => row instanceof Task);

describe('putting a task away', () => {
  const givenArchive = withRows(decidedBy(new ArchiveTaskHandler(places)));
  const archive = (over: Partial<ArchiveTask['payload']> = {}) =>
    new ArchiveTask({ ...named, operationId: OPERATION, reason: 'user', number: null, ...over });

  it('stops, cancels what waits, and saves before the machine ends', async () => {
    const waiting = aMessage(ANA, { messageId: idOf(20), position: 2 });
    const { rows, signals } = await givenArchive(aReadyTask(), aReadySession(), ...aRunningTurn(), waiting)
      .when(archive(), by(ANA))
      .thenAsks();
    expect(signals).toEqual([{ effectId: idOf(50), type: 'stop' }]);
    expect(taskIn(rows)).toMatchObject({ lifecycle: 'archiving', status: 'archiving' });
    expect(rows.filter((row) => row instanceof Message).map(({ state }) => state)).toEqual(['delivered', 'cancelled']);
    await givenArchive(aReadyTask(), aReadySession())
      .when(archive(), by(ANA))
      .thenSends(like(DestroySandbox, { checkpointFirst: true }), like(RecordTaskSummary));
  });

  it('is over at once without a machine, and when the machine is gone', async () => {
    const { events } = await givenArchive(aTask(), aSession(), aMessage()).when(archive(), by(ANA)).thenAsks();
    expect(events[0]).toBeInstanceOf(TaskArchived);
    expect(events.some((event) => event instanceof MessageChanged)).toBe(true);
    const running = anOperation('archive', { state: 'running', step: 'machine', deadlineAt: at(60) });
    const gone = new NoteSandbox({ ...named, sandbox: aMachine({ version: 9, state: 'destroyed' }) });
    const { rows } = await withRows(decidedBy(new NoteSandboxHandler(places)))(
      aReadyTask({ lifecycle: 'archiving' }),
      running,
    )
      .when(gone)
      .thenAsks();
    expect(taskIn(rows)?.lifecycle).toBe('archived');
  });

  it('does not lose work that could not be saved: the task comes back', async () => {
    const running = anOperation('archive', { state: 'running', step: 'machine', deadlineAt: at(-1) });
    const task = aReadyTask({ lifecycle: 'archiving', sandbox: aMachine(leftOver(3, false)) });
    const { rows } = await withRows(decidedBy(new AdvanceTaskHandler(places)))(task, running)
      .when(new AdvanceTask(named))
      .thenAsks(like(ReadChanges));
    expect(taskIn(rows)).toMatchObject({ lifecycle: 'open', status: 'error', statusReason: 'archive.not_saved' });
  });

  it('waits for the turn when its pull request ended, and only proposes it when work is left over', async () => {
    const merged = archive({ reason: 'merged', number: 7 });
    const { rows, signals } = await givenArchive(aReadyTask(), aReadySession(), ...aRunningTurn())
      .when(merged)
      .thenAsks();
    expect(signals).toEqual([]);
    expect(taskIn(rows)?.lifecycle).toBe('open');
    const left = await givenArchive(aReadyTask({ sandbox: aMachine(leftOver(0, true)) }))
      .when(merged)
      .thenAsks(like(ReadChanges));
    expect(taskIn(left.rows)).toMatchObject({ lifecycle: 'open', archiveProposed: 'merged' });
  });

  it('makes no task real, and does nothing to one that is away', async () => {
    await decidedBy(new ArchiveTaskHandler(places))().when(archive()).thenNothing();
    const away = aTask({ lifecycle: 'archived', status: 'archived' });
    await givenArchive(away).when(archive()).thenNothing();
    await givenArchive(away).when(archive(), by(ANA)).thenRejected('task.archived');
  });

  it('can be taken back', async () => {
    const away = aTask({ lifecycle: 'archived', status: 'archived', archivedAt: at(-60) });
    const { rows } = await withRows(decidedBy(new UnarchiveTaskHandler(places)))(away)
      .when(new UnarchiveTask({ ...named, operationId: OPERATION }), by(ANA))
      .thenAsks();
    expect(taskIn(rows)).toMatchObject({ lifecycle: 'open', status: 'idle', archivedAt: null });
    await withRows(decidedBy(new UnarchiveTaskHandler(places)))(aTask({ lifecycle: 'killed' }))
      .when(new UnarchiveTask({ ...named, operationId: OPERATION }), by(ANA))
      .thenRejected('task.killed');
  });
});

describe('ending a task for good', () => {
  const givenKill = withRows(decidedBy(new KillTaskHandler(places)));
  const kill = (discardWork = false) => new KillTask({ ...acted(ANA), operationId: OPERATION, discardWork });

  it('is refused with counts while work is left over, unless that is given up', async () => {
    const task = aReadyTask({ sandbox: aMachine(leftOver(3, true)) });
    const refusal = await givenKill(task).when(kill(), by(ANA)).thenRejected('task.unpushed_work');
    expect(refusal.details).toEqual({ commits: 3, dirty: true });
    await givenKill(task)
      .when(kill(true), by(ANA))
      .thenSends(like(DestroySandbox, { checkpointFirst: false }), like(RecordTaskSummary));
  });

  it('frees the branch', async () => {
    const { events } = await givenKill(aTask())
      .when(kill(), by(ANA))
      .thenSends(like(ReleaseTask, { taskId: TASK, taskVersion: 2 }), like(RecordTaskSummary));
    expect(events[0]).toBeInstanceOf(TaskDeleted);
  });

  describe('with its branch at GitHub', () => {
    const SHA = 'c'.repeat(40);
    const pushed = (over: Partial<Task> = {}) => aReadyTask({ branchMade: true, lastPushedSha: SHA, ...over });
    const killWithBranch = new KillTask({ ...acted(ANA), operationId: OPERATION, deleteBranch: true });
    const atGithub = anOperation('kill', {
      input: { kind: 'kill', force: true, reason: 'user', deleteBranch: true },
      ...{ state: 'running', step: 'delete_branch', requestId: idOf(80), deadlineAt: at(300) },
    });
    const answer = (error: { code: string; text: string; retryable: boolean } | null) =>
      new NoteOperation({ ...named, requestId: idOf(80), result: null, error });
    const givenAnswer = withRows(decidedBy(new NoteOperationHandler(places)));
    const killing = () => pushed({ lifecycle: 'killing', status: 'killing' });
    const operationIn = (rows: readonly object[]) => rows.find((row) => row instanceof Operation);

    it('is refused for one that the task did not bring there', async () => {
      await givenKill(pushed({ branchMade: false }))
        .when(killWithBranch, by(ANA))
        .thenRejected('branch.not_made_here');
    });

    it('deletes it when the machine is gone, at the commit that was pushed', async () => {
      const { rows } = await givenKill(pushed())
        .when(killWithBranch, by(ANA))
        .thenSends(like(DestroySandbox), like(RecordTaskSummary));
      const asked = operationIn(rows);
      if (!asked) throw new Error('Nothing was asked for.');
      const gone = new NoteSandbox({ ...named, sandbox: aMachine({ version: 9, state: 'destroyed' }) });
      const next = await withRows(decidedBy(new NoteSandboxHandler(places)))(killing(), asked)
        .when(gone)
        .thenSends(
          like(DeleteBranch, { branch: 'greetings', expectedHeadSha: SHA, userId: ANA.userId }),
          like(RecordTaskSummary),
        );
      expect(taskIn(next.rows)).toMatchObject({ lifecycle: 'killing' });
      expect(operationIn(next.rows)).toMatchObject({ step: 'delete_branch', state: 'running' });
    });

    it('is over when GitHub deleted it', async () => {
      const { rows } = await givenAnswer(killing(), atGithub)
        .when(answer(null))
        .thenSends(like(ReleaseTask, { taskId: TASK }), like(RecordTaskSummary));
      expect(taskIn(rows)).toMatchObject({ lifecycle: 'killed' });
      expect(operationIn(rows)).toMatchObject({ state: 'succeeded', result: { branchDeleted: true }, code: null });
    });

    it('is over where GitHub keeps it or does not answer, and says so', async () => {
      const moved = { code: 'branch.moved', text: 'Somebody pushed to it.', retryable: false };
      const { rows } = await givenAnswer(killing(), atGithub).when(answer(moved)).thenAsks();
      expect(taskIn(rows)).toMatchObject({ lifecycle: 'killed' });
      expect(operationIn(rows)).toMatchObject({
        ...{ state: 'succeeded', result: { branchDeleted: false }, code: 'branch.moved' },
      });
      const late = await withRows(decidedBy(new AdvanceTaskHandler(places)))(
        killing(),
        Object.assign(anOperation('kill'), atGithub, { deadlineAt: at(-1) }),
      )
        .when(new AdvanceTask(named))
        .thenAsks();
      expect(taskIn(late.rows)).toMatchObject({ lifecycle: 'killed' });
      expect(operationIn(late.rows)).toMatchObject({ code: 'operation.timed_out', result: { branchDeleted: false } });
    });
  });

  it('is refused while another operation runs', () =>
    givenKill(aReadyTask(), anOperation('archive', { operationId: idOf(66) }), aReadySession(), ...aRunningTurn())
      .when(kill(), by(ANA))
      .thenRejected('operation.running'));
});
