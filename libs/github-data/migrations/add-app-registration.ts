import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The App that was made on the set-up page, with its secrets encrypted, and the one-time links to that page. */
export class AddAppRegistration1764150000500 implements MigrationInterface {
  readonly name = 'AddAppRegistration1764150000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table github_data.app_registration (
      registration text primary key check (registration = 'app'),
      app_id bigint not null,
      slug text not null,
      page_url text not null,
      client_id text not null,
      client_secret bytea not null,
      private_key bytea not null,
      webhook_secret bytea,
      key_id text not null,
      registered_at timestamptz not null default now()
    )`);
    await runner.query(`create table github_data.setup_links (
      token_hash bytea primary key,
      state_hash bytea not null unique,
      expires_at timestamptz not null,
      claimed_until timestamptz,
      used_at timestamptz
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table github_data.setup_links');
    await runner.query('drop table github_data.app_registration');
  }
}
