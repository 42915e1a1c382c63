import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verifyExport } from '#audit-verify';
import { PublicKeys } from '../src/domain/signing-keys.js';
import { AuditChain } from '../src/queries/audit-chain.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';
import { DatabaseSession } from '../src/tools/database-session.js';
import { erasePerson } from '../src/tools/erase-person.js';
import { pruneChains } from '../src/tools/prune-chains.js';

const key = aSigningKey();
const keys = new PublicKeys([key.publicKey]);
let audit: AuditDatabase;
let chain: AuditChain;
let folder: string;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  chain = new AuditChain(audit.database, keys);
  folder = await mkdtemp(join(tmpdir(), 'audit-prune-'));
  process.env['DATABASE_URL'] = audit.url;
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await audit.close();
});

const maintain = <T>(work: (session: DatabaseSession) => Promise<T>): Promise<T> => DatabaseSession.run(true, work);

it('erases what tells of a person in every stream, and the chains stay intact', async () => {
  const person = { login: 'ana-secret-login' };
  await audit.append(key, { streamId: '1', actor: { kind: 'user', id: '42' }, details: person });
  await audit.append(key, {
    streamId: '1',
    actor: { kind: 'user', id: '50' },
    subject: { type: 'task', id: 'x' },
    details: { login: 'bob' },
  });
  await audit.append(key, {
    streamId: '1',
    actor: { kind: 'agent', id: 'task:turn' },
    onBehalfOf: '42',
    details: person,
  });
  await audit.append(key, {
    streamId: '2',
    actor: { kind: 'user', id: '50' },
    subject: { type: 'member', id: '42' },
    details: person,
  });

  const erased = await maintain((session) => erasePerson(session, key, '42', new Date()));

  expect([...erased]).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
  expect(await chain.verifyAll('1', null)).toMatchObject({ fault: null, erased: 2, entries: 4 });
  expect(await chain.verifyAll('2', null)).toMatchObject({ fault: null, erased: 1, entries: 2 });
  expect(await chain.verify('1', 1n)).toMatchObject({ ok: true, erased: 2 });
  const left = JSON.stringify(await audit.database.sql`select * from audit_log.details`);
  expect(left).not.toContain('ana-secret-login');
  expect(left).toContain('bob');
  expect(await maintain((session) => erasePerson(session, key, '42', new Date()))).toEqual(new Map());
});

it('moves what is old into an export that verifies, and the chain begins at the checkpoint', async () => {
  const old = new Date('2020-01-01T00:00:00Z');
  await audit.appendMany(key, 40, () => ({ streamId: '3', occurredAt: '2020-01-01T00:00:00.000Z' }));
  await audit.appendMany(key, 10, () => ({ streamId: '3', occurredAt: '2026-01-01T00:00:00.000Z' }));
  const before = new Date('2021-01-01T00:00:00Z');

  const pruned = await maintain((session) => pruneChains(session, key, { before, folder, now: new Date() }));

  expect(pruned).toMatchObject([{ streamId: '3', from: '1', through: '40' }]);
  const lines = (await readFile(pruned[0]?.file ?? '', 'utf8')).trimEnd().split('\n');
  expect(await verifyExport(lines, { keys: keys.byId })).toMatchObject({ fault: null, entries: 40 });
  expect(await chain.verifyAll('3', null)).toMatchObject({ fault: null, from: '41', to: '51' });
  expect(await maintain((session) => pruneChains(session, key, { before: old, folder, now: new Date() }))).toEqual([]);
});

it('sees a beginning that was removed by hand, although a checkpoint stands there', async () => {
  await audit.appendMany(key, 1005, () => ({ streamId: '4' }));
  await audit.tamper('delete from audit_log.entries where stream_id = 4 and seq <= 1001');
  expect(await chain.verifyAll('4', null)).toMatchObject({ fault: { fault: 'deleted', seq: '1' } });
});

const tool = (
  name: string,
  env: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const path = join(import.meta.dirname, `../dist/src/tools/${name}.cli.js`);
    execFile(
      process.execPath,
      [path, ...args],
      { env: { ...process.env, NODE_OPTIONS: '', ...env } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
      },
    );
  });

it('ends its commands with the code that scripts rely on', async () => {
  const AUDIT_PUBLIC_KEYS = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const verify = (...args: string[]) => tool('audit-verify', { AUDIT_PUBLIC_KEYS }, ...args);
  expect(await verify('--organization', '2')).toMatchObject({
    code: 0,
    output: expect.stringContaining('details_erased: 1'),
  });
  expect(await verify('--organization', '4')).toMatchObject({
    code: 1,
    output: expect.stringContaining('deleted at entry 1'),
  });
  expect(await verify('--organization', '2', '--expect', `9:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
  expect(await verify('--organization', 'x')).toMatchObject({ code: 2 });
  expect(
    await tool(
      'audit-verify',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x', AUDIT_PUBLIC_KEYS },
      '--organization',
      '2',
    ),
  ).toMatchObject({ code: 2 });
  expect(await tool('audit-prune', { AUDIT_PUBLIC_KEYS }, '--before', '2999-01-01')).toMatchObject({ code: 2 });
  expect(await tool('audit-erase', {}, '--user', '0')).toMatchObject({ code: 2 });
});
