import { Injectable } from '@nestjs/common';
import type { CommandView } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { refusalOfReply } from '../http/outcome.js';
import { CommandRow, nextStepOf, stateOf } from './command-rows.js';

/** One command with its outcome, if it has one. */
@Injectable()
export class CommandReader {
  constructor(private readonly database: Database) {}

  async find(commandId: string): Promise<CommandRow | null> {
    const rows = await this.database.sql`
      select o.id, o.name, o.module, o.entity_id, o.organization_id, o.payload, o.actor, o.correlation_id,
        o.causation_id, o.retry_of, o.accepted_at, o.published_at, coalesce(i.started_at, o.started_at) as started_at,
        o.settled_at, o.deadline, coalesce(i.attempts, o.attempts) as attempts, i.outcome, i.code, i.rejection_kind,
        i.message, i.result,
        (select elder.id from messaging.outbox elder
          where elder.kind = 'command' and elder.settled_at is null and o.settled_at is null
            and elder.module = o.module and elder.entity_id = o.entity_id and elder.seq < o.seq
          order by elder.seq limit 1) as elder
      from messaging.outbox o left join messaging.inbox i on i.command_id = o.id
      where o.id = ${commandId} and o.kind = 'command'`;
    return CommandRow.array().parse(rows)[0] ?? null;
  }
}

/** The row as a caller sees it; `withPayload` for admins of its organization, `mayCancel` for whoever may cancel it. */
export function commandView(row: CommandRow, rights: { withPayload: boolean; mayCancel: boolean }): CommandView {
  const state = stateOf(row);
  const isWaiting = state === 'accepted' || state === 'published';
  return {
    commandId: row.id,
    name: row.name,
    module: row.module,
    entityId: row.entity_id,
    organizationId: row.organization_id,
    actor: row.actor,
    correlationId: row.correlation_id,
    causationId: row.causation_id,
    retryOf: row.retry_of,
    state,
    attempt: row.attempts,
    acceptedAt: row.accepted_at,
    publishedAt: row.published_at,
    startedAt: row.started_at,
    settledAt: row.settled_at,
    deadline: row.deadline,
    outcome: row.outcome,
    code: row.code,
    message: row.message,
    result: row.outcome === 'handled' ? (row.result ?? null) : null,
    problem: problemOf(row),
    payload: rights.withPayload ? row.payload : null,
    next: nextStepOf(row),
    actions: isWaiting && rights.mayCancel ? ['cancel'] : [],
    links: { chain: `/v1/commands/${row.id}/chain` },
  };
}

/** The same refusal that waiting for the command gives. */
function problemOf({ id, outcome, code, rejection_kind, message, result }: CommandRow): CommandView['problem'] {
  if (outcome === null) return null;
  const refusal = refusalOfReply({ commandId: id, outcome, code, kind: rejection_kind, message, result });
  return refusal && { status: refusal.status, code: refusal.code, detail: refusal.message };
}
