import { AssertionError } from 'node:assert';
import { z } from 'zod';
import { type Outcome, Outcome as OutcomeSchema } from '../../contracts/index.js';
import type { SqlRunner } from '../../database/sql.js';
import { eventually } from './eventually.js';

const Settled = z.object({
  id: z.string(),
  name: z.string(),
  seq: z.coerce.number(),
  outcome: OutcomeSchema,
  code: z.string().nullable(),
  attempts: z.number(),
  started_at: z.date(),
  finished_at: z.date(),
  worker_id: z.string().nullable(),
  payload: z.record(z.string(), z.unknown()),
});
export type Settled = z.infer<typeof Settled>;

/** What the tables say about commands, whoever handled them. */
export class Facts {
  constructor(readonly sql: SqlRunner) {}

  /** `await facts.expectCommand(id).toBe('handled')`: waits until it is settled, and compares. */
  expectCommand(id: string, withinMs?: number): { toBe(outcome: Outcome): Promise<Settled> } {
    return {
      toBe: async (outcome) => {
        const settled = await this.settled(id, withinMs);
        if (settled.outcome === outcome) return settled;
        throw new AssertionError({
          message: `${settled.name} was ${settled.outcome} (${settled.code ?? 'no code'}), not ${outcome}.`,
          actual: settled.outcome,
          expected: outcome,
        });
      },
    };
  }

  /** Waits until the command is settled. */
  settled(id: string, withinMs?: number): Promise<Settled> {
    return eventually(async () => {
      const [row] = this.rows(
        await this.sql`select o.id, o.name, o.seq, i.outcome, i.code, i.attempts,
          i.started_at, i.finished_at, i.worker_id, o.payload
        from messaging.inbox i join messaging.outbox o on o.id = i.command_id where o.id = ${id}`,
      );
      if (!row) throw new Error(`Command ${id} is not settled.`);
      return row;
    }, withinMs);
  }

  /** The settled commands of one entity in the order in which they ended. */
  async historyOf(module: string, entityId: string): Promise<Settled[]> {
    return this.rows(
      await this.sql`select o.id, o.name, o.seq, i.outcome, i.code, i.attempts, i.started_at,
        i.finished_at, i.worker_id, o.payload
      from messaging.inbox i join messaging.outbox o on o.id = i.command_id
      where i.module = ${module} and i.entity_id = ${entityId} order by i.finished_at, o.seq`,
    );
  }

  /** Waits until every command that was ever accepted is settled. */
  async allSettled(withinMs?: number): Promise<void> {
    await eventually(async () => {
      const open = z
        .array(z.object({ name: z.string(), id: z.string() }))
        .parse(await this.sql`select name, id from messaging.outbox where kind = 'command' and settled_at is null`);
      if (open.length > 0) throw new Error(`${String(open.length)} commands are open, first ${open[0]?.name ?? ''}.`);
    }, withinMs);
  }

  private rows(rows: unknown[]): Settled[] {
    return Settled.array().parse(rows);
  }
}
