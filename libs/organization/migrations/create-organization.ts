import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tenant and its members. The task tables come with the first tasks. */
export class CreateOrganization1764000000100 implements MigrationInterface {
  readonly name = 'CreateOrganization1764000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema if not exists organization`);
    await runner.query(`
      create table organization.organizations (
        organization_id bigint primary key,
        kind text not null check (kind in ('company', 'personal')),
        login text not null,
        github_name text,
        display_name text,
        avatar_url text,
        state text not null check (state in ('unclaimed', 'active')),
        claimed_at timestamptz,
        settings jsonb not null,
        version integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    // Not unique: two renames may arrive in the wrong order.
    await runner.query(`create index organizations_login on organization.organizations (lower(login))`);
    await runner.query(`
      create table organization.members (
        organization_id bigint not null,
        user_id bigint not null,
        login text not null,
        name text,
        avatar_url text,
        github_role text not null check (github_role in ('admin', 'member')),
        granted_role text check (granted_role in ('admin', 'member', 'viewer', 'blocked')),
        role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
        state text not null check (state in ('active', 'removed')),
        verified_at timestamptz not null,
        joined_at timestamptz not null,
        removed_at timestamptz,
        removed_reason text,
        version integer not null,
        primary key (organization_id, user_id)
      )`);
    await runner.query(`create index members_user on organization.members (user_id) where state = 'active'`);
    // The rule of domain/roles.ts for queries: without confirmation for 72 h, a member of a company counts as a viewer.
    await runner.query(`
      create function organization.present_role(role text, kind text, verified_at timestamptz, at timestamptz)
      returns text language sql immutable as $$
        select case when kind = 'company' and at - verified_at > interval '72 hours' then 'viewer' else role end
      $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema organization cascade`);
  }
}
