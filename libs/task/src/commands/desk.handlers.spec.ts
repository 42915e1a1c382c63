import 'reflect-metadata';
import { decidedBy, like } from '@foundry/messaging/testing';
import { RecordTaskSummary } from '@foundry/organization/contracts';
import { InstallOwnerCredential, RetrySandbox } from '@foundry/sandbox/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  AdvanceTask,
  AnswerPermission,
  ChangeOwner,
  ClearOwner,
  CloseAgent,
  CloseSession,
  InitializeTask,
  ItemChanged,
  LinkRestored,
  NoteCredential,
  NoteSandbox,
  OwnerChanged,
  PrepareTask,
  StopTurn,
  TaskChanged,
  TrustTask,
} from '../contracts/index.js';
import { Message } from '../domain/message.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import { Session } from '../domain/session.entity.js';
import { Task } from '../domain/task.entity.js';
import {
  acted,
  aMachine,
  aMessage,
  ANA,
  anIdentifiedMessage,
  anOwner,
  aPermission,
  aReadySession,
  aReadyTask,
  aRunningTurn,
  aSession,
  at,
  aTask,
  BEN,
  by,
  GithubPlaces,
  idOf,
  MESSAGE,
  named,
  PERMISSION,
  SANDBOX,
  SEED,
  SESSION,
  withRows,
} from '../testing/tasks.js';
import { InitializeTaskHandler } from './initialize-task.handler.js';
import { LinkRestoredHandler, NoteCredentialHandler, NoteSandboxHandler } from './report.handlers.js';
import { AnswerPermissionHandler, CloseSessionHandler, StopTurnHandler } from './session.handlers.js';
import {
  AdvanceTaskHandler,
  ChangeOwnerHandler,
  ClearOwnerHandler,
  PrepareTaskHandler,
  TrustTaskHandler,
} from './task.handlers.js';

const places = new GithubPlaces();
const taskIn = (rows: readonly object[]) => rows.find((row) => row instanceof Task);
const messageIn = (rows: readonly object[]) => rows.find((row) => row instanceof Message);

describe('a new task', () => {
  const begin = new InitializeTask({
    ...named,
    seed: SEED,
    provider: 'docker',
    firstMessage: { messageId: MESSAGE, sessionId: SESSION, text: 'Fix it', model: 'opus' },
    author: ANA,
  });

  it('has its row, a session and the first message', async () => {
    const { rows } = await decidedBy(new InitializeTaskHandler(places))().when(begin).thenAsks();
    expect(taskIn(rows)).toMatchObject({ branch: 'greetings', provider: 'docker', status: 'starting' });
    expect(rows.find((row) => row instanceof Session)).toMatchObject({ model: 'opus', agent: 'claude', number: 1 });
    expect(messageIn(rows)).toMatchObject({ state: 'queued', author: ANA });
  });

  it('is made once', () =>
    withRows(decidedBy(new InitializeTaskHandler(places)))(aTask(), aSession(), aMessage())
      .when(begin)
      .thenNothing());
});

describe('stopping a turn', () => {
  const givenStop = withRows(decidedBy(new StopTurnHandler(places)));
  const stop = new StopTurn({ ...acted(BEN), sessionId: SESSION });

  it('tells the run, and holds what is queued', async () => {
    const next = aMessage(ANA, { messageId: idOf(20), position: 2 });
    const { signals, result } = await givenStop(aReadyTask(), aReadySession(), ...aRunningTurn(), next)
      .when(stop, by(BEN))
      .thenAsks();
    expect(signals).toEqual([{ effectId: idOf(50), type: 'stop' }]);
    expect(result).toMatchObject({ queueHeld: true, turn: { state: 'stopping' } });
  });

  it('is refused the second time, for another turn, and when none runs', async () => {
    const [message, turn] = aRunningTurn();
    const other = new StopTurn({ ...stop.payload, turnId: idOf(80) });
    await givenStop(aReadyTask(), aReadySession(), message, turn).when(other, by(BEN)).thenRejected('turn.not_running');
    await givenStop(aReadyTask(), aReadySession()).when(stop, by(BEN)).thenRejected('turn.not_running');
    turn.state = 'stopping';
    await givenStop(aReadyTask(), aReadySession(), message, turn).when(stop, by(BEN)).thenRejected('turn.not_running');
  });
});

describe('answering a request', () => {
  const givenAnswer = withRows(decidedBy(new AnswerPermissionHandler(places)));
  const answer = (over: Partial<AnswerPermission['payload']> = {}) =>
    new AnswerPermission({ ...acted(BEN), permissionId: PERMISSION, answer: 'allow_once', ...over });

  it('tells the agent', async () => {
    const { signals, result } = await givenAnswer(aReadyTask(), aReadySession(), ...aRunningTurn(), aPermission())
      .when(answer(), by(BEN))
      .thenAsks();
    expect(signals).toEqual([{ effectId: idOf(50), type: 'permission', ref: PERMISSION }]);
    expect(result).toMatchObject({ state: 'answered', answer: 'allow_once', answeredBy: BEN });
  });

  it('in words too has these said to the agent next, as one more message', async () => {
    const { rows } = await givenAnswer(aReadyTask(), aReadySession(), ...aRunningTurn(), aPermission())
      .when(answer({ answer: 'reject_once', text: 'Use pnpm.' }), by(BEN))
      .thenAsks();
    const said = rows.flatMap((row) => (row instanceof Message && row.state === 'queued' ? [row] : []));
    expect(said).toMatchObject([{ text: 'Use pnpm.', authorId: BEN.userId, waitingFor: 'turn' }]);
  });

  it('is won by the first, and the second is told by whom', async () => {
    const answered = aPermission({ state: 'answered', answer: 'reject_once', answeredBy: ANA });
    const refusal = await givenAnswer(aReadyTask(), aReadySession(), ...aRunningTurn(), answered)
      .when(answer(), by(BEN))
      .thenRejected('permission.answered');
    expect(refusal.details).toEqual({ answeredBy: ANA, answer: 'reject_once' });
  });

  it('is refused with what the agent does not offer, and for an unknown request', async () => {
    const rows = [aReadyTask(), aReadySession(), ...aRunningTurn()];
    await givenAnswer(...rows, aPermission())
      .when(answer({ answer: 'allow_always' }), by(BEN))
      .thenRejected('permission.not_offered');
    await givenAnswer(...rows)
      .when(answer(), by(BEN))
      .thenRejected('permission.unknown');
  });
});

describe('closing a session', () => {
  it('stops its turn and cancels what waits', async () => {
    const next = aMessage(ANA, { messageId: idOf(20), position: 2 });
    const { rows, signals } = await withRows(decidedBy(new CloseSessionHandler(places)))(
      aReadyTask(),
      aReadySession(),
      ...aRunningTurn(),
      next,
    )
      .when(new CloseSession({ ...acted(BEN), sessionId: SESSION }), by(BEN))
      .thenAsks(like(CloseAgent, { sessionId: SESSION, connectionNo: 1 }));
    expect(signals).toEqual([{ effectId: idOf(50), type: 'stop' }]);
    expect(rows.find((row) => row instanceof Session)?.state).toBe('closed');
    expect(rows.filter((row) => row instanceof Message).map(({ state }) => state)).toEqual(['delivered', 'cancelled']);
  });
});

describe('the machine', () => {
  const givenNews = withRows(decidedBy(new NoteSandboxHandler(places)));
  const news = (over: Parameters<typeof aMachine>[0]) => new NoteSandbox({ ...named, sandbox: aMachine(over) });
  const onItsWay = aTask({ sandboxId: SANDBOX, sandboxAskedAt: at(-5) });

  it('that is ready lets the credential be asked for', () =>
    givenNews(onItsWay, aSession(), aMessage())
      .when(news({}))
      .thenSends(like(InstallOwnerCredential, { userId: ANA.userId }), like(RecordTaskSummary)));

  it('that fails leaves the message queued behind the error', async () => {
    const error = { code: 'provision.deadline', message: 'It took too long.' };
    const { rows } = await givenNews(onItsWay, aSession(), aMessage())
      .when(news({ state: 'failed', error }))
      .thenAsks();
    expect(taskIn(rows)).toMatchObject({ status: 'error', statusReason: 'sandbox.provision.deadline' });
    expect(messageIn(rows)).toMatchObject({ state: 'queued', waitingFor: 'sandbox' });
  });

  it('is not believed when the news is old, or of another machine', async () => {
    await givenNews(aReadyTask(), aSession())
      .when(news({ version: 5, state: 'failed' }))
      .thenNothing();
    await givenNews(aReadyTask(), aSession())
      .when(news({ version: 6, sandboxId: idOf(77) }))
      .thenNothing();
  });

  it('that was replaced needs the credential anew', async () => {
    const { rows } = await givenNews(aReadyTask(), anOwner(ANA), aReadySession(), anIdentifiedMessage())
      .when(news({ version: 6, generation: 2 }))
      .thenSends(like(InstallOwnerCredential), like(RecordTaskSummary));
    expect(messageIn(rows)).toMatchObject({ need: 'asked', needGeneration: 2 });
  });

  it('that was replaced, or sleeps while an agent works, says so in the transcript', async () => {
    const notice = (code: string) => like(ItemChanged, { item: { kind: 'notice', data: { code } } });
    await givenNews(aReadyTask(), aReadySession({ used: true }))
      .when(news({ version: 6, generation: 2 }))
      .then([notice('sandbox.rebuilt'), like(TaskChanged)]);
    await givenNews(aReadyTask(), aReadySession({ used: true }), ...aRunningTurn())
      .when(news({ version: 6, state: 'paused' }))
      .then([notice('sandbox.paused'), like(TaskChanged)]);
  });

  it('that nobody answers for is an error after two minutes, and is tried again when asked', async () => {
    const silent = aTask({ sandboxId: SANDBOX, sandboxAskedAt: at(-120) });
    const { rows } = await withRows(decidedBy(new AdvanceTaskHandler(places)))(silent, aSession(), aMessage())
      .when(new AdvanceTask(named))
      .thenAsks();
    expect(taskIn(rows)).toMatchObject({ status: 'error', statusReason: 'sandbox.no_answer' });
  });

  it('is brought without a message, and tried again after it failed', () =>
    withRows(decidedBy(new PrepareTaskHandler(places)))(aReadyTask({ sandbox: aMachine({ state: 'failed' }) }))
      .when(new PrepareTask(acted(ANA)), by(ANA))
      .thenSends(like(RetrySandbox, { sandboxId: SANDBOX }), like(RecordTaskSummary)));
});

describe('the owner', () => {
  const asked = aMessage(BEN, { need: 'asked', needGeneration: 1 });
  const givenNote = withRows(decidedBy(new NoteCredentialHandler(places)));
  const note = (over: Partial<NoteCredential['payload']> = {}) =>
    new NoteCredential({
      ...named,
      sandboxId: SANDBOX,
      generation: 1,
      userId: BEN.userId,
      mode: 'user',
      needIds: [asked.needId],
      code: null,
      message: null,
      ...over,
    });
  const refused = (code: string) => note({ code, message: 'No.', mode: null });

  it('changes with the credential that is verified, and not before', async () => {
    const { rows, events, audits } = await givenNote(aReadyTask(), anOwner(ANA), aSession(), asked)
      .when(note())
      .thenAudits({
        kind: 'task.owner_changed',
        details: { from: '1', to: '2', cause: 'message' },
      });
    expect(events[0]).toBeInstanceOf(OwnerChanged);
    expect(audits).toHaveLength(1);
    expect(rows.find((row) => row instanceof Owner)?.view()).toMatchObject({ person: BEN, credential: 'ready' });
  });

  it('stays when the lease is refused, and the message waits for a sign-in', async () => {
    const { rows } = await givenNote(aReadyTask(), anOwner(ANA), aSession(), asked)
      .when(refused('user.reauthorize'))
      .thenAsks();
    expect(messageIn(rows)).toMatchObject({ state: 'queued', waitingFor: 'github_link' });
    expect(taskIn(rows)?.status).toBe('needs_input');
    expect(rows.find((row) => row instanceof Owner)?.view().person).toEqual(ANA);
  });

  it.each(['repository.access_denied', 'member.required'])('stays, and the message fails, with %s', async (code) => {
    const { rows } = await givenNote(aReadyTask(), anOwner(ANA), aSession(), asked).when(refused(code)).thenAsks();
    expect(messageIn(rows)).toMatchObject({ state: 'failed', code });
  });

  it('is asked for again when its person signed in, and only then', async () => {
    const refusedNeed = {
      need: 'refused' as const,
      needGeneration: 1,
      code: 'user.reauthorize',
      waitingFor: 'github_link' as const,
    };
    const rows = [
      aReadyTask({ status: 'needs_input', statusReason: 'github_link' }),
      anOwner(ANA),
      aSession(),
      aMessage(BEN, refusedNeed),
    ];
    const given = withRows(decidedBy(new LinkRestoredHandler(places)));
    await given(...rows)
      .when(new LinkRestored({ ...named, userId: ANA.userId }))
      .thenNothing();
    await given(...rows)
      .when(new LinkRestored({ ...named, userId: BEN.userId }))
      .thenSends(like(InstallOwnerCredential, { userId: BEN.userId }), like(RecordTaskSummary));
  });

  it('is not changed by an answer to another attempt', () =>
    givenNote(
      aReadyTask({ status: 'starting', statusReason: 'identity' }),
      anOwner(ANA),
      aSession(),
      aMessage(BEN, { need: 'asked', needGeneration: 1, waitingFor: 'identity' }),
    )
      .when(note({ needIds: ['message:other:1'] }))
      .thenNothing());

  it('is chosen by hand at once, or after the work of somebody else', async () => {
    const choose = new ChangeOwner({ ...acted(ANA), owner: BEN });
    const given = withRows(decidedBy(new ChangeOwnerHandler(places)));
    const free = await given(aReadyTask(), anOwner(ANA), aReadySession()).when(choose, by(ANA)).thenAsks();
    expect(free.result.owner).toMatchObject({ person: BEN, reason: 'manual', pending: null });
    const busy = await given(aReadyTask(), anOwner(ANA), aReadySession(), ...aRunningTurn())
      .when(choose, by(ANA))
      .thenAsks();
    expect(busy.result.owner).toMatchObject({ person: ANA, pending: BEN });
  });

  it('that left is nobody any more, and their turn is stopped', async () => {
    const { signals, rows } = await withRows(decidedBy(new ClearOwnerHandler(places)))(
      aReadyTask(),
      anOwner(ANA),
      aReadySession(),
      ...aRunningTurn(),
    )
      .when(new ClearOwner({ ...named, userId: ANA.userId, reason: 'member_removed' }))
      .thenAudits({ kind: 'task.owner_cleared', details: { from: '1', to: null } });
    expect(signals).toEqual([{ effectId: idOf(50), type: 'stop' }]);
    expect(rows.find((row) => row instanceof Owner)?.view().person).toBeNull();
  });

  it('of others is not touched', () =>
    withRows(decidedBy(new ClearOwnerHandler(places)))(aReadyTask(), anOwner(BEN))
      .when(new ClearOwner({ ...named, userId: ANA.userId, reason: 'member_removed' }))
      .thenNothing());
});

describe('a fork', () => {
  const trust = new TrustTask(acted(BEN));
  it('is trusted once, by name, and the message goes on', async () => {
    const { rows } = await withRows(decidedBy(new TrustTaskHandler(places)))(
      aTask({ fork: true }),
      aSession(),
      aMessage(),
    )
      .when(trust, by(BEN))
      .thenAsks();
    expect(taskIn(rows)?.trustedBy).toBe(BEN.userId);
    expect(messageIn(rows)?.waitingFor).toBe('sandbox');
  });

  it('is not what every branch is', () =>
    withRows(decidedBy(new TrustTaskHandler(places)))(aTask())
      .when(trust, by(BEN))
      .thenRejected('task.not_fork'));
});

describe('looking again', () => {
  it('changes nothing when nothing is new', () => {
    const task = aReadyTask({ status: 'starting', statusReason: 'identity' });
    const waiting = aMessage(ANA, { need: 'asked', needGeneration: 1, waitingFor: 'identity' });
    return withRows(decidedBy(new AdvanceTaskHandler(places)))(task, anOwner(ANA), aSession(), waiting)
      .when(new AdvanceTask(named))
      .thenNothing();
  });
});
