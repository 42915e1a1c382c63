import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { isUniqueViolation } from '../database/failures.js';
import { derivedId } from '../identity/derived-id.js';
import { StaleLease } from '../rejections/failures.js';
import type { AcceptRow } from '../sending/accept-queue.js';
import type { Signal } from './attempt.js';

const SignalList = z.array(z.object({ type: z.string(), ref: z.string().optional(), at: z.string() }));

const EffectRecord = z.object({
  id: z.string(),
  name: z.string(),
  v: z.number(),
  module: z.string(),
  entity_id: z.string(),
  organization_id: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
  exclusive_key: z.string().nullable(),
  attempt: z.number(),
  max_attempts: z.number().nullable(),
  deadline: z.date(),
  late: z.boolean(),
  lapsed: z.boolean(),
  fence: z.string().transform(BigInt),
  signals: SignalList,
  requested_by: z.string(),
  correlation_id: z.string(),
  on_behalf_of: z.string().nullable(),
  hop: z.number(),
  traceparent: z.string().nullable(),
});
export type EffectRecord = z.infer<typeof EffectRecord>;

/** The lease: only its holder, under its number, may write for the effect. */
export interface Lease {
  effectId: string;
  owner: string;
  fence: bigint;
}

/** The effects' rows. Every write after the claim names the lease and does nothing, or throws, when it is lost. */
export class EffectStore {
  constructor(private readonly pool: Pool) {}

  /** Takes the effect if it is due or its holder's lease lapsed, and no other effect of its exclusive key runs. */
  async claim(id: string, owner: string, leaseMs: number): Promise<EffectRecord | null> {
    try {
      const { rows } = await this.pool.query({
        name: 'effect.claim',
        text: `with due as (
            select id, state = 'running' as lapsed from messaging.effect e
            where id = $1
              and ((state in ('requested', 'waiting') and next_attempt_at <= clock_timestamp())
                or (state = 'running' and lease_until < clock_timestamp()))
              and not exists (select 1 from messaging.effect o where o.exclusive_key = e.exclusive_key
                and o.state = 'running' and o.id <> e.id)
            for update)
          update messaging.effect e
          set state = 'running', attempt = attempt + 1, fence = fence + 1, lease_owner = $2,
            lease_until = clock_timestamp() + $3 * interval '1 ms', started_at = coalesce(started_at, clock_timestamp())
          from due where e.id = due.id
          returning e.id, name, v, module, entity_id, organization_id, payload, exclusive_key, attempt, max_attempts,
            deadline, deadline < clock_timestamp() as late, due.lapsed, fence, signals, requested_by, correlation_id,
            on_behalf_of, hop, traceparent`,
        values: [id, owner, leaseMs],
      });
      return rows[0] === undefined ? null : EffectRecord.parse(rows[0]);
    } catch (error) {
      // Another effect of the same exclusive key was claimed at this moment; it wakes the next one when it ends.
      if (isUniqueViolation(error, 'effect_exclusive')) return null;
      throw error;
    }
  }

  /** The signals so far, or null when the lease is lost. */
  async renew(lease: Lease, leaseMs: number): Promise<Signal[] | null> {
    const { rows } = await this.pool.query(
      `update messaging.effect set lease_until = clock_timestamp() + $4 * interval '1 ms'
       where id = $1 and lease_owner = $2 and fence = $3 and state = 'running' returning signals`,
      [lease.effectId, lease.owner, lease.fence, leaseMs],
    );
    return rows[0] === undefined ? null : z.object({ signals: SignalList }).parse(rows[0]).signals;
  }

  async progress(lease: Lease, progress: object): Promise<void> {
    const { rowCount } = await this.pool.query(
      `update messaging.effect set progress = $4 where id = $1 and lease_owner = $2 and fence = $3 and state = 'running'`,
      [lease.effectId, lease.owner, lease.fence, JSON.stringify(progress)],
    );
    if (rowCount === 0) throw new StaleLease(lease.effectId);
  }

  /** Ends the effect and sends its one report, together or not at all. Throws `StaleLease`. */
  report(
    lease: Lease,
    state: 'succeeded' | 'gave_up',
    report: AcceptRow,
    fault: { code: string; message: string } | null,
  ) {
    return this.guarded(lease, async (client) => {
      await client.query(
        `update messaging.effect set state = $2, finished_at = clock_timestamp(), report_id = $3, lease_owner = null,
           lease_until = null, last_code = coalesce($4, last_code), last_error = coalesce($5, last_error) where id = $1`,
        [lease.effectId, state, report.id, fault?.code ?? null, fault?.message ?? null],
      );
      await accept(client, report);
    });
  }

  /**
   * Ends an effect that cannot even give up, because its row or its handler is broken: there is nothing to report with, so
   * the dead letter is what tells people. Both can be tried again from there. Throws `StaleLease`.
   */
  async abandon(lease: Lease, effect: EffectRecord, error: Error): Promise<void> {
    await this.guarded(lease, async (client) => {
      await client.query(
        `update messaging.effect set state = 'gave_up', finished_at = clock_timestamp(), lease_owner = null,
           lease_until = null, last_code = 'internal', last_error = $2 where id = $1`,
        [lease.effectId, error.message],
      );
      await bury(client, effect, error);
    });
  }

  /** Another attempt after a pause. */
  async retryLater(lease: Lease, pauseMs: number, fault: { code: string; message: string }): Promise<void> {
    await this.guarded(lease, (client) =>
      client.query(
        `update messaging.effect set state = 'waiting', next_attempt_at = clock_timestamp() + $2 * interval '1 ms',
           last_code = $3, last_error = $4, lease_owner = null, lease_until = null where id = $1`,
        [lease.effectId, pauseMs, fault.code, fault.message],
      ),
    );
  }

  /** Lets a successor claim at once; the attempt does not count. */
  async handBack(lease: Lease): Promise<void> {
    await this.pool.query(
      `update messaging.effect set state = 'waiting', next_attempt_at = clock_timestamp(), lease_owner = null,
         lease_until = null, attempt = attempt - 1
       where id = $1 and lease_owner = $2 and fence = $3 and state = 'running'`,
      [lease.effectId, lease.owner, lease.fence],
    );
  }

  async sendReport(lease: Lease, row: AcceptRow): Promise<void> {
    await this.guarded(lease, (client) => accept(client, row));
  }

  /**
   * A transaction for rows of the effect's module, with the lease ours until it ends: a claim waits for it. A signal does
   * not, since a handler that sends one may hold the very rows that are written here. Throws `StaleLease`.
   */
  writing<T>(lease: Lease, work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.transact(lease, 'for key share', work);
  }

  /** A transaction that changes the effect itself, alone. Throws `StaleLease`. */
  private guarded<T>(lease: Lease, work: (client: PoolClient) => Promise<T>): Promise<T> {
    return this.transact(lease, 'for update', work);
  }

  private async transact<T>(
    lease: Lease,
    lock: 'for key share' | 'for update',
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      const { rowCount } = await client.query(
        `select 1 from messaging.effect where id = $1 and lease_owner = $2 and fence = $3 and state = 'running' ${lock}`,
        [lease.effectId, lease.owner, lease.fence],
      );
      if (rowCount === 0) throw new StaleLease(lease.effectId);
      const result = await work(client);
      await client.query('commit');
      broken = false;
      return result;
    } catch (error) {
      await client.query('rollback');
      broken = false;
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** The next effect of an exclusive key that may run now. */
  async nextOf(exclusiveKey: string): Promise<{ id: string; name: string; entityId: string } | null> {
    const { rows } = await this.pool.query<{ id: string; name: string; entityId: string }>(
      `select id, name, entity_id as "entityId" from messaging.effect where exclusive_key = $1 and state in ('requested', 'waiting')
         and next_attempt_at <= clock_timestamp() order by created_at limit 1`,
      [exclusiveKey],
    );
    return rows[0] ?? null;
  }

  bury(effect: EffectRecord, error: Error): Promise<void> {
    return bury(this.pool, effect, error);
  }
}

async function bury(connection: Pool | PoolClient, effect: EffectRecord, error: Error): Promise<void> {
  await connection.query(
    `insert into messaging.dead_letter (id, source, module, organization_id, envelope, code, message, stack, attempts)
     values ($1, 'effect', $2, $3, $4, 'internal', $5, $6, $7) on conflict (id) do nothing`,
    [
      // Each attempt may meet a bug of its own.
      derivedId(effect.id, 'letter', String(effect.fence)),
      effect.module,
      effect.organization_id,
      JSON.stringify({ id: effect.id, name: effect.name, entityId: effect.entity_id, payload: effect.payload }),
      error.message,
      error.stack ?? null,
      effect.attempt,
    ],
  );
}

async function accept(client: PoolClient, row: AcceptRow): Promise<void> {
  await client.query('select messaging.accept($1::jsonb)', [JSON.stringify([{ ordinal: 0, ...row }])]);
}
