import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { grants } from '../src/grants.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

const role = `audit_product_${randomUUID().slice(0, 8)}`;
const key = aSigningKey();
let audit: AuditDatabase;
let product: pg.Pool;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  await audit.append(key);
  await audit.pool.query(`create role "${role}" login password 'product'`);
  for (const statement of grants(role)) await audit.pool.query(statement);
  const address = new URL(audit.url);
  address.username = role;
  address.password = 'product';
  product = new pg.Pool({ connectionString: address.href, max: 1 });
});
afterAll(async () => {
  await product.end();
  await audit.pool.query(`drop owned by "${role}"; drop role "${role}"`);
  await audit.close();
});

const changes = ['entries', 'details', 'checkpoints'].flatMap((table) => [
  `update audit_log.${table} set seq = seq`,
  `delete from audit_log.${table}`,
  `truncate audit_log.${table}`,
]);

describe('the product', () => {
  it.each([...changes, 'delete from audit_log.heads', 'truncate audit_log.heads'])('may not: %s', async (change) => {
    await expect(product.query(change)).rejects.toThrow(/permission denied/);
  });

  it('may not take on the maintenance role, nor switch the triggers off', async () => {
    await expect(product.query('set role foundry_maintenance')).rejects.toMatchObject({ code: '42501' });
    await expect(product.query('alter table audit_log.entries disable trigger all')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(product.query('set session_replication_role = replica')).rejects.toMatchObject({ code: '42501' });
  });

  it('may read and append', async () => {
    const { rows } = await product.query('select entry, details from audit_log.chain');
    expect(rows).toHaveLength(1);
    await product.query(
      `begin; insert into audit_log.details (stream_id, seq) values (99, 1); update audit_log.heads set seq = seq; rollback`,
    );
  });
});

describe('a superuser', () => {
  it.each(changes)('is refused by the trigger: %s', async (change) => {
    await expect(audit.pool.query(change)).rejects.toThrow(/append-only/);
  });
});
