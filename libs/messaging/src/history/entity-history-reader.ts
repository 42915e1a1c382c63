import { Injectable } from '@nestjs/common';
import type { Outcome } from '../contracts/index.js';
import { Database } from '../database/database.js';
import type { KnownEntity } from './entity-access.js';
import { HistoryRow } from './history-rows.js';

export interface HistoryFilter {
  kinds: readonly HistoryRow['kind'][] | null;
  /** Commands with one of these outcomes only. */
  outcomes: readonly Outcome[] | null;
}

/** What an entity was sent, told and asked for. */
@Injectable()
export class EntityHistoryReader {
  constructor(private readonly database: Database) {}

  /**
   * Newest first, below the position `before` (a `seq`). Messages of another organization are left out: anybody can send
   * a command with an id of their own making, and its refusal is their history, not this entity's.
   */
  async page(entity: KnownEntity, filter: HistoryFilter, before: string | null, take: number): Promise<HistoryRow[]> {
    const rows = await this.database.sql`
      select o.seq, o.id, o.kind, o.name, o.actor, o.payload, o.correlation_id, o.causation_id, o.accepted_at,
        o.published_at, o.settled_at,
        case o.kind when 'effect' then e.started_at when 'command' then coalesce(i.started_at, o.started_at) end
          as started_at,
        case o.kind when 'effect' then e.finished_at when 'command' then i.finished_at end as ended_at,
        coalesce(e.attempt, i.attempts, o.attempts) as attempts, i.outcome, coalesce(e.last_code, i.code) as code,
        coalesce(e.last_error, i.message) as message, e.state as effect_state
      from messaging.outbox o
      left join messaging.inbox i on o.kind = 'command' and i.command_id = o.id
      left join messaging.effect e on o.kind = 'effect' and e.id = o.id
      where o.module = ${entity.module} and o.entity_id = ${entity.entityId}
        and (o.organization_id is null or o.organization_id = ${entity.organizationId}::bigint)
        and (${before}::bigint is null or o.seq < ${before}::bigint)
        and (${filter.kinds}::text[] is null or o.kind = any(${filter.kinds}::text[]))
        and (${filter.outcomes}::text[] is null or i.outcome = any(${filter.outcomes}::text[]))
      order by o.seq desc limit ${take}`;
    return HistoryRow.array().parse(rows);
  }

  /** Every command that is not settled (200 at most) and the last `settled` ones that are, newest first. */
  async newest(entity: KnownEntity, settled: number): Promise<HistoryRow[]> {
    const waiting = await this.commands(entity, false, 200);
    const ended = await this.commands(entity, true, settled);
    return [...waiting, ...ended].sort((a, b) => (BigInt(a.seq) < BigInt(b.seq) ? 1 : -1));
  }

  private async commands(entity: KnownEntity, settled: boolean, take: number): Promise<HistoryRow[]> {
    const rows = await this.database.sql`
      select o.seq, o.id, o.kind, o.name, o.actor, o.payload, o.correlation_id, o.causation_id, o.accepted_at,
        o.published_at, o.settled_at, coalesce(i.started_at, o.started_at) as started_at, i.finished_at as ended_at,
        coalesce(i.attempts, o.attempts) as attempts, i.outcome, i.code, i.message, null as effect_state
      from messaging.outbox o left join messaging.inbox i on i.command_id = o.id
      where o.module = ${entity.module} and o.entity_id = ${entity.entityId} and o.kind = 'command'
        and (o.settled_at is not null) = ${settled}
        and (o.organization_id is null or o.organization_id = ${entity.organizationId}::bigint)
      order by o.seq desc limit ${take}`;
    return HistoryRow.array().parse(rows);
  }
}
