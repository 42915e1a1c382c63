import 'reflect-metadata';
import { Kernel, KERNEL_MANIFEST, MessagingConfig, silent } from '@foundry/messaging';
import { OwnRole } from '@foundry/messaging/testing';
import { MANIFESTS } from '@foundry/worker';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { z } from 'zod';
import { giveRights } from '../../libs/messaging/src/database/grants.js';
import { InProcessTransport } from '../../libs/messaging/src/transport/in-process/in-process-transport.js';
import { SignInInstallation } from '../sign-in/installation.js';

const manifests = [KERNEL_MANIFEST, ...MANIFESTS];
const schemas = manifests.map(({ name }) => name.replaceAll('-', '_'));
const Right = z.object({ name: z.string(), rights: z.array(z.string()) });

let foundry: SignInInstallation;
let product: pg.Pool;

beforeAll(async () => {
  foundry = await SignInInstallation.start();
  await foundry.startWorker();
  product = new pg.Pool({ connectionString: foundry.role.url, max: 1 });
});
afterAll(async () => {
  await product.end();
  await foundry.stop();
});

/** Everything of the modules that the role may change, and how. */
const changesOf = async (role: string): Promise<Record<string, string[]>> => {
  const rows = await foundry.sql`
    select n.nspname || '.' || c.relname as name, array_agg(p.kind order by p.kind) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join unnest(array['insert', 'update', 'delete', 'truncate']) as p(kind)
    where n.nspname = any(${schemas}) and c.relkind in ('r', 'p', 'v') and has_table_privilege(${role}, c.oid, p.kind)
    group by 1`;
  return Object.fromEntries(
    Right.array()
      .parse(rows)
      .map(({ name, rights }) => [name, rights]),
  );
};

const open = (url: string, role: 'api' | 'worker') =>
  Kernel.open({
    config: MessagingConfig.parse({ DATABASE_URL: url }),
    role,
    manifests: MANIFESTS,
    log: silent,
    version: '0.0.0',
    inProcess: new InProcessTransport(),
  });

describe('the database role of an API', () => {
  it('writes the outbox, deliveries of webhooks, images and what signing in needs, and nothing else', async () => {
    const signIn = ['insert', 'update'];
    expect(await changesOf(foundry.role.name)).toEqual({
      'messaging.outbox': ['insert'],
      'github_data.app_registration': ['insert'],
      'github_data.install_claims': ['delete', 'insert'],
      'github_data.setup_links': ['delete', 'insert', 'update'],
      'github_data.webhook_deliveries': ['insert'],
      'task.uploads': ['insert'],
      'user.users': signIn,
      'user.github_accounts': signIn,
      'user.auth_sessions': signIn,
      'user.sign_in_attempts': signIn,
      'user.sign_in_counts': signIn,
    });
  });

  it.each([
    'update organization.organizations set version = version',
    'insert into audit_log.entries default values',
    'delete from "user".users',
    'update "user".api_tokens set expires_at = now()',
    'update messaging.outbox set settled_at = now()',
    'update messaging.process set draining = true',
    'select messaging.mark_attempts(array[gen_random_uuid()], gen_random_uuid()) from messaging.outbox',
    'select messaging.count_attempts(array[1], gen_random_uuid()) from messaging.outbox',
    'create table messaging.mine (id int)',
  ])('may not: %s', async (statement) => {
    await foundry.browser().signIn();
    await expect(product.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is enough to sign in, to send a command, and to be seen among the processes', async () => {
    const ada = foundry.browser();
    expect(await ada.signIn('/somewhere')).toBe('/somewhere');
    const renamed = await ada.change('/v1/me/preferences', 'PATCH', { appearance: { theme: 'dark' } });
    expect(renamed.status).toBe(200);
    const rows = await foundry.sql`select kind from messaging.process order by kind`;
    expect(rows).toEqual([{ kind: 'api' }, { kind: 'worker' }]);
  });

  it('is enough to start with, when somebody else migrated', async () => {
    const kernel = await open(foundry.role.url, 'api');
    expect(kernel.topology.partitions.size).toBe(manifests.length);
    await kernel.close();
  });
});

describe('a role that may nothing yet', () => {
  it('does not start, and says who must migrate', async () => {
    const stranger = await OwnRole.create(foundry.own.url);
    await expect(open(stranger.url, 'api')).rejects.toThrow(/DATABASE_OWNER_URL, or run npm run operator -- migrate/);
    await stranger.drop();
  });

  it('gets its rights by being called foundry_api or foundry_worker, from whoever migrates', async () => {
    const owner = new pg.Client({ connectionString: foundry.own.url });
    await owner.connect();
    // Roles belong to the whole server, so they are made and forgotten in one transaction.
    await owner.query('begin');
    for (const role of ['foundry_api', 'foundry_worker']) {
      const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role]);
      if (rowCount === 0) await owner.query(`create role ${role}`);
    }
    await giveRights(owner, manifests, []);
    const { rows } = await owner.query(`
      select has_table_privilege('foundry_api', 'organization.organizations', 'update') as api,
        has_table_privilege('foundry_worker', 'organization.organizations', 'update') as worker,
        has_table_privilege('foundry_api', 'messaging.outbox', 'insert') as sends`);
    await owner.query('rollback');
    await owner.end();
    expect(rows).toEqual([{ api: false, worker: true, sends: true }]);
  });
});
