import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What only one person sees of tasks: active session and pin, unread, inbox and drafts. */
export class AddPersonalState1764200000200 implements MigrationInterface {
  readonly name = 'AddPersonalState1764200000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "user".users add column profile_at timestamptz`);
    await runner.query(`
      create table "user".task_state (
        user_id bigint not null,
        task_id uuid not null,
        organization_id bigint not null,
        active_session_id uuid,
        pin_rank text check (char_length(pin_rank) <= 40),
        participant boolean not null,
        updated_at timestamptz not null,
        version integer not null,
        primary key (user_id, task_id)
      )`);
    await runner.query(`create index task_state_task on "user".task_state (task_id)`);
    await runner.query(`create index task_state_pins on "user".task_state (user_id) where pin_rank is not null`);
    await runner.query(`
      create table "user".session_state (
        user_id bigint not null,
        session_id uuid not null,
        task_id uuid not null,
        organization_id bigint not null,
        unread boolean not null,
        unread_at timestamptz,
        unread_seq integer not null,
        viewed_seq integer not null,
        version integer not null,
        primary key (user_id, session_id)
      )`);
    await runner.query(`create index session_state_task on "user".session_state (task_id)`);
    await runner.query(`
      create table "user".inbox_items (
        user_id bigint not null,
        item_id uuid not null,
        organization_id bigint not null,
        task_id uuid not null,
        session_id uuid,
        kind text not null check (kind in ('needs_you', 'finished', 'failed', 'owner_changed', 'pull_request')),
        reason text not null check (char_length(reason) <= 80),
        cause_id text not null check (char_length(cause_id) <= 200),
        seq integer,
        title text not null,
        login text,
        at timestamptz not null,
        done_at timestamptz,
        done_by text check (done_by in ('user', 'self')),
        version integer not null,
        primary key (user_id, item_id),
        unique (user_id, cause_id)
      )`);
    await runner.query(
      `create index inbox_items_open on "user".inbox_items (user_id, at desc, item_id) where done_at is null`,
    );
    await runner.query(
      `create index inbox_items_done on "user".inbox_items (user_id, at desc, item_id) where done_at is not null`,
    );
    await runner.query(`create index inbox_items_ended on "user".inbox_items (done_at) where done_at is not null`);
    await runner.query(`create index inbox_items_task on "user".inbox_items (task_id)`);
    await runner.query(`
      create table "user".drafts (
        user_id bigint not null,
        scope text not null check (char_length(scope) <= 120),
        organization_id bigint not null,
        task_id uuid,
        session_id uuid,
        message_id uuid,
        cleared_ids uuid[] not null,
        text text not null check (char_length(text) <= 64000),
        attachments jsonb not null,
        form jsonb,
        updated_at timestamptz not null,
        version integer not null,
        primary key (user_id, scope)
      )`);
    await runner.query(`create index drafts_task on "user".drafts (task_id) where task_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['drafts', 'inbox_items', 'session_state', 'task_state']) {
      await runner.query(`drop table "user".${table}`);
    }
    await runner.query(`alter table "user".users drop column profile_at`);
  }
}
