import { randomUUID } from 'node:crypto';
import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NextFunction, Response } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { Actor } from '../contracts/index.js';
import { Database } from '../database/database.js';
import type { Caller } from '../http/access.js';
import type { ApiRequest } from '../http/request.js';
import { RestModule } from '../http/rest.module.js';
import type { Subscriber } from '../realtime/topic-source.js';
import { pruneOutboxWindow } from '../pruning/prune-outbox.js';
import { CommandSender } from '../sending/command-sender.js';
import { eventually, startKernel, type TestKernel } from '../testing/index.js';
import { Act, AskOutside, fineWorld, KeepRecords, PROBE, world } from '../testing/probe/probe.js';
import { EntityAccess, type EntityRights, type KnownEntity } from './entity-access.js';
import { InspectorApiModule } from './inspector-api.module.js';

const OURS = '9919';
const session = (userId: string): Actor => ({ kind: 'user', userId, via: 'session' });
const SENDER = session('1');

/** Person by name: what they may do in organization 9919. */
const PEOPLE: Record<string, { userId: string; rights: EntityRights; operator?: boolean; reach?: string }> = {
  sender: { userId: '1', rights: 'read' },
  member: { userId: '2', rights: 'read' },
  admin: { userId: '3', rights: 'administer' },
  stranger: { userId: '4', rights: 'none' },
  operator: { userId: '5', rights: 'none', operator: true },
  'limited admin': { userId: '3', rights: 'administer', reach: '777' },
};

const rightsOf = (userId: string): EntityRights =>
  Object.values(PEOPLE).find((person) => person.userId === userId)?.rights ?? 'none';

class KnownPeople extends EntityAccess {
  rightsOf({ actor, organizationId: reach }: Subscriber, entity: KnownEntity): Promise<EntityRights> {
    const isOurs = entity.organizationId === OURS && (reach === null || reach === OURS);
    return Promise.resolve(isOurs ? rightsOf(actor.userId) : 'none');
  }
  administeredBy({ actor, organizationId: reach }: Subscriber): Promise<string[]> {
    const isAdmin = rightsOf(actor.userId) === 'administer' && (reach === null || reach === OURS);
    return Promise.resolve(isAdmin ? [OURS] : []);
  }
}

function callerOf(name: string): Caller {
  const person = PEOPLE[name];
  if (!person) throw new Error(`Nobody is called ${name}.`);
  return {
    actor: { kind: 'user', userId: person.userId, via: 'session' },
    scopes: 'all',
    organizationId: person.reach ?? null,
    operator: person.operator ?? false,
  };
}

@Module({})
class Root {}

describe('the routes of the inspector', () => {
  let kernel: TestKernel;
  let app: INestApplication;
  let base: string;

  beforeAll(async () => {
    kernel = await startKernel({ modules: [PROBE], audit: new KeepRecords() });
    const parts = {
      module: class Parts {},
      global: true,
      providers: [
        { provide: CommandSender, useValue: kernel.sender },
        { provide: Database, useValue: kernel.database },
      ],
      exports: [CommandSender, Database],
    };
    const access = { provide: EntityAccess, useClass: KnownPeople };
    app = await NestFactory.create(
      {
        module: Root,
        imports: [parts, RestModule.with(Buffer.alloc(32, 1)), InspectorApiModule.with(kernel.api.registry, access)],
      },
      { logger: false, bodyParser: false, abortOnError: false },
    );
    app.use((request: ApiRequest, _response: Response, next: NextFunction) => {
      request.caller = callerOf(request.get('x-person') ?? '');
      next();
    });
    await app.listen(0, '127.0.0.1');
    base = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    await kernel.stop();
  });
  beforeEach(() => {
    Object.assign(world, fineWorld());
  });

  const call = async (
    person: string,
    path: string,
    method = 'GET',
    headers: Record<string, string> = {},
    body?: object,
  ) => {
    const answer = await fetch(`${base}/v1/${path}`, {
      method,
      headers: { 'x-person': person, ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    const json = z.record(z.string(), z.unknown()).parse(text === '' ? {} : JSON.parse(text));
    return { status: answer.status, body: json, code: json['code'], headers: answer.headers };
  };
  const statusesOf = async (path: string, method = 'GET') =>
    Object.fromEntries(
      await Promise.all(
        Object.keys(PEOPLE).map(async (person): Promise<[string, number]> => [
          person,
          (await call(person, path, method)).status,
        ]),
      ),
    );
  const act = async (probeId: string) => {
    const id = await kernel.send(new Act({ probeId }), SENDER);
    await kernel.sender.settled(id, 5_000);
    return id;
  };
  const dead = async (probeId: string) => {
    world.isBroken = true;
    const id = await act(probeId);
    world.isBroken = false;
    return id;
  };

  it('show a command to its sender, admins of its organization and operators', async () => {
    const id = await act('shown');
    const expected = { sender: 200, member: 403, admin: 200, stranger: 404, operator: 200, 'limited admin': 404 };
    expect(await statusesOf(`commands/${id}`)).toEqual(expected);
    expect(await statusesOf(`commands/${id}/chain`)).toEqual(expected);
  });

  it('show an entity whose history was pruned as one without history, to the same people', async () => {
    await act('pruned');
    const path = 'inspector/entities/probe/pruned/history';
    const before = await statusesOf(path);
    await kernel.database.sql`
      update messaging.outbox set accepted_at = now() - interval '1 year', settled_at = now() - interval '1 year'
      where entity_id = 'pruned'`;
    await pruneOutboxWindow(kernel.database.sql, '0', 7);
    expect((await call('member', path)).body).toEqual({ items: [], nextCursor: null });
    expect((await call('member', path.replace('history', 'pending'))).body).toEqual({ commands: [], effects: [] });
    expect(await statusesOf(path)).toEqual(before);
    expect(before).toMatchObject({ member: 200, stranger: 404 });
  });

  it('answer an unknown command and another tenant’s alike', async () => {
    const foreign = await call('stranger', `commands/${await act('alike')}`);
    const unknown = await call('stranger', `commands/${randomUUID()}`);
    expect(foreign.body).toEqual(unknown.body);
    expect(foreign.code).toBe('resource.not_found');
  });

  it('show the payload to admins only', async () => {
    const id = await act('payload');
    const payloadFor = async (person: string) => (await call(person, `commands/${id}`)).body['payload'];
    expect(await payloadFor('admin')).toEqual({ probeId: 'payload', organizationId: OURS });
    expect(await payloadFor('sender')).toBeNull();
    expect(await payloadFor('operator')).toBeNull();
  });

  it('wait for the outcome when they are asked to', async () => {
    const { answering } = await kernel.database.transaction(async (sql) => {
      await sql`insert into messaging.mailbox (module, entity_id) values ('probe', 'waited')`;
      const id = await kernel.send(new Act({ probeId: 'waited' }), SENDER);
      const now = await call('sender', `commands/${id}`);
      expect([now.body['outcome'], now.headers.get('retry-after')]).toEqual([null, '1']);
      return { answering: call('sender', `commands/${id}`, 'GET', { prefer: 'wait=5' }) };
    });
    const answer = await answering;
    expect(answer.headers.get('preference-applied')).toBe('wait=5');
    expect(answer.body).toMatchObject({ state: 'settled', outcome: 'handled', next: null });
  });

  it('show the history and what is pending to whoever may read the entity, and nobody else', async () => {
    await act('entity');
    const expected = { sender: 200, member: 200, admin: 200, stranger: 404, operator: 404, 'limited admin': 404 };
    expect(await statusesOf('inspector/entities/probe/entity/history')).toEqual(expected);
    expect(await statusesOf('inspector/entities/probe/entity/pending')).toEqual(expected);
    expect((await call('admin', 'inspector/entities/probe/unknown/history')).code).toBe('resource.not_found');
  });

  it('page the history by cursor', async () => {
    for (let n = 0; n < 3; n += 1) await act('paged');
    const first = await call('member', 'inspector/entities/probe/paged/history?limit=2&kind=command');
    expect(first.body['items']).toHaveLength(2);
    const cursor = String(first.body['nextCursor']);
    const second = await call('member', `inspector/entities/probe/paged/history?limit=2&kind=command&cursor=${cursor}`);
    expect(second.body['items']).toHaveLength(1);
    expect(second.body['nextCursor']).toBeNull();
    const other = await call('member', `inspector/entities/probe/paged/history?kind=event&cursor=${cursor}`);
    expect([other.status, other.code]).toEqual([422, 'cursor.invalid']);
  });

  it('list effects and dead letters of administered organizations, and all of them to operators', async () => {
    const letter = await dead('listed');
    const expected = { sender: 403, member: 403, admin: 200, stranger: 403, operator: 200, 'limited admin': 403 };
    expect(await statusesOf('inspector/effects?state=gave_up&state=running')).toEqual(expected);
    expect(await statusesOf('dead-letters?state=open')).toEqual(expected);
    expect((await call('admin', `dead-letters?organizationId=777`)).status).toBe(404);
    const { body } = await call('admin', 'dead-letters');
    expect(body['items']).toContainEqual(expect.objectContaining({ deadLetterId: letter, name: 'probe.act' }));
  });

  it('show where a letter failed to operators only', async () => {
    const letter = await dead('stack');
    const expected = { sender: 403, member: 403, admin: 200, stranger: 404, operator: 200, 'limited admin': 404 };
    expect(await statusesOf(`dead-letters/${letter}`)).toEqual(expected);
    expect((await call('admin', `dead-letters/${letter}`)).body['stack']).toBeNull();
    expect((await call('operator', `dead-letters/${letter}`)).body['stack']).toMatch(/This handler has a bug/);
  });

  it('let an admin retry a letter, and say so to whoever is second', async () => {
    const letter = await dead('retried');
    expect((await call('member', `dead-letters/${letter}/retry`, 'POST')).status).toBe(403);
    const first = await call('admin', `dead-letters/${letter}/retry`, 'POST');
    expect([first.status, first.body['state']]).toEqual([200, 'retried']);
    const second = await call('operator', `dead-letters/${letter}/retry`, 'POST');
    expect([second.status, second.code]).toEqual([409, 'dead_letter.resolved']);
  });

  it('need a reason to discard a letter', async () => {
    const letter = await dead('discarded');
    const without = await call('admin', `dead-letters/${letter}/discard`, 'POST', {}, { reason: '  ' });
    expect([without.status, without.code]).toEqual([422, 'request.invalid']);
    const done = await call('admin', `dead-letters/${letter}/discard`, 'POST', {}, { reason: 'Sent by mistake.' });
    expect([done.status, done.body['state']]).toEqual([200, 'discarded']);
    const { body } = await call('admin', `dead-letters/${letter}`);
    expect(body).toMatchObject({ state: 'discarded', resolvedBy: 'user:3', reason: 'Sent by mistake.', actions: [] });
  });

  it('refuse to cancel what has ended', async () => {
    const id = await act('ended');
    const answer = await call('sender', `commands/${id}/cancel`, 'POST');
    expect([answer.status, answer.code]).toEqual([409, 'command.settled']);
    expect((await call('member', `commands/${id}/cancel`, 'POST')).status).toBe(403);
  });

  it('let an admin ask again for an effect that gave up', async () => {
    world.isOutsideBroken = true;
    await kernel.send(new AskOutside({ probeId: 'effects' }), SENDER);
    const effectId = await eventually(async () => {
      const { body } = await call('admin', 'inspector/effects?state=gave_up&module=probe');
      return (
        z.object({ items: z.array(z.object({ effectId: z.string() })).length(1) }).parse(body).items[0]?.effectId ?? ''
      );
    });
    world.isOutsideBroken = false;
    expect((await call('stranger', `inspector/effects/${effectId}/retry`, 'POST')).status).toBe(404);
    const answer = await call('admin', `inspector/effects/${effectId}/retry`, 'POST');
    expect([answer.status, answer.body]).toEqual([200, { effectId, state: 'requested' }]);
  });

  it('tell of queues, processes and schedules', async () => {
    const items = async (path: string) => (await call('operator', `inspector/${path}`)).body['items'];
    expect(await items('queues')).toContainEqual(expect.objectContaining({ module: 'messaging', partition: 0 }));
    expect(await items('processes')).toContainEqual(expect.objectContaining({ kind: 'worker', state: 'live' }));
    await eventually(async () => {
      expect(await items('schedules')).toContainEqual(expect.objectContaining({ key: 'messaging.pruneHistory' }));
    });
  });
});
