import { PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { CloseAgent, RecordAgentClosed } from '../../contracts/index.js';
import { connectionOf } from '../../domain/agent-facts.js';

/** Ends the agent of a session that was closed. A machine that is not there has no agent either. */
@Injectable()
@PerformEffect(CloseAgent)
export class CloseAgentEffect implements PerformsEffect<CloseAgent> {
  constructor(private readonly access: SandboxAccess) {}

  async perform(effect: CloseAgent): Promise<CommandMessage> {
    const { sessionId, connectionNo, sandboxId, generation } = effect.payload;
    const connection = await this.access.agent({ sandboxId, generation }, connectionOf(sessionId, connectionNo));
    await connection.close();
    return this.giveUp(effect);
  }

  giveUp({ payload: { organizationId, taskId, sessionId, connectionNo } }: CloseAgent): CommandMessage {
    return new RecordAgentClosed({ organizationId, taskId, sessionId, connectionNo });
  }
}
