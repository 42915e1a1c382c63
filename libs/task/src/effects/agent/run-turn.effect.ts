import { setTimeout as wait } from 'node:timers/promises';
import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { type AgentConnection, MachineSecrets, SandboxAccess } from '@foundry/sandbox/contracts';
import { Injectable } from '@nestjs/common';
import { RecordTurnEnded, RunTurn } from '../../contracts/index.js';
import { connectionOf } from '../../domain/agent-facts.js';
import { StepEnded } from '../../domain/rejections.js';
import { Draft } from '../../transcript/draft.js';
import { Secrets } from '../../transcript/redact.js';
import { TurnTranscript } from '../../transcript/turn-transcript.js';
import { isAgentGone, isMachineAway, isMachineLost } from './agent-failures.js';
import { Prompts } from './prompt.js';
import { exited, interrupted, type TurnEnd } from './turn-end.js';
import { AgentLimits } from './turn-limits.js';
import { TurnLine } from './turn-line.js';
import { type TurnRow, TurnRows } from './turn-rows.js';
import { TurnRun } from './turn-run.js';

/** Runs one turn from prompt to stop reason. Any worker goes on where another one stopped. */
@Injectable()
@PerformEffect(RunTurn)
export class RunTurnEffect implements PerformsEffect<RunTurn> {
  constructor(
    private readonly rows: TurnRows,
    private readonly access: SandboxAccess,
    private readonly secrets: MachineSecrets,
    private readonly prompts: Prompts,
    private readonly limits: AgentLimits,
  ) {}

  async perform({ payload }: RunTurn, attempt: Attempt): Promise<CommandMessage> {
    const row = await this.rows.read(payload.turnId);
    if (!row || row.state === 'ended') throw new StepEnded();
    const attached = await this.attach(payload, row, attempt.abort);
    if ('end' in attached) return report(payload, attached.end, row.delivery === 'sent', null);
    const { connection, agentSessionId } = attached;
    const secrets = new Secrets(await this.secrets.of(payload));
    const clean = (text: string) => secrets.redact(text);
    const isOurs = row.connection === connection.serverId;
    const before = await this.rows.before(payload.turnId, connection.serverId);
    const facts = row.facts?.connection === connection.serverId ? row.facts : null;
    const lastEventId = isOurs ? row.lastEventId : (before.lastEventId ?? facts?.lastEventId ?? null);
    const cursor = { lastEventId, skip: row.skip, inside: row.inside };
    const items = await this.rows.items(payload.sessionId, payload.turnId);
    const spent = before.cost?.now ?? 0;
    const run = new TurnRun({
      ...{ payload, attempt, clean, limits: this.limits, rows: this.rows, prompts: this.prompts },
      row: { ...row, agentSessionId, facts },
      line: new TurnLine(connection, attempt, this.limits.retryMs),
      transcript: new TurnTranscript(new Draft(clean, items), secrets, cursor),
      cost: row.cost ?? (before.cost && { before: spent, now: spent }),
    });
    const { delivered, costCents, ...end } = await run.run();
    return report(payload, { ...end, reason: end.reason && clean(end.reason) }, delivered, costCents);
  }

  giveUp({ payload }: RunTurn, { code, message }: Failure): CommandMessage {
    const isLate = code === 'deadline';
    const end: TurnEnd = {
      ...{ outcome: isLate ? 'timed_out' : 'failed', stopReason: null, tokens: null },
      ...{ code: isLate ? 'turn.timed_out' : code, reason: message.slice(0, 2_000), exited: true },
    };
    return report(payload, end, false, null);
  }

  /** The connection to the agent. A machine that does not run is waited for; one that is another now is not. */
  private async attach(
    { sandboxId, generation, sessionId }: RunTurn['payload'],
    { connectionNo, agentSessionId, delivery, state }: TurnRow,
    abort: AbortSignal,
  ): Promise<{ connection: AgentConnection; agentSessionId: string } | { end: TurnEnd }> {
    // Whoever had the turn before may have ended the agent that did not stop.
    const why = state === 'stopping' ? 'stop' : null;
    if (agentSessionId === null) return { end: exited(null, [], why) };
    const until = Date.now() + this.limits.machineAwayMs;
    for (;;) {
      try {
        const serverId = connectionOf(sessionId, connectionNo);
        return { connection: await this.access.agent({ sandboxId, generation }, serverId), agentSessionId };
      } catch (error) {
        if (isAgentGone(error)) return { end: exited(null, [], why) };
        if (!isMachineLost(error) || !(error instanceof Error)) throw error;
        if (!isMachineAway(error) || Date.now() >= until) {
          const code = delivery === 'sent' ? 'machine.gone' : 'machine.away';
          return { end: interrupted(code, error.message, why) };
        }
      }
      await wait(this.limits.retryMs, undefined, { signal: abort });
    }
  }
}

function report(
  { organizationId, taskId, turnId }: RunTurn['payload'],
  { outcome, stopReason, code, reason, exited: isGone, tokens }: TurnEnd,
  delivered: boolean,
  costCents: number | null,
): CommandMessage {
  const of = { organizationId, taskId, turnId };
  return new RecordTurnEnded({
    ...of,
    outcome,
    stopReason,
    code,
    reason,
    delivered,
    exited: isGone,
    tokens,
    costCents,
  });
}
