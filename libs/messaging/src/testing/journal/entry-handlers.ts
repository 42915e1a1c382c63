import { Inject } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Database } from '../../database/database.js';
import { Handler } from '../../handling/handler.js';
import type { Tx } from '../../handling/tx.js';
import { Rejection } from '../../rejections/rejection.js';
import { AppendEntry, BreakDown, Die, EntryAppended, MeetTrouble, Novelty, RefuseEntry } from './journal-messages.js';

const Written = z.tuple([z.object({ id: z.coerce.number(), position: z.coerce.number() })]);

/**
 * Nothing here locks or is unique on purpose: only the kernel keeps two commands of one journal apart, so a line that
 * is doubled, overlaps another or has another's position shows where it did not.
 */
async function write(tx: Tx, journalId: string, n: number): Promise<{ id: number; position: number }> {
  const [line] = Written.parse(
    await tx.sql`insert into journal.entry (journal_id, command_id, n, pid, started_at, position)
      select ${journalId}, ${tx.envelope.id}, ${n}, ${process.pid}, clock_timestamp(),
        (select count(*) + 1 from journal.entry where journal_id = ${journalId}) returning id, position`,
  );
  return line;
}

@CommandHandler(AppendEntry)
export class AppendEntryHandler extends Handler<AppendEntry> {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async handle({ payload: { journalId, n, slowMs, slowIn } }: AppendEntry, tx: Tx) {
    const { id, position } = await write(tx, journalId, n);
    if (slowMs > 0) await this.work(tx, journalId, slowIn === undefined || slowIn === process.pid ? slowMs : 1);
    await tx.sql`update journal.entry set finished_at = clock_timestamp() where id = ${id}`;
    tx.emit(new EntryAppended({ journalId, n, position }));
    return { position };
  }

  private async work(tx: Tx, journalId: string, ms: number): Promise<void> {
    const run = randomUUID();
    await this.database.transaction(
      (sql) => sql`insert into journal.run (run, journal_id, command_id, pid, began)
        values (${run}, ${journalId}, ${tx.envelope.id}, ${process.pid}, clock_timestamp())`,
    );
    await wait(ms);
    await this.database.transaction((sql) => sql`update journal.run set ended = clock_timestamp() where run = ${run}`);
  }
}

export class EntryRefused extends Rejection {
  constructor() {
    super('journal.closed', 'conflict', 'This journal is closed; open another.');
  }
}

@CommandHandler(RefuseEntry)
export class RefuseEntryHandler extends Handler<RefuseEntry> {
  async handle({ payload: { journalId, n } }: RefuseEntry, tx: Tx): Promise<never> {
    const { position } = await write(tx, journalId, n);
    tx.emit(new EntryAppended({ journalId, n, position }));
    throw new EntryRefused();
  }
}

@CommandHandler(BreakDown)
export class BreakDownHandler extends Handler<BreakDown> {
  async handle({ payload: { journalId } }: BreakDown, tx: Tx): Promise<never> {
    await write(tx, journalId, 0);
    throw new TypeError('This handler has a bug.');
  }
}

@CommandHandler(Die)
export class DieHandler extends Handler<Die> {
  handle(): Promise<never> {
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => undefined);
  }
}

@CommandHandler(MeetTrouble)
export class MeetTroubleHandler extends Handler<MeetTrouble> {
  async handle(_command: MeetTrouble, tx: Tx) {
    await tx.sql`do $$ begin raise exception using errcode = '40001'; end $$`;
    return null;
  }
}

@CommandHandler(Novelty)
export class NoveltyHandler extends Handler<Novelty> {
  async handle({ payload: { journalId } }: Novelty, tx: Tx) {
    await write(tx, journalId, 0);
    return null;
  }
}
