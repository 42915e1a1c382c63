import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An API's database role writes no table of this schema but the outbox. Its own row among the processes is written by
 * functions that run as their owner, and that touch rows of APIs only.
 */
export class LetApiJoin1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function messaging.join_as_api, messaging.beat_as_api, messaging.leave_as_api`);
  }
}

const FUNCTIONS = `
create function messaging.join_as_api(own uuid, host text, pid int, version text) returns void
language sql security definer set search_path = '' as $$
  insert into messaging.process (id, kind, host, pid, version) values (own, 'api', host, pid, version)
$$;

create function messaging.beat_as_api(own uuid) returns void
language sql security definer set search_path = '' as $$
  update messaging.process set heartbeat_at = now() where id = own and kind = 'api'
$$;

create function messaging.leave_as_api(own uuid) returns void
language sql security definer set search_path = '' as $$
  delete from messaging.process where id = own and kind = 'api'
$$;

-- Functions are everybody's unless it is said otherwise.
revoke execute on function messaging.join_as_api, messaging.beat_as_api, messaging.leave_as_api from public;
`;
