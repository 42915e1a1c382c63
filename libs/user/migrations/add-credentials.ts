import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people lend to tasks: one token for one repository, for one holder. */
export class AddCredentials1764100000210 implements MigrationInterface {
  readonly name = 'AddCredentials1764100000210';

  async up(runner: QueryRunner): Promise<void> {
    // The token is kept, encrypted, only until it was ended at GitHub, which takes the token itself.
    await runner.query(`
      create table "user".credential_leases (
        lease_id uuid primary key,
        user_id bigint not null,
        organization_id bigint not null,
        repository_id bigint not null,
        holder_id uuid not null,
        purpose text not null check (purpose in ('turn', 'operation', 'terminal', 'clone', 'pull_request')),
        mode text not null check (mode in ('user', 'installation')),
        token_hash bytea not null check (octet_length(token_hash) = 32),
        token bytea,
        key_id text,
        issued_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        end_reason text,
        end_asked_at timestamptz,
        check ((token is null) = (key_id is null))
      )`);
    await runner.query(`
      create index credential_leases_holder on "user".credential_leases (holder_id) where ended_at is null`);
    await runner.query(`
      create index credential_leases_person on "user".credential_leases (user_id) where ended_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table "user".credential_leases`);
  }
}
