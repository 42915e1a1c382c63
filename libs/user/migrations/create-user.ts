import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and their API tokens. Accounts at GitHub, sessions and private state come with sign-in. */
export class CreateUser1764000000200 implements MigrationInterface {
  readonly name = 'CreateUser1764000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists "user"`);
    await runner.query(`
      create table "user".users (
        user_id bigint primary key,
        login text not null,
        name text,
        avatar_url text,
        email text,
        email_verified boolean not null default false,
        created_at timestamptz not null default now(),
        last_sign_in_at timestamptz,
        deleted_at timestamptz,
        version integer not null default 1
      )`);
    // Not unique: a login may belong to somebody else after a rename that we have not seen yet.
    await runner.query(`create index users_login on "user".users (lower(login))`);
    await runner.query(`
      create table "user".api_tokens (
        token_id uuid primary key,
        user_id bigint not null,
        name text not null check (char_length(name) <= 80),
        hash bytea not null unique check (octet_length(hash) = 32),
        prefix text not null,
        scopes text[] not null,
        organization_id bigint,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        last_used_at timestamptz,
        revoked_at timestamptz,
        version integer not null
      )`);
    await runner.query(`create index api_tokens_user on "user".api_tokens (user_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema "user" cascade`);
  }
}
