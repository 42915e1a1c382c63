import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts at GitHub, sessions of browsers, sign-ins under way, and the counts that limit them. */
export class AddSignIn1764100000200 implements MigrationInterface {
  readonly name = 'AddSignIn1764100000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table "user".github_accounts (
        user_id bigint primary key,
        state text not null check (state in ('connected', 'reauthorize')),
        access_token bytea,
        access_expires_at timestamptz,
        refresh_token bytea,
        refresh_expires_at timestamptz,
        key_id text not null,
        token_version integer not null,
        refresh_claimed_until timestamptz,
        reason text
      )`);
    await runner.query(`
      create table "user".auth_sessions (
        session_id uuid primary key,
        token_hash bytea not null unique check (octet_length(token_hash) = 32),
        previous_hash bytea unique,
        previous_until timestamptz,
        rotate boolean not null default false,
        user_id bigint not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        idle_expires_at timestamptz not null,
        expires_at timestamptz not null,
        ip_prefix text not null,
        user_agent text not null check (char_length(user_agent) <= 300),
        ended_at timestamptz,
        end_reason text
      )`);
    await runner.query(`create index auth_sessions_open on "user".auth_sessions (user_id) where ended_at is null`);
    await runner.query(`
      create table "user".sign_in_attempts (
        state_hash bytea primary key check (octet_length(state_hash) = 32),
        browser_hash bytea not null check (octet_length(browser_hash) = 32),
        verifier bytea not null,
        key_id text not null,
        next text not null check (char_length(next) <= 2000),
        expires_at timestamptz not null,
        used_at timestamptz
      )`);
    await runner.query(`create index sign_in_attempts_expiry on "user".sign_in_attempts (expires_at)`);
    await runner.query(`
      create table "user".sign_in_counts (
        kind text not null check (kind in ('try', 'refusal')),
        address_hash bytea not null,
        minute timestamptz not null,
        count integer not null,
        primary key (kind, address_hash, minute)
      )`);
    await runner.query(`
      create table "user".preferences (
        user_id bigint primary key,
        data jsonb not null check (octet_length(data::text) <= 32768),
        version integer not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['preferences', 'sign_in_counts', 'sign_in_attempts', 'auth_sessions', 'github_accounts']) {
      await runner.query(`drop table "user".${table}`);
    }
  }
}
