import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BootError, type Caller, CommandSender, EventStream, HistoryReader, Topic, TopicLog } from '@foundry/messaging';
import { FakeSender } from '@foundry/messaging/testing';
import { LiveTokens } from '@foundry/user/contracts';
import { Global, type INestApplication, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { Authenticates, type Verdict } from '../auth/authenticates.js';
import { RealtimeModule } from './realtime.module.js';
import { MemoryWorld } from './testing/memory-world.js';
import { TestHistory } from './testing/test-instance.js';
import { TestSocket } from './testing/test-socket.js';
import { ThingsTopic } from './testing/things-topic.js';

const world = new MemoryWorld();
const revoked = new Set<string>();

class OneToken extends Authenticates {
  override bearer(token: string): Promise<Verdict> {
    const actor: Caller['actor'] = { kind: 'user', userId: '1', via: 'api_token' };
    const caller = { actor, scopes: 'all' as const, organizationId: null, operator: false };
    return Promise.resolve(token === 'token-1' ? { caller, credentialId: 't1' } : { refused: 'token.invalid' });
  }

  override cookie(): Promise<Verdict> {
    return Promise.resolve({ refused: 'auth.signed_out' });
  }
}

@QueryHandler(LiveTokens)
class LiveTokensQuery implements IQueryHandler<LiveTokens, string[]> {
  execute({ tokenIds }: LiveTokens): Promise<string[]> {
    return Promise.resolve(tokenIds.filter((id) => !revoked.has(id)));
  }
}

@Injectable()
@Topic('task')
class Tasks extends ThingsTopic {
  constructor() {
    super('task', world);
    this.allow('1', '1');
  }
}

@Injectable()
@Topic('task')
class TasksAgain extends Tasks {}

const kernel = [
  { provide: EventStream, useValue: world.stream() },
  { provide: TopicLog, useValue: world },
  { provide: HistoryReader, useClass: TestHistory },
  { provide: CommandSender, useClass: FakeSender },
];

@Global()
@Module({ imports: [CqrsModule.forRoot()], providers: [...kernel, LiveTokensQuery], exports: [...kernel, CqrsModule] })
class KernelModule {}

const create = (...topics: (typeof Tasks)[]): Promise<INestApplication> => {
  const realtime = RealtimeModule.with({
    instance: 'api-1',
    publicUrls: ['http://127.0.0.1:3000'],
    authenticates: { provide: Authenticates, useClass: OneToken },
    log: pino({ level: 'silent' }),
    registry: new Registry(),
  });
  const root = { module: class {}, imports: [KernelModule, realtime], providers: topics };
  return NestFactory.create(root, { logger: false, abortOnError: false });
};

describe('realtime in the API', () => {
  let app: INestApplication;
  let url: string;

  beforeEach(async () => {
    app = await create(Tasks);
    await app.listen(0, '127.0.0.1');
    url = `${(await app.getUrl()).replace('http:', 'ws:')}/v1/realtime`;
  });
  afterEach(() => app.close());

  it('lets in whom REST lets in, and shows the topics that modules provide', async () => {
    const socket = await TestSocket.open(url, '1');
    expect(await socket.subscribe('task:1')).toMatchObject({ op: 'snapshot', data: { things: [] } });
    world.change('task:1', 'a', 'new');
    await socket.next('delta');
    const refused = await TestSocket.try(url, { headers: { Authorization: 'Bearer token-2' } });
    expect(refused).toMatchObject({ status: 401 });
    socket.raw.close();
  });

  it('closes the sockets of a revoked token', async () => {
    const socket = await TestSocket.open(url, '1');
    revoked.add('t1');
    world.event('user.apiTokensChanged', '1', {});
    expect(await socket.closeCode(2_000)).toBe(4001);
    revoked.clear();
  });

  it('does not start with two providers of one topic', async () => {
    const twice = await create(Tasks, TasksAgain);
    await expect(twice.init()).rejects.toThrow(BootError);
  });
});
