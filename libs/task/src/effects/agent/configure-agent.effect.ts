import { type Attempt, Database, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ConfigureAgent, RecordConfigured } from '../../contracts/index.js';
import { AgentFacts, connectionOf } from '../../domain/agent-facts.js';
import { StepEnded } from '../../domain/rejections.js';
import { AgentDialog } from './agent-dialog.js';
import { AgentRefused } from './agent-failures.js';
import { tellSetting } from './agent-settings.js';

const Row = z.object({ agentSessionId: z.string(), facts: AgentFacts });

/** Tells a running agent what people chose, also in the middle of its turn. */
@Injectable()
@PerformEffect(ConfigureAgent)
export class ConfigureAgentEffect implements PerformsEffect<ConfigureAgent> {
  constructor(
    private readonly database: Database,
    private readonly access: SandboxAccess,
  ) {}

  async perform({ payload }: ConfigureAgent, attempt: Attempt): Promise<CommandMessage> {
    const { sessionId, connectionNo, sandboxId, generation, before, chosen } = payload;
    const { agentSessionId, facts } = await this.row(payload);
    const connection = await this.access.agent({ sandboxId, generation }, connectionOf(sessionId, connectionNo));
    // Whoever runs the turn answers what the agent asks.
    const dialog = new AgentDialog(connection, attempt.attemptKey, { answers: false, abort: attempt.abort });
    try {
      for (const setting of ['model', 'mode', 'reasoning'] as const) {
        const value = chosen[setting];
        const way = facts.ways[setting];
        if (value === null || value === before[setting] || !way) continue;
        await tellSetting(dialog, agentSessionId, way, value);
      }
      return this.report(payload, null, null);
    } catch (error) {
      if (!(error instanceof AgentRefused)) throw error;
      return this.report(payload, 'agent.refused', error.words);
    } finally {
      await dialog.leave();
    }
  }

  giveUp({ payload }: ConfigureAgent, { code, message }: Failure): CommandMessage {
    return this.report(payload, code, message.slice(0, 2_000));
  }

  private async row({ sessionId, connectionNo }: ConfigureAgent['payload']): Promise<z.infer<typeof Row>> {
    const rows = await this.database.sql`select agent_session_id as "agentSessionId", agent_facts as facts
      from task.sessions where session_id = ${sessionId} and connection_no = ${connectionNo} and state = 'ready'
        and agent_session_id is not null and agent_facts is not null`;
    const [row] = Row.array().parse(rows);
    if (!row) throw new StepEnded();
    return row;
  }

  private report(payload: ConfigureAgent['payload'], code: string | null, reason: string | null): CommandMessage {
    const { organizationId, taskId, sessionId, connectionNo, before, chosen } = payload;
    return new RecordConfigured({ organizationId, taskId, sessionId, connectionNo, before, chosen, code, reason });
  }
}
