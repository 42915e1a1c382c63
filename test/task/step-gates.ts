import type { SqlRunner } from '@foundry/messaging';
import { z } from 'zod';

/** Where a write of a turn can be made to wait. `at`: only once so many characters of the answer are to be stored. */
export type Gate =
  /** The agent is attached, and nothing is written of it. */
  | { step: 'attach' }
  /** The agent spoke of the prompt, and nothing of that is written. */
  | { step: 'confirm' }
  /** A batch of what the agent says, of a turn that is known to run. */
  | { step: 'stream'; at: number }
  /** The report of the end. */
  | { step: 'end' };

const Waiting = z.array(z.object({ step: z.string() }));

/**
 * Gates in the database that the writes of a turn come to, so that a worker can be killed exactly there. What waits at a
 * gate is one transaction: it is undone with its worker, as if that had died the moment before.
 */
export class StepGates {
  private count = 0;

  private constructor(private readonly sql: SqlRunner) {}

  static async install(sql: SqlRunner): Promise<StepGates> {
    await sql`create schema test_gate`;
    await sql`create table test_gate.gate (number int primary key, message_id uuid, step text, at int)`;
    // Whoever waits holds a lock with the number of the gate, so one can see from outside who is there.
    await sql`create function test_gate.pass(message uuid, its_step text, so_far int) returns void language plpgsql as $$
      declare its_number int;
      begin
        loop
          select number into its_number from test_gate.gate
            where message_id = message and step = its_step and at <= so_far;
          exit when not found;
          perform pg_advisory_xact_lock(4711, its_number);
          perform pg_sleep(0.05);
        end loop;
      end $$`;
    await sql`create function test_gate.at_turn() returns trigger language plpgsql as $$
      begin
        if old.connection is null and new.connection is not null then
          perform test_gate.pass(new.message_id, 'attach', 0);
        elsif old.delivery = 'sending' and new.delivery = 'sent' then
          perform test_gate.pass(new.message_id, 'confirm', 0);
        end if;
        return new;
      end $$`;
    await sql`create trigger gate before update on task.turns for each row execute function test_gate.at_turn()`;
    await sql`create function test_gate.at_item() returns trigger language plpgsql as $$
      begin
        perform test_gate.pass(t.message_id, 'stream', length(new.text) + (
          select coalesce(sum(length(i.text)), 0)::int from task.items i
          where i.turn_id = t.turn_id and i.kind = 'assistant_text' and i.seq <> new.seq))
        from task.turns t where t.turn_id = new.turn_id and t.state = 'running';
        return new;
      end $$`;
    await sql`create trigger gate before insert or update on task.items
      for each row when (new.kind = 'assistant_text') execute function test_gate.at_item()`;
    await sql`create function test_gate.at_report() returns trigger language plpgsql as $$
      begin
        perform test_gate.pass(t.message_id, 'end', 0) from task.turns t where t.effect_id = new.id;
        return new;
      end $$`;
    await sql`create trigger gate before update on messaging.effect
      for each row when (new.name = 'task.runTurn' and new.state = 'succeeded') execute function test_gate.at_report()`;
    return new StepGates(sql);
  }

  /** The turn of this message waits there, until the gates are opened. */
  async close(messageId: string, gate: Gate): Promise<void> {
    this.count += 1;
    const at = gate.step === 'stream' ? gate.at : 0;
    await this.sql`insert into test_gate.gate values (${this.count}, ${messageId}, ${gate.step}, ${at})`;
  }

  /** The steps at which somebody waits now, in order of their names. */
  async waiting(): Promise<string[]> {
    const rows = await this.sql`
      select g.step from test_gate.gate g
      join pg_locks l on l.locktype = 'advisory' and l.classid = 4711 and l.objid = g.number and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
      order by g.step`;
    return Waiting.parse(rows).map(({ step }) => step);
  }

  /** Undoes what waits, whose workers are dead, and lets everybody else pass. */
  async open(): Promise<void> {
    await this.sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 4711
      and database = (select oid from pg_database where datname = current_database())`;
    await this.sql`delete from test_gate.gate`;
  }
}
