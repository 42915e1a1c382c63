import 'reflect-metadata';
import { decidedBy, like } from '@foundry/messaging/testing';
import { HoldSandbox, InstallOwnerCredential, RequestSandbox, ResumeSandbox } from '@foundry/sandbox/contracts';
import { RecordTaskSummary } from '@foundry/organization/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  CancelMessage,
  EditMessage,
  MessageAccepted,
  MessageChanged,
  RetryMessage,
  RunTurn,
  SendMessage,
  SessionChanged,
  StartAgent,
  TaskChanged,
  TurnStarted,
} from '../contracts/index.js';
import { Message } from '../domain/message.entity.js';
import { Session } from '../domain/session.entity.js';
import { Owner } from '../domain/task-owner.entity.js';
import { Task } from '../domain/task.entity.js';
import {
  acted,
  aMachine,
  aMessage,
  ANA,
  anIdentifiedMessage,
  anOwner,
  aReadySession,
  aReadyTask,
  aRunningTurn,
  aSession,
  aTask,
  aTurn,
  BEN,
  by,
  GithubPlaces,
  idOf,
  MESSAGE,
  SANDBOX,
  SESSION,
  withRows,
} from '../testing/tasks.js';
import {
  CancelMessageHandler,
  EditMessageHandler,
  RetryMessageHandler,
  SendMessageHandler,
} from './message.handlers.js';

const places = new GithubPlaces();
const NEXT = idOf(20);
const sending = withRows(decidedBy(new SendMessageHandler(places)));
const say = (over: Partial<SendMessage['payload']> = {}, person = ANA) =>
  new SendMessage({ ...acted(person), messageId: NEXT, sessionId: SESSION, text: 'Go on', ...over });
const first = say({ messageId: MESSAGE, newSession: {} });

describe('sending a message', () => {
  it('makes a task real that nobody used yet, and asks for its machine', async () => {
    const made = decidedBy(new SendMessageHandler(places))();
    const { rows, effects, result } = await made.when(first, by(ANA)).thenSends(
      like(RequestSandbox, {
        branch: 'greetings',
        trusted: true,
        repository: { base: 'main', cloneUrl: 'https://github.example/acme/web.git' },
      }),
      like(RecordTaskSummary, { taskVersion: 1, summary: { status: 'starting', owner: null } }),
    );
    expect(rows.map(({ constructor }) => constructor)).toEqual([Task, Owner, Session, Message]);
    expect(effects).toEqual([]);
    expect(result).toEqual({ messageId: MESSAGE, position: 1, state: 'queued', waitingFor: 'sandbox' });
  });

  it('tells that it was accepted, and how everything is now', () =>
    sending(aTask(), anOwner(null), aReadySession())
      .when(say(), by(ANA))
      .then([
        like(MessageAccepted, { messageId: NEXT, author: ANA, version: 2 }),
        like(SessionChanged, { session: { queued: 1 } }),
        like(MessageChanged, { message: { text: 'Go on', waitingFor: 'sandbox' } }),
        like(TaskChanged, { version: 2, task: { status: 'starting' } }),
      ]));

  it('is one audit entry with length and digest, never the text', async () => {
    const { audits } = await sending(aTask(), aSession())
      .when(say({ text: 'my secret' }), by(ANA))
      .thenAudits({ subject: { type: 'message', id: NEXT } });
    expect(audits[0]?.details).toMatchObject({ length: 9 });
    expect(JSON.stringify(audits)).not.toContain('secret');
  });

  it('wakes a machine that sleeps', () =>
    sending(aReadyTask({ sandbox: aMachine({ state: 'paused' }) }), aReadySession())
      .when(say(), by(ANA))
      .thenSends(like(ResumeSandbox, { sandboxId: SANDBOX }), like(RecordTaskSummary)));

  it('asks for the credential of its author when the machine is there, and starts nothing', async () => {
    const { effects } = await sending(aReadyTask(), anOwner(BEN), aReadySession())
      .when(say(), by(ANA))
      .thenSends(
        like(InstallOwnerCredential, { userId: ANA.userId, kind: 'turn', needId: `message:${NEXT}:1` }),
        like(RecordTaskSummary, { summary: { owner: BEN } }),
      );
    expect(effects).toEqual([]);
  });

  it('waits behind what the session does', async () => {
    const { result } = await sending(aReadyTask(), anOwner(ANA), aReadySession(), ...aRunningTurn())
      .when(say(), by(ANA))
      .thenAsks();
    expect(result.waitingFor).toBe('turn');
  });

  it('waits while another person works on the task', async () => {
    const other = aReadySession({ sessionId: idOf(31), number: 2 });
    const { result } = await sending(aReadyTask(), anOwner(ANA), aReadySession(), other, ...aRunningTurn())
      .when(say({ sessionId: idOf(31) }, BEN), by(BEN))
      .thenAsks();
    expect(result.waitingFor).toBe('owner_busy');
  });

  it('ends the hold of a queue', async () => {
    const { rows } = await sending(aTask(), aSession({ queueHeld: true }))
      .when(say(), by(ANA))
      .then([
        like(MessageAccepted),
        like(SessionChanged, { session: { queueHeld: false } }),
        like(MessageChanged),
        like(TaskChanged),
      ]);
    expect(rows).toHaveLength(3);
  });

  it('gives the same answer to the same message, and stores it once', () =>
    decidedBy(new SendMessageHandler(places))(aTask(), aSession(), aMessage(ANA, { messageId: NEXT }))
      .when(say(), by(ANA))
      .thenAsks());

  it.each<[string, string, object[], SendMessage]>([
    ['without text and attachment', 'message.empty', [aTask(), aSession()], say({ text: ' ' })],
    ['to a session that is not there', 'session.unknown', [aTask()], say()],
    ['to a task that was put away', 'task.archived', [aTask({ lifecycle: 'archived' }), aSession()], say()],
    ['to a task that is being put away', 'task.closing', [aTask({ lifecycle: 'killing' }), aSession()], say()],
  ])('is refused %s', (_what, code, rows, message) =>
    sending(...rows)
      .when(message, by(ANA))
      .thenRejected(code),
  );

  it('is refused with the id of another message, in another name, and in another organization', async () => {
    const taken = aMessage(BEN, { messageId: NEXT });
    await sending(aTask(), aSession(), taken).when(say(), by(ANA)).thenRejected('message.id_taken');
    await sending(aTask(), aSession()).when(say(), by(BEN)).thenRejected('command.wrong_sender');
    const foreign = new SendMessage({ ...say().payload, organizationId: '8' });
    await sending(aTask(), aSession()).when(foreign, by(ANA)).thenRejected('resource.not_found');
  });

  it('is refused above 50 queued ones, and a session above 20', async () => {
    const queue = Array.from({ length: 50 }, (_, n) => aMessage(ANA, { messageId: idOf(100 + n), position: n + 1 }));
    await sending(aTask(), aSession(), ...queue)
      .when(say(), by(ANA))
      .thenRejected('message.limit');
    const sessions = Array.from({ length: 20 }, (_, n) => aSession({ sessionId: idOf(200 + n), number: n + 1 }));
    await sending(aTask(), ...sessions)
      .when(first, by(ANA))
      .thenRejected('session.limit');
  });

  it('uses only images that were uploaded to the task', () =>
    decidedBy(new SendMessageHandler(places))(aTask(), aSession())
      .answering([{ sessions: [SESSION], messages: [], turns: [], permissions: [], operations: [], running: 0 }], [])
      .when(say({ attachments: [{ kind: 'image', uploadId: idOf(70) }] }), by(ANA))
      .thenRejected('upload.unknown'));
});

describe('changing a message', () => {
  const editing = withRows(decidedBy(new EditMessageHandler(places)));
  const cancelling = withRows(decidedBy(new CancelMessageHandler(places)));
  const edit = new EditMessage({ ...acted(BEN), messageId: MESSAGE, text: 'Better' });
  const cancel = new CancelMessage({ ...acted(BEN), messageId: MESSAGE });
  const waiting = [aReadyTask({ sandbox: aMachine({ state: 'provisioning' }) }), aSession()];

  it('may be done by any writer while it waits; the author stays', async () => {
    const { rows } = await editing(...waiting, aMessage(ANA))
      .when(edit, by(BEN))
      .then([
        like(MessageChanged, { message: { text: 'Better', author: ANA } }),
        like(SessionChanged),
        like(TaskChanged),
      ]);
    expect(rows).toHaveLength(3);
  });

  it('cancels it, and the next one is first', async () => {
    const { events } = await cancelling(...waiting, aMessage(ANA), aMessage(ANA, { messageId: NEXT, position: 2 }))
      .when(cancel, by(BEN))
      .thenAsks();
    const states = events.flatMap((event) => (event instanceof MessageChanged ? [event.payload.message] : []));
    expect(states.map(({ messageId, state, waitingFor }) => [messageId, state, waitingFor])).toEqual([
      [MESSAGE, 'cancelled', null],
      [NEXT, 'queued', 'sandbox'],
    ]);
  });

  it('is refused once the agent may have it', async () => {
    const [message, turn] = aRunningTurn();
    message.state = 'delivering';
    await editing(aReadyTask(), aReadySession(), message, turn).when(edit, by(BEN)).thenRejected('message.not_queued');
    await cancelling(aReadyTask(), aReadySession(), message, turn)
      .when(cancel, by(BEN))
      .thenRejected('message.not_queued');
    await cancelling(aReadyTask(), aReadySession()).when(cancel, by(BEN)).thenRejected('message.unknown');
  });
});

describe('trying a message again', () => {
  const retrying = withRows(decidedBy(new RetryMessageHandler(places)));
  const retry = (withoutCredential = false) =>
    new RetryMessage({ ...acted(ANA), messageId: MESSAGE, withoutCredential });

  it('queues a failed one at its place, as another attempt', async () => {
    const failed = aMessage(ANA, { state: 'failed', code: 'repository.access_denied' });
    const { rows } = await retrying(aReadyTask(), aReadySession(), failed)
      .when(retry(), by(ANA))
      .thenSends(like(InstallOwnerCredential, { needId: `message:${MESSAGE}:2` }), like(RecordTaskSummary));
    expect(rows.find((row) => row instanceof Message)).toMatchObject({ state: 'queued', attempt: 2, position: 1 });
  });

  it('runs a turn again that failed', async () => {
    const message = anIdentifiedMessage(ANA, { state: 'delivered', turnId: idOf(5) });
    const turn = aTurn(message, { state: 'ended', outcome: 'failed' });
    const { rows } = await retrying(aReadyTask(), aReadySession(), message, turn).when(retry(), by(ANA)).thenAsks();
    expect(rows.find((row) => row instanceof Message)).toMatchObject({ state: 'queued', attempt: 2 });
  });

  it('runs without the account on GitHub when the author says so, as the author, and says that git is refused', async () => {
    const refused = aMessage(ANA, { need: 'refused', needGeneration: 1, code: 'user.reauthorize' });
    const { rows, effects, events } = await retrying(aReadyTask(), anOwner(BEN), aReadySession(), refused)
      .when(retry(true), by(ANA))
      .thenSends(
        like(HoldSandbox, { kind: 'turn' }),
        like(RecordTaskSummary, { summary: { status: 'running', owner: ANA } }),
      );
    expect(effects).toEqual([expect.any(RunTurn)]);
    expect(events.some((event) => event instanceof TurnStarted)).toBe(true);
    expect(rows.find((row) => row instanceof Owner)?.view()).toMatchObject({ person: ANA, credential: 'refused' });
  });

  it('starts the agent again that could not be started', () =>
    retrying(
      aReadyTask({ failure: { code: 'agent.exited', text: 'It ended.', at: '2030-01-01T12:00:00.000Z' } }),
      aReadySession({ state: 'error' }),
      anIdentifiedMessage(ANA, { withoutCredential: true }),
    )
      .when(retry(true), by(ANA))
      .thenAsks(like(StartAgent, { sessionId: SESSION, connectionNo: 2, generation: 1 })));

  it('is refused when nothing of it failed', async () => {
    await retrying(aReadyTask(), aReadySession(), ...aRunningTurn())
      .when(retry(), by(ANA))
      .thenRejected('message.not_retryable');
    await retrying(aReadyTask(), aReadySession(), aMessage())
      .when(retry(), by(ANA))
      .thenRejected('message.not_retryable');
  });
});
