import { Handler, type ModuleManifest, type Tx } from '@foundry/messaging';
import { command } from '@foundry/messaging/contracts';
import { CommandHandler } from '@nestjs/cqrs';
import { Module } from '@nestjs/common';
import { Column, Entity, type MigrationInterface, PrimaryColumn, type QueryRunner } from 'typeorm';
import { z } from 'zod';

const payload = z.object({ entityId: z.string(), note: z.string() });

/** The work that is compared: one durable row and a reply. */
export class Record extends command({
  name: 'bench.record',
  entity: 'entityId',
  payload,
  result: z.object({ ok: z.boolean() }),
  audit: { none: 'progress' },
}) {}

/** The same through the object mapper: load, change, save. */
export class Count extends command({
  name: 'bench.count',
  entity: 'entityId',
  payload,
  result: z.object({ count: z.number() }),
  audit: { none: 'progress' },
}) {}

@Entity({ schema: 'bench', name: 'counters' })
export class Counter {
  @PrimaryColumn('text', { name: 'entity_id' }) readonly entityId!: string;
  @Column('int') private count!: number;

  static of(entityId: string): Counter {
    return Object.assign(new Counter(), { entityId, count: 0 });
  }

  add(): number {
    this.count += 1;
    return this.count;
  }
}

@CommandHandler(Record)
export class RecordHandler extends Handler<Record> {
  async handle({ payload: { entityId, note } }: Record, tx: Tx) {
    await tx.sql`insert into bench.records (command_id, entity_id, note) values (${tx.envelope.id}, ${entityId}, ${note})`;
    return { ok: true };
  }
}

@CommandHandler(Count)
export class CountHandler extends Handler<Count> {
  async handle({ payload: { entityId } }: Count, tx: Tx) {
    const counter = (await tx.find(Counter, { entityId })) ?? Counter.of(entityId);
    const count = counter.add();
    await tx.save(counter);
    return { count };
  }
}

class CreateBench1790000009999 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema bench;
      create table bench.records (command_id uuid primary key, entity_id text not null, note text not null);
      create table bench.counters (entity_id text primary key, count int not null)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema bench cascade');
  }
}

export const manifest: ModuleManifest = {
  name: 'bench',
  entities: [Counter],
  migrations: [CreateBench1790000009999],
  commands: [Record, Count],
  events: [],
  effects: [],
};

@Module({ providers: [RecordHandler, CountHandler] })
export class BenchModule {
  static readonly manifest = manifest;
}
