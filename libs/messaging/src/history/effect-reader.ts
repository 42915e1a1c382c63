import { Injectable } from '@nestjs/common';
import type { EffectState } from '../contracts/index.js';
import { Database } from '../database/database.js';
import { EffectRow } from './effect-rows.js';
import type { KnownEntity } from './entity-access.js';

export interface EffectFilter {
  states: readonly EffectState[] | null;
  modules: readonly string[] | null;
  /** Null: of all organizations, and of none. */
  organizations: readonly string[] | null;
}

export interface EffectPlace {
  at: string;
  id: string;
}

/** Effects in lists. */
@Injectable()
export class EffectReader {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async page(filter: EffectFilter, after: EffectPlace | null, take: number): Promise<EffectRow[]> {
    const rows = await this.database.sql`
      select id, name, module, entity_id, organization_id, state, progress, attempt, max_attempts, deadline,
        next_attempt_at, lease_owner, lease_until, last_code, last_error, requested_by, report_id, created_at,
        started_at, finished_at, created_at::text as place
      from messaging.effect
      where (${filter.states}::text[] is null or state = any(${filter.states}::text[]))
        and (${filter.modules}::text[] is null or module = any(${filter.modules}::text[]))
        and (${filter.organizations}::bigint[] is null or organization_id = any(${filter.organizations}::bigint[]))
        and (${after?.at ?? null}::timestamptz is null
          or (created_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
      order by created_at desc, id desc limit ${take}`;
    return EffectRow.array().parse(rows);
  }

  async find(effectId: string): Promise<EffectRow | null> {
    const rows = await this.database.sql`
      select id, name, module, entity_id, organization_id, state, progress, attempt, max_attempts, deadline,
        next_attempt_at, lease_owner, lease_until, last_code, last_error, requested_by, report_id, created_at,
        started_at, finished_at, created_at::text as place
      from messaging.effect where id = ${effectId}`;
    return EffectRow.array().parse(rows)[0] ?? null;
  }

  /** Effects of the entity that have not ended, and those that one of `commands` asked for; the oldest first. */
  async ofEntity(entity: KnownEntity, commands: readonly string[] = []): Promise<EffectRow[]> {
    const rows = await this.database.sql`
      select id, name, module, entity_id, organization_id, state, progress, attempt, max_attempts, deadline,
        next_attempt_at, lease_owner, lease_until, last_code, last_error, requested_by, report_id, created_at,
        started_at, finished_at, created_at::text as place
      from messaging.effect
      where module = ${entity.module} and entity_id = ${entity.entityId}
        and (organization_id is null or organization_id = ${entity.organizationId}::bigint)
        and (state in ('requested', 'running', 'waiting') or requested_by = any(${commands}::uuid[]))
      order by finished_at is not null, created_at, id limit 200`;
    return EffectRow.array().parse(rows);
  }
}
