import { Allow, Answer, As, Asked, BodyOf, Commands, PathOf, QueryOf, Route } from '@foundry/messaging';
import { text, Uuid } from '@foundry/messaging/contracts';
import { Controller, Get, Patch, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  CloseSession,
  ConfigureSession,
  CreateSession,
  ReleaseQueue,
  RenameSession,
  RetrySession,
  SessionView,
  StopTurn,
} from '../contracts/index.js';
import { TaskRows } from '../queries/task-rows.js';
import { SessionPath, TaskPath } from './paths.js';
import {
  notOpen,
  onActing,
  sessionAgentFixed,
  sessionClosed,
  sessionIdTaken,
  sessionLimit,
  sessionModelUnsupported,
  sessionNotFailed,
  sessionUnknown,
  turnNotRunning,
} from './problems.js';
import { TaskPlaces } from './task-places.js';
import { TaskRights } from './task-rights.js';

const ID = '0190c6a0-0000-7000-8000-000000000001';
const NewSessionBody = z
  .strictObject({
    sessionId: Uuid.meta({ description: 'Id of the session, minted by the sender.' }),
    agent: z.string().min(1).max(40).optional().meta({ description: 'The agent; the usual one when absent.' }),
    model: z.string().min(1).max(120).optional().meta({ description: 'The model; that of the agent when absent.' }),
    mode: z.string().min(1).max(120).optional().meta({ description: 'The mode; that of the agent when absent.' }),
    name: text(80).min(1).optional().meta({ description: 'What to call it.' }),
  })
  .meta({ id: 'NewSession', description: 'A session to open.', examples: [{ sessionId: ID, agent: 'claude' }] });
type NewSessionBody = z.infer<typeof NewSessionBody>;

const SessionNameBody = z
  .strictObject({ name: text(80).min(1).meta({ description: 'What to call it.' }) })
  .meta({ id: 'SessionName', description: 'The name of a session.', examples: [{ name: 'Tests' }] });
type SessionNameBody = z.infer<typeof SessionNameBody>;

const choice = (description: string) => z.string().min(1).max(120).nullable().optional().meta({ description });
const SettingsBody = z
  .strictObject({
    agent: z.string().min(1).max(40).optional().meta({ description: 'Another agent, until the first turn.' }),
    model: choice('One of the models that the agent offers.'),
    mode: choice('One of the modes that the agent offers.'),
    reasoning: choice('One of the levels that the agent offers.'),
  })
  .meta({ id: 'SessionSettings', description: 'How the agent of a session works.', examples: [{ model: null }] });
type SettingsBody = z.infer<typeof SettingsBody>;

const StopBody = z
  .strictObject({ turnId: Uuid.optional().meta({ description: 'Stop this turn and no other.' }) })
  .meta({ id: 'TurnStop', description: 'Which turn to stop; whichever runs when absent.', examples: [{}] });
type StopBody = z.infer<typeof StopBody>;

const SessionsQuery = z.strictObject({
  closed: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'With closed ones.', examples: ['false'] }),
});
type SessionsQuery = z.infer<typeof SessionsQuery>;

const SessionList = z
  .strictObject({ sessions: z.array(SessionView).meta({ description: 'In the order of their opening.' }) })
  .meta({ id: 'AgentSessionList', description: 'Sessions of a task.', examples: [{ sessions: [] }] });

const onOpen = [...onActing, ...notOpen, sessionUnknown, sessionClosed];

/** Conversations with agents. Reading them needs no machine and starts none. */
@Controller('v1')
export class SessionsController {
  constructor(
    private readonly commands: Commands,
    private readonly rights: TaskRights,
    private readonly places: TaskPlaces,
    private readonly rows: TaskRows,
  ) {}

  @Get('tasks/:taskId/sessions')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listTaskSessions',
    tag: 'task',
    summary: 'List the sessions of a task',
    description: 'Open sessions, and closed ones when asked for. A task that nobody used yet has none.',
    answers: { 200: SessionList },
  })
  async list(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(SessionsQuery) { closed }: SessionsQuery,
    @As() asked: Asked,
  ): Promise<z.infer<typeof SessionList>> {
    await this.rights.seen(asked.caller, taskId);
    return { sessions: await this.rows.sessions(taskId, closed === 'true') };
  }

  @Post('tasks/:taskId/sessions')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'createSession',
    tag: 'task',
    summary: 'Open a session',
    description: 'Its agent starts with the first message. The same id again gives the same answer.',
    answers: { 201: SessionView },
    problems: [...onActing, ...notOpen, sessionLimit, sessionIdTaken],
    command: CreateSession,
  })
  async create(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @BodyOf(NewSessionBody) body: NewSessionBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const acting = await this.rights.acting(asked, taskId);
    const location = ({ sessionId }: SessionView) => `/v1/sessions/${sessionId}/transcript`;
    return this.commands.execute(asked, CreateSession, { ...acting, ...body }, { location });
  }

  @Patch('sessions/:sessionId')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'renameSession',
    tag: 'task',
    summary: 'Rename a session',
    description: 'A name that a person gave is not changed by the agent any more.',
    answers: { 200: SessionView },
    problems: onOpen,
    command: RenameSession,
  })
  async rename(
    @PathOf(SessionPath) { sessionId }: SessionPath,
    @BodyOf(SessionNameBody) { name }: SessionNameBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, RenameSession, { ...(await this.places.inSession(asked, sessionId)), name });
  }

  @Post('sessions/:sessionId/configure')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'configureSession',
    tag: 'task',
    summary: 'Choose model, mode and reasoning of a session',
    description:
      'What is absent stays; null takes the usual one of the agent. An agent that runs is told, and what it refuses is ' +
      'as before. The agent itself can be chosen until the first turn.',
    answers: { 200: SessionView },
    problems: [...onOpen, sessionAgentFixed, sessionModelUnsupported],
    command: ConfigureSession,
  })
  async configure(
    @PathOf(SessionPath) { sessionId }: SessionPath,
    @BodyOf(SettingsBody) body: SettingsBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, ConfigureSession, {
      ...(await this.places.inSession(asked, sessionId)),
      ...body,
    });
  }

  @Post('sessions/:sessionId/close')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'closeSession',
    tag: 'task',
    summary: 'Close a session',
    description: 'Stops its turn and cancels what waits. The transcript stays.',
    answers: { 200: SessionView },
    problems: onOpen,
    command: CloseSession,
  })
  async close(@PathOf(SessionPath) { sessionId }: SessionPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, CloseSession, await this.places.inSession(asked, sessionId));
  }

  @Post('sessions/:sessionId/retry')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'retrySession',
    tag: 'task',
    summary: 'Start a session again',
    description: 'After its agent could not be started.',
    answers: { 200: SessionView },
    problems: [...onOpen, sessionNotFailed],
    command: RetrySession,
  })
  async retry(@PathOf(SessionPath) { sessionId }: SessionPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, RetrySession, await this.places.inSession(asked, sessionId));
  }

  @Post('sessions/:sessionId/release-queue')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'releaseQueue',
    tag: 'task',
    summary: 'Send what is queued',
    description: 'After somebody stopped a turn while messages waited.',
    answers: { 200: SessionView },
    problems: onOpen,
    command: ReleaseQueue,
  })
  async release(@PathOf(SessionPath) { sessionId }: SessionPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, ReleaseQueue, await this.places.inSession(asked, sessionId));
  }

  @Post('sessions/:sessionId/stop')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'stopTurn',
    tag: 'task',
    summary: 'Stop the turn of a session',
    description: 'The conversation goes on; what is queued waits for a word.',
    answers: { 200: SessionView },
    problems: [...onOpen, turnNotRunning],
    command: StopTurn,
  })
  async stop(
    @PathOf(SessionPath) { sessionId }: SessionPath,
    @BodyOf(StopBody) body: StopBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, StopTurn, { ...(await this.places.inSession(asked, sessionId)), ...body });
  }
}
