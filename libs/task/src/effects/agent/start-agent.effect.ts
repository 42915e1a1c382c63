import {
  type Attempt,
  Database,
  EffectFailed,
  type Failure,
  PerformEffect,
  type PerformsEffect,
} from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { type AgentConnection, SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { RecordSessionFailed, RecordSessionReady, StartAgent } from '../../contracts/index.js';
import { AgentFacts, connectionOf } from '../../domain/agent-facts.js';
import { AgentNotInstalled, StepEnded } from '../../domain/rejections.js';
import { AgentDialog } from './agent-dialog.js';
import { AgentEnded, AgentRefused, isAgentGone, isMachineLost } from './agent-failures.js';
import { chooseSettings, offersOf, SessionState } from './agent-settings.js';

const Row = z.object({
  agent: z.string(),
  model: z.string().nullable(),
  mode: z.string().nullable(),
  reasoning: z.string().nullable(),
  agentSessionId: z.string().nullable(),
  facts: AgentFacts.nullable().catch(null),
});
type Row = z.infer<typeof Row>;

const Initialized = z.looseObject({
  agentCapabilities: z
    .looseObject({
      loadSession: z.boolean().nullish(),
      promptCapabilities: z.looseObject({ image: z.boolean().nullish() }).nullish(),
    })
    .nullish(),
});

/** Starts the agent of a session, or goes on with the one that a former attempt started. */
@Injectable()
@PerformEffect(StartAgent)
export class StartAgentEffect implements PerformsEffect<StartAgent> {
  constructor(
    private readonly database: Database,
    private readonly access: SandboxAccess,
  ) {}

  async perform({ payload }: StartAgent, attempt: Attempt): Promise<CommandMessage> {
    const { sessionId, connectionNo, sandboxId, generation } = payload;
    const machine = { sandboxId, generation };
    const row = await this.row(payload);
    const { repository } = await this.access.places(machine);
    await this.endFormer(payload);
    const serverId = connectionOf(sessionId, connectionNo);
    const connection = await this.access.agent(machine, serverId, { agent: row.agent });
    const dialog = new AgentDialog(connection, attempt.attemptKey, { answers: true, abort: attempt.abort });
    try {
      return await this.open(payload, row, dialog, repository, attempt);
    } catch (error) {
      throw await this.explained(error, row.agent, connection, attempt);
    } finally {
      await dialog.leave();
    }
  }

  giveUp({ payload }: StartAgent, { code, message }: Failure): CommandMessage {
    const { organizationId, taskId, sessionId, connectionNo } = payload;
    const isOurs = /^(agent|session|sandbox|machine)\./.test(code);
    const words = isOurs ? message : `The agent could not be started: ${message}`;
    return new RecordSessionFailed({
      ...{ organizationId, taskId, sessionId, connectionNo },
      code: isOurs ? code : 'agent.start_failed',
      reason: words.slice(0, 2_000),
    });
  }

  private async row({ sessionId, connectionNo }: StartAgent['payload']): Promise<Row> {
    const rows = await this.database.sql`
      select agent, model, mode, reasoning, agent_session_id as "agentSessionId", agent_facts as facts
      from task.sessions where session_id = ${sessionId} and connection_no = ${connectionNo} and state = 'starting'`;
    const [row] = Row.array().parse(rows);
    if (!row) throw new StepEnded();
    return row;
  }

  /** The agent of the start before this one, if it still runs. */
  private async endFormer({ sessionId, connectionNo, sandboxId, generation }: StartAgent['payload']): Promise<void> {
    if (connectionNo === 1) return;
    const former = connectionOf(sessionId, connectionNo - 1);
    const connection = await this.access.agent({ sandboxId, generation }, former);
    await connection.close().catch((error: unknown) => {
      // It is gone already, which is what was wanted.
      if (!isAgentGone(error)) throw error;
    });
  }

  private async open(
    payload: StartAgent['payload'],
    row: Row,
    dialog: AgentDialog,
    cwd: string,
    attempt: Attempt,
  ): Promise<CommandMessage> {
    const { organizationId, taskId, sessionId, connectionNo } = payload;
    const answer = await dialog.ask('initialize', { protocolVersion: 1, clientCapabilities: {} });
    const { agentCapabilities } = Initialized.parse(answer);
    const { agentSessionId, state, isLoaded } = await conversation(dialog, row, cwd, agentCapabilities?.loadSession);
    const { model, mode, reasoning } = row;
    const offers = offersOf(await chooseSettings(dialog, agentSessionId, state, { model, mode, reasoning }));
    const facts: AgentFacts = {
      connection: connectionOf(sessionId, connectionNo),
      lastEventId: dialog.lastEventId,
      needsRecap: isLoaded ? (row.facts?.needsRecap ?? false) : row.agentSessionId !== null,
      takesImages: agentCapabilities?.promptCapabilities?.image === true,
      ...{ models: offers.model.offered, modes: offers.mode.offered, reasoning: offers.reasoning.offered },
      ways: { model: offers.model.way, mode: offers.mode.way, reasoning: offers.reasoning.way },
    };
    await attempt.guarded(
      (sql) => sql`update task.sessions set agent_facts = ${JSON.stringify(facts)}::jsonb
        where session_id = ${sessionId} and connection_no = ${connectionNo}`,
    );
    const current = (value: string | null) => value?.slice(0, 120) ?? null;
    return new RecordSessionReady({
      ...{ organizationId, taskId, sessionId, connectionNo, agentSessionId },
      model: current(offers.model.current),
      mode: current(offers.mode.current),
      reasoning: current(offers.reasoning.current),
    });
  }

  /** An agent that failed to start does not stay: another attempt, or the next message, begins with a new one. */
  private async explained(
    error: unknown,
    agent: string,
    connection: AgentConnection,
    attempt: Attempt,
  ): Promise<unknown> {
    if (attempt.abort.aborted || isMachineLost(error)) return error;
    await connection.close();
    const isUnavailable = error instanceof EffectFailed && isAgentGone(error);
    if (isUnavailable && /install|no such file|not found/i.test(error.message)) return new AgentNotInstalled(agent);
    if (error instanceof AgentRefused) {
      return new EffectFailed('agent.start_failed', `The agent refused to start: ${error.words}`, null, {
        cause: error,
      });
    }
    if (error instanceof AgentEnded || isUnavailable || error instanceof z.ZodError) {
      const words = error instanceof z.ZodError ? 'It does not speak the protocol of agents.' : error.message;
      return new EffectFailed('agent.start_failed', `The agent did not start. ${words}`, null, { cause: error });
    }
    return error;
  }
}

/** The conversation that went before if the agent can open it, else a new one. */
async function conversation(
  dialog: AgentDialog,
  row: Row,
  cwd: string,
  canLoad: boolean | null | undefined,
): Promise<{ agentSessionId: string; state: SessionState; isLoaded: boolean }> {
  if (row.agentSessionId !== null && canLoad) {
    const state = await load(dialog, row.agentSessionId, cwd);
    if (state) return { agentSessionId: row.agentSessionId, state, isLoaded: true };
  }
  const state = SessionState.parse(await dialog.ask('session/new', { cwd, mcpServers: [] }));
  if (!state.sessionId) throw new AgentRefused(0, 'It opened a session without an id.', null);
  return { agentSessionId: state.sessionId, state, isLoaded: false };
}

/** Null: it does not have it any more. */
async function load(dialog: AgentDialog, sessionId: string, cwd: string): Promise<SessionState | null> {
  try {
    return SessionState.parse((await dialog.ask('session/load', { sessionId, cwd, mcpServers: [] })) ?? {});
  } catch (error) {
    if (error instanceof AgentRefused) return null;
    throw error;
  }
}
