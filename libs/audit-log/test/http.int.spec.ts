import 'reflect-metadata';
import { type Caller, CommandSender, Database, RestModule } from '@foundry/messaging';
import { FakeSender, handledWith } from '@foundry/messaging/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditLogApiModule } from '../src/audit-log-api.module.js';
import { AppendAuditEntry, AuditEntryView, AuditHeadView, AuditProofView } from '../src/contracts/index.js';
import { AuditKeys } from '../src/http/audit-keys.controller.js';
import { AuditPage } from '../src/http/audit-query.js';
import { aSigningKey } from '../src/testing/a-chain.js';
import { AuditDatabase } from '../src/testing/audit-database.js';

const key = aSigningKey();
const sender = new FakeSender();
const caller: Caller = {
  actor: { kind: 'user', userId: '42', via: 'session' },
  scopes: 'all',
  organizationId: null,
  operator: true,
};
let audit: AuditDatabase;
let app: INestApplication;
let base: string;

beforeAll(async () => {
  audit = await AuditDatabase.open();
  process.env['AUDIT_PUBLIC_KEYS'] = key.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  sender.outcome = handledWith({ seq: '1' });
  await audit.appendMany(key, 5);
  await audit.append(key, { streamId: '42' });
  await audit.append(key, { streamId: '0' });

  @Module({
    providers: [
      { provide: Database, useValue: audit.database },
      { provide: CommandSender, useValue: sender },
    ],
    exports: [Database, CommandSender],
  })
  class Kernel {}

  @Module({ imports: [{ module: Kernel, global: true }, RestModule.with(Buffer.alloc(32, 1)), AuditLogApiModule] })
  class Api {}

  app = await NestFactory.create(Api, { bodyParser: false, logger: false });
  // Who may call is the business of the API's guards; here it is always the same person.
  app.use((request: { caller?: Caller }, _response: unknown, next: () => void) => {
    request.caller = caller;
    next();
  });
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await audit.close();
});

const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(base + path);
  return { status: response.status, body: await response.json() };
};
const org = '/v1/organizations/41/audit';

it('lists by pages that end', async () => {
  const first = AuditPage.parse((await get(`${org}?limit=3`)).body);
  expect(first.items.map(({ seq }) => seq)).toEqual(['5', '4', '3']);
  const second = AuditPage.parse((await get(`${org}?limit=3&cursor=${String(first.nextCursor)}`)).body);
  expect([second.items.map(({ seq }) => seq), second.nextCursor]).toEqual([['2', '1'], null]);
});

it('takes a filter once or several times', async () => {
  const listed = async (query: string) => AuditPage.parse((await get(`${org}?${query}`)).body).items.length;
  expect(await listed('actor=42&kind=member.*&subject=member:43')).toBe(5);
  expect(await listed('kind=member.joined&kind=member.role_granted')).toBe(5);
  expect(await listed('actor=nobody')).toBe(0);
  expect(await listed('kind=unknown')).toBe(0);
});

it('shows only the own stream, and that of the instance', async () => {
  const only = async (path: string) =>
    AuditEntryView.array()
      .parse(AuditPage.parse((await get(path)).body).items)
      .map(({ streamId }) => streamId);
  expect(await only('/v1/me/audit')).toEqual(['42']);
  expect(await only('/v1/instance/audit')).toEqual(['0']);
});

describe('refuses', () => {
  it.each([
    'limit=0',
    'limit=201',
    'outcome=perhaps',
    'from=2030-01-02T00:00:00Z&to=2030-01-01T00:00:00Z',
    'from=yesterday',
    'task=7',
    'colour=red',
    'actor=%00',
  ])('?%s with 422', async (query) => {
    expect(await get(`${org}?${query}`)).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });

  it('the cursor of another organization', async () => {
    const { nextCursor } = AuditPage.parse((await get(`${org}?limit=3`)).body);
    const path = `/v1/organizations/77/audit?limit=3&cursor=${String(nextCursor)}`;
    expect(await get(path)).toMatchObject({ status: 422, body: { code: 'cursor.invalid' } });
  });

  it.each(['0', '9223372036854775808', '1e3', '6', '-1'])('entry %s with 404', async (seq) => {
    expect(await get(`${org}/${seq}`)).toMatchObject({ status: 404, body: { code: 'resource.not_found' } });
  });
});

it('proves one entry', async () => {
  const proof = AuditProofView.parse((await get(`${org}/3`)).body);
  expect(proof).toMatchObject({ seq: '3', details: { new: 'admin' }, proof: { signed: { seq: '5', keyId: key.id } } });
});

it('shows head, verdict and keys', async () => {
  expect(AuditHeadView.parse((await get(`${org}/head`)).body)).toMatchObject({
    seq: '5',
    checkpoint: { seq: '1' },
    verified: null,
  });
  expect(await get(`${org}/verify`)).toMatchObject({
    body: { ok: true, from: '1', to: '5', next: null, firstBad: null },
  });
  expect(AuditHeadView.parse((await get('/v1/organizations/77/audit/head')).body)).toMatchObject({
    seq: '0',
    signature: null,
  });
  expect(AuditKeys.parse((await get('/v1/audit/keys')).body).items).toMatchObject([{ keyId: key.id, to: null }]);
});

it('tells the audit log of an export before it begins', async () => {
  const response = await fetch(`${base}${org}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'jsonl' }),
  });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
  expect((await response.text()).trimEnd().split('\n')).toHaveLength(7);
  const told = sender.sent.at(-1)?.command;
  expect(told).toBeInstanceOf(AppendAuditEntry);
  expect(told?.payload).toMatchObject({ kind: 'audit.exported', streamId: '41', actor: { kind: 'user', id: '42' } });
});

it('refuses an export of a period that ends before it begins', async () => {
  const body = JSON.stringify({ format: 'csv', from: '2030-01-02T00:00:00Z', to: '2030-01-01T00:00:00Z' });
  const response = await fetch(`${base}${org}/exports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(422);
});
