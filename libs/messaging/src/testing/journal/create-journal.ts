import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJournal1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema journal;
      create table journal.entry (id bigint generated always as identity primary key, journal_id text not null,
        command_id uuid not null, n int not null, position int not null, pid int not null,
        started_at timestamptz not null, finished_at timestamptz);
      create index entry_journal on journal.entry (journal_id);
      create table journal.run (id bigint generated always as identity primary key, run uuid not null unique, journal_id text not null,
        command_id uuid not null, pid int not null, began timestamptz not null, ended timestamptz);
      create table journal.outside_call (call_id uuid not null, key text not null, attempt int not null,
        fence bigint not null, pid int not null, at timestamptz not null default clock_timestamp());
      create table journal.report (call_id uuid not null, outcome text not null, code text, attempts int not null,
        command_id uuid not null, at timestamptz not null default clock_timestamp());
      create table journal.line (id bigint generated always as identity primary key, call_id uuid not null,
        fence bigint not null, pid int not null, at timestamptz not null default clock_timestamp());`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema journal cascade');
  }
}
