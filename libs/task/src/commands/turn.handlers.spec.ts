import 'reflect-metadata';
import { decidedBy, like } from '@foundry/messaging/testing';
import { RecordTaskSummary } from '@foundry/organization/contracts';
import { HoldSandbox, ReleaseCredential, ReleaseHold, SaveSandbox } from '@foundry/sandbox/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  InputNeeded,
  ItemChanged,
  MessageChanged,
  OwnerChanged,
  PermissionChanged,
  RecordDelivered,
  RecordPermission,
  RecordSessionFailed,
  RecordSessionReady,
  RecordTurnEnded,
  RunTurn,
  SessionChanged,
  SetPermissionPolicy,
  TaskChanged,
  TurnFailed,
  TurnFinished,
  TurnStarted,
} from '../contracts/index.js';
import { Message } from '../domain/message.entity.js';
import { Permission } from '../domain/permission.entity.js';
import { Turn } from '../domain/turn.entity.js';
import {
  acted,
  aMessage,
  ANA,
  anIdentifiedMessage,
  anOwner,
  aPermission,
  aReadySession,
  aReadyTask,
  aRunningTurn,
  aSession,
  aTurn,
  BEN,
  by,
  GithubPlaces,
  idOf,
  MESSAGE,
  named,
  PERMISSION,
  SESSION,
  TURN,
  whileRunning,
  withRows,
} from '../testing/tasks.js';
import {
  RecordDeliveredHandler,
  RecordPermissionHandler,
  RecordSessionFailedHandler,
  RecordSessionReadyHandler,
  RecordTurnEndedHandler,
} from './report.handlers.js';
import { SetPermissionPolicyHandler } from './task.handlers.js';

const places = new GithubPlaces();
const NEXT = idOf(20);

const ended = (over: Partial<RecordTurnEnded['payload']> = {}) =>
  new RecordTurnEnded({
    ...named,
    turnId: TURN,
    outcome: 'finished',
    stopReason: 'end_turn',
    code: null,
    reason: null,
    delivered: true,
    ...over,
  });
const failed = ended({ outcome: 'failed', code: 'agent.exited', reason: 'Killed.', stopReason: null });
const givenEnd = withRows(decidedBy(new RecordTurnEndedHandler(places)));

describe('the start of an agent', () => {
  const ready = new RecordSessionReady({
    ...named,
    sessionId: SESSION,
    connectionNo: 1,
    agentSessionId: 'a',
    model: null,
    mode: null,
  });
  const notReady = new RecordSessionFailed({
    ...named,
    sessionId: SESSION,
    connectionNo: 1,
    code: 'agent.missing',
    reason: 'Not there.',
  });
  const starting = aSession({ state: 'starting', connectionNo: 1, generation: 1 });

  it('begins the turn of the first message, and keeps the machine for it', () =>
    withRows(decidedBy(new RecordSessionReadyHandler(places)))(
      aReadyTask(),
      anOwner(ANA),
      starting,
      anIdentifiedMessage(ANA),
      aMessage(ANA, { messageId: NEXT, position: 2 }),
    )
      .when(ready)
      .then([
        like(TurnStarted, { messageId: MESSAGE, author: ANA, owner: ANA }),
        like(SessionChanged, { session: { state: 'ready', queued: 1, turn: { state: 'starting' } } }),
        like(MessageChanged, { message: { messageId: MESSAGE, state: 'delivering' } }),
        like(MessageChanged, { message: { messageId: NEXT, waitingFor: 'turn' } }),
        like(TaskChanged, { task: { status: 'running' } }),
      ]));

  it('asks for exactly one run, which the turn remembers', async () => {
    const { rows, commands } = await withRows(decidedBy(new RecordSessionReadyHandler(places)))(
      aReadyTask(),
      anOwner(ANA),
      starting,
      anIdentifiedMessage(ANA),
    )
      .when(ready)
      .thenAsks(like(RunTurn, { sessionId: SESSION, generation: 1 }));
    expect(rows.find((row) => row instanceof Turn)?.effectId).toEqual(expect.any(String));
    expect(commands).toEqual([expect.any(HoldSandbox), expect.any(RecordTaskSummary)]);
  });

  it('waits for room when the instance is full', async () => {
    const { effects, rows } = await whileRunning(decidedBy(new RecordSessionReadyHandler(places)), 100)(
      aReadyTask(),
      starting,
      anIdentifiedMessage(ANA),
    )
      .when(ready)
      .thenAsks();
    expect(effects).toEqual([]);
    expect(rows.find((row) => row instanceof Message)?.waitingFor).toBe('capacity');
  });

  it('that fails keeps the message, and shows why', async () => {
    const { rows } = await withRows(decidedBy(new RecordSessionFailedHandler(places)))(
      aReadyTask(),
      starting,
      anIdentifiedMessage(ANA),
    )
      .when(notReady)
      .then([
        like(ItemChanged, { item: { kind: 'error', text: 'Not there.', data: { code: 'agent.missing' } } }),
        like(SessionChanged, { session: { state: 'error', code: 'agent.missing' } }),
        like(MessageChanged, { message: { state: 'queued', waitingFor: 'session' } }),
        like(TaskChanged, { task: { status: 'error', statusReason: 'agent.missing' } }),
      ]);
    expect(rows.find((row) => row instanceof Message)?.state).toBe('queued');
  });

  it('is not believed from a start before the present one', async () => {
    const again = aSession({ state: 'starting', connectionNo: 2, generation: 1 });
    await withRows(decidedBy(new RecordSessionReadyHandler(places)))(aReadyTask(), again)
      .when(ready)
      .thenRejected('step.ended');
    await withRows(decidedBy(new RecordSessionFailedHandler(places)))(aReadyTask(), again)
      .when(notReady)
      .thenRejected('step.ended');
  });
});

describe('a turn', () => {
  it('is running when the agent has the prompt', async () => {
    const message = anIdentifiedMessage(ANA);
    message.deliver(TURN);
    const at = '2030-01-01T12:00:00.000Z';
    await withRows(decidedBy(new RecordDeliveredHandler(places)))(
      aReadyTask(),
      aReadySession(),
      message,
      aTurn(message, { state: 'starting' }),
    )
      .when(new RecordDelivered({ ...named, turnId: TURN, at }))
      .then([
        like(MessageChanged, { message: { state: 'delivered', deliveredAt: at } }),
        like(SessionChanged, { session: { turn: { state: 'running' } } }),
        like(TaskChanged),
      ]);
  });

  it('that finishes gives back what it held, saves the work, and lets the next message go on', async () => {
    const next = aMessage(ANA, { messageId: NEXT, position: 2 });
    const { commands } = await givenEnd(aReadyTask(), anOwner(ANA), aReadySession(), ...aRunningTurn(), next)
      .when(ended())
      .then([
        like(TurnFinished, { outcome: 'finished', by: null, turnId: TURN }),
        like(ItemChanged, { item: { kind: 'turn', turnId: TURN, data: { outcome: 'finished' } } }),
        like(MessageChanged, { message: { messageId: MESSAGE, state: 'delivered' } }),
        like(MessageChanged, { message: { messageId: NEXT, waitingFor: 'identity' } }),
        like(SessionChanged, { session: { turn: null, queued: 1 } }),
        like(TaskChanged, { task: { status: 'starting' } }),
      ]);
    expect(commands.slice(0, 3)).toEqual([
      expect.any(SaveSandbox),
      expect.any(ReleaseCredential),
      expect.any(ReleaseHold),
    ]);
  });

  it('that fails says so, and the next message just runs', async () => {
    const { rows } = await givenEnd(aReadyTask(), anOwner(ANA), aReadySession(), ...aRunningTurn())
      .when(new RecordTurnEnded({ ...failed.payload, exited: true }))
      .then([
        like(TurnFailed, { outcome: 'failed', code: 'agent.exited' }),
        like(ItemChanged, { item: { kind: 'error', text: 'Killed.', data: { code: 'agent.exited' } } }),
        like(ItemChanged, { item: { kind: 'turn', data: { outcome: 'failed', code: 'agent.exited' } } }),
        like(MessageChanged),
        like(SessionChanged, { session: { state: 'pending' } }),
        like(TaskChanged, { task: { status: 'error', failure: { code: 'agent.exited', text: 'Killed.' } } }),
      ]);
    expect(rows.find((row) => row instanceof Turn)?.state).toBe('ended');
  });

  it('whose prompt surely did not arrive is tried again, at most three times', async () => {
    const lost = new RecordTurnEnded({ ...failed.payload, delivered: false });
    const inHand = (attempt: number) => {
      const message = anIdentifiedMessage(ANA, { attempt });
      message.deliver(TURN);
      return [message, aTurn(message)];
    };
    const { rows, events } = await givenEnd(aReadyTask(), aReadySession(), ...inHand(1))
      .when(lost)
      .thenAsks();
    expect(rows.find((row) => row instanceof Message)).toMatchObject({ state: 'queued', attempt: 2 });
    expect(events.some((event) => event instanceof TurnFailed)).toBe(false);
    const last = await givenEnd(aReadyTask(), aReadySession(), ...inHand(3))
      .when(lost)
      .thenAsks();
    expect(last.rows.find((row) => row instanceof Message)).toMatchObject({ state: 'failed', code: 'agent.exited' });
  });

  it('that ends withdraws what its agent asked', () =>
    givenEnd(aReadyTask(), aReadySession(), ...aRunningTurn(), aPermission())
      .when(ended())
      .then([
        like(PermissionChanged, { permissionId: PERMISSION, state: 'withdrawn' }),
        like(TurnFinished),
        like(ItemChanged),
        like(ItemChanged, { item: { kind: 'turn' } }),
        like(MessageChanged),
        like(SessionChanged),
        like(TaskChanged, { task: { status: 'idle' } }),
      ]));

  it('ends once', async () => {
    const [message, turn] = aRunningTurn();
    turn.state = 'ended';
    await givenEnd(aReadyTask(), aReadySession(), message, turn).when(ended()).thenRejected('step.ended');
  });

  it('lets the person own the task who was chosen while it ran', async () => {
    const owner = anOwner(ANA);
    owner.pending = BEN;
    const { audits } = await givenEnd(aReadyTask(), owner, aReadySession(), ...aRunningTurn())
      .when(ended())
      .then([
        like(TurnFinished),
        like(OwnerChanged, { owner: BEN, previous: ANA, reason: 'manual' }),
        like(ItemChanged, { item: { kind: 'turn' } }),
        like(ItemChanged, { item: { kind: 'owner_change' } }),
        like(MessageChanged),
        like(SessionChanged),
        like(TaskChanged),
      ]);
    expect(audits).toMatchObject([{ kind: 'task.owner_changed', details: { from: '1', to: '2' } }]);
  });
});

describe('a request of an agent', () => {
  const givenRequest = withRows(decidedBy(new RecordPermissionHandler(places)));
  const givenPolicy = withRows(decidedBy(new SetPermissionPolicyHandler(places)));
  const asks = (over: Partial<RecordPermission['payload']> = {}) => {
    const { permissionId, turnId, connection, requestRef, kind, title, tool, options } = aPermission();
    return new RecordPermission({
      ...named,
      permissionId,
      turnId,
      connection,
      requestRef,
      kind,
      title,
      tool,
      options,
      ...over,
    });
  };

  it('waits for a person and says so', () =>
    givenRequest(aReadyTask(), aReadySession(), ...aRunningTurn())
      .when(asks())
      .then([
        like(InputNeeded, { permissionId: PERMISSION, kind: 'permission' }),
        like(PermissionChanged, { state: 'open', permission: { title: 'Run npm test' } }),
        like(ItemChanged, { item: { kind: 'permission', text: 'Run npm test', data: { state: 'open' } } }),
        like(TaskChanged, { task: { status: 'needs_input' } }),
      ]));

  it('is answered by the policy where that allows it, and the agent is told', async () => {
    const { signals, rows } = await givenRequest(aReadyTask(), aReadySession(), ...aRunningTurn())
      .when(asks({ tool: { kind: 'edit' } }))
      .then([
        like(PermissionChanged, { state: 'answered', answeredBy: null }),
        like(ItemChanged, { item: { data: { state: 'answered', answer: 'allow_once', byPolicy: true } } }),
        like(TaskChanged, { task: { status: 'running' } }),
      ]);
    expect(signals).toEqual([{ effectId: idOf(50), type: 'permission', ref: PERMISSION }]);
    expect(rows.at(-1)).toMatchObject({ byPolicy: true, answer: 'allow_once' });
  });

  it('that came before is not asked twice', () =>
    givenRequest(
      aReadyTask({ status: 'needs_input', statusReason: 'permission' }),
      aReadySession(),
      ...aRunningTurn(),
      aPermission(),
    )
      .when(asks())
      .thenNothing());

  it('that waits is answered by another policy that allows it, and only that one', async () => {
    const edits = aPermission({ tool: { kind: 'edit' } });
    const runs = aPermission({ permissionId: idOf(21), requestRef: '2' });
    const { signals, rows } = await givenPolicy(
      aReadyTask({ policy: 'ask' }),
      aReadySession(),
      ...aRunningTurn(),
      edits,
      runs,
    )
      .when(new SetPermissionPolicy({ ...acted(ANA), policy: 'edits' }), by(ANA))
      .then([
        like(PermissionChanged, { permissionId: PERMISSION, state: 'answered', answeredBy: null }),
        like(ItemChanged),
        like(TaskChanged, { task: { policy: 'edits', status: 'needs_input' } }),
      ]);
    expect(signals).toEqual([{ effectId: idOf(50), type: 'permission', ref: PERMISSION }]);
    const kept = rows.flatMap((row) => (row instanceof Permission ? [row] : []));
    expect(kept.find(({ permissionId }) => permissionId === PERMISSION)).toMatchObject({
      ...{ state: 'answered', answer: 'allow_once', byPolicy: true },
    });
  });

  it('of a turn that is being stopped is answered by no policy', async () => {
    const [message, turn] = aRunningTurn();
    turn.stop(ANA);
    const { signals } = await givenPolicy(aReadyTask(), aReadySession(), message, turn, aPermission())
      .when(new SetPermissionPolicy({ ...acted(ANA), policy: 'all' }), by(ANA))
      .then([like(TaskChanged, { task: { policy: 'all' } })]);
    expect(signals).toEqual([]);
  });
});
