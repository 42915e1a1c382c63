import { randomBytes } from 'node:crypto';
import {
  ApiRuntime,
  AuditPort,
  CommandServer,
  EventStream,
  FramesOf,
  Handler,
  Kernel,
  MessagingApiModule,
  MessagingConfig,
  MessagingWorkerModule,
  Rejection,
  type ShowsFrames,
  type ShowsTopic,
  silent,
  TopicLog,
  type Tx,
} from '@foundry/messaging';
import { command, event, type Frame } from '@foundry/messaging/contracts';
import { type INestApplication, type INestApplicationContext, Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandHandler } from '@nestjs/cqrs';
import { connect } from 'amqplib';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { TestInstance } from '../../apps/api/src/realtime/testing/test-instance.js';

const SERVER = process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const BROKER = process.env['AMQP_URL'] ?? 'amqp://guest:guest@127.0.0.1:5672';

const Total = z.object({ total: z.number() });

export class Add extends command({
  name: 'counter.add',
  entity: 'counterId',
  payload: z.object({ counterId: z.string(), n: z.number() }),
  audit: { none: 'progress' },
}) {}

class Added extends event({
  name: 'counter.added',
  entity: 'counterId',
  payload: z.object({ counterId: z.string(), total: z.number() }),
}) {}

class MayNotBeNegative extends Rejection {
  constructor() {
    super('counter.negative', 'conflict', 'A counter never counts down; add something.');
  }
}

@CommandHandler(Add)
class AddHandler extends Handler<Add> {
  async handle({ payload: { counterId, n } }: Add, tx: Tx): Promise<null> {
    if (n < 0) throw new MayNotBeNegative();
    const rows = await tx.sql`insert into counter (id, total) values (${counterId}, ${n})
      on conflict (id) do update set total = counter.total + ${n} returning total`;
    tx.emit(new Added({ counterId, total: Total.array().parse(rows)[0]?.total ?? 0 }));
    return null;
  }
}

@Injectable()
@FramesOf(Added)
class AddedFrames implements ShowsFrames<Added> {
  frames({ payload: { counterId, total } }: Added): Frame[] {
    return [{ topic: `counter:${counterId}`, type: 'counter', data: { id: counterId, total } }];
  }
}

class CreateCounter1790000000002 implements MigrationInterface {
  up(runner: QueryRunner): Promise<unknown> {
    return runner.query('create table counter (id text primary key, total int not null)');
  }
  down(runner: QueryRunner): Promise<unknown> {
    return runner.query('drop table counter');
  }
}

const manifest = {
  name: 'counter',
  entities: [],
  migrations: [CreateCounter1790000000002],
  commands: [Add],
  events: [Added],
  effects: [],
};

@Module({ providers: [AddHandler, AddedFrames] })
class CounterModule {
  static readonly manifest = manifest;
}

class NoAudit extends AuditPort {
  append(): never {
    throw new Error('Counters are not audited.');
  }
}

const counters = (pool: pg.Pool): ShowsTopic => ({
  idPattern: /^[a-z]+$/,
  mayRead: () => Promise.resolve(true),
  snapshot: async (_subscriber, id) => {
    const { rows } = await pool.query<Record<string, unknown>>('select id, total from counter where id = $1', [id]);
    return rows[0];
  },
});

/** A database, a broker's queues, one worker that counts, and several API instances, all real. */
export class CountersInstallation {
  readonly instances: TestInstance[] = [];
  readonly #kernels: Kernel[] = [];
  readonly #runtimes: ApiRuntime[] = [];
  readonly #contexts: INestApplicationContext[] = [];
  readonly #pool: pg.Pool;
  #worker: INestApplication | null = null;

  private constructor(
    private readonly name: string,
    url: string,
    private readonly config: MessagingConfig,
  ) {
    this.#pool = new pg.Pool({ connectionString: url });
    // A connection that is still on its way out when the database is dropped hears of it.
    this.#pool.on('error', () => undefined);
  }

  static async start(instances: number): Promise<CountersInstallation> {
    const name = `realtime_${randomBytes(6).toString('hex')}`;
    await onServer(`create database ${name}`);
    const url = new URL(SERVER);
    url.pathname = `/${name}`;
    const AMQP_PREFIX = name.replace('_', '-');
    const config = MessagingConfig.parse({ DATABASE_URL: url.href, AMQP_URL: BROKER, AMQP_PREFIX });
    const installation = new CountersInstallation(name, url.href, config);
    await installation.#startWorker();
    for (let index = 0; index < instances; index += 1) await installation.#startInstance();
    return installation;
  }

  async add(counterId: string, n: number): Promise<void> {
    const actor = { kind: 'user' as const, userId: '1', via: 'session' as const };
    const requested = await this.#first.sender.request(new Add({ counterId, n }), { actor }, 10_000);
    if (requested.state !== 'settled') throw new Error('The command was not settled in time.');
  }

  async send(add: Add, userId: string): Promise<string> {
    const [accepted] = await this.#first.sender.send([add], { actor: { kind: 'user', userId, via: 'session' } });
    if (!accepted) throw new Error('The command was not accepted.');
    return accepted.commandId;
  }

  /** Stores a delta as an effect does, and puts it on the wire around the outbox, or loses it there. */
  async stream(topic: string, version: number, { isLost }: { isLost: boolean }): Promise<void> {
    const data = { id: topic, total: version };
    await this.#pool.query(
      `insert into messaging.topic (topic, version) values ($1, $2) on conflict (topic) do update set version = $2`,
      [topic, version],
    );
    await this.#pool.query(
      `insert into messaging.topic_delta (topic, version, type, data) values ($1, $2, 'counter', $3)`,
      [topic, version, data],
    );
    if (isLost) return;
    this.#kernels[0]?.transport.broadcast({
      kind: 'deltas',
      topic,
      deltas: [{ topic, version, type: 'counter', data }],
    });
  }

  async stop(): Promise<void> {
    for (const instance of this.instances) await instance.stop();
    for (const context of this.#contexts) await context.close();
    await this.#worker?.close();
    await this.#leaveBroker();
    await this.#kernels[0]?.close();
    await this.#pool.end();
    await onServer(`drop database ${this.name} with (force)`);
  }

  /** Durable queues would stay for ever. */
  async #leaveBroker(): Promise<void> {
    const topology = this.#kernels[0]?.topology;
    const connection = await connect(BROKER);
    const channel = await connection.createChannel();
    for (const { name } of topology?.queues() ?? []) await channel.deleteQueue(name);
    for (const { name } of topology?.exchanges() ?? []) await channel.deleteExchange(name);
    await connection.close();
  }

  get #first(): ApiRuntime {
    const [runtime] = this.#runtimes;
    if (!runtime) throw new Error('There is no API instance.');
    return runtime;
  }

  async #startWorker(): Promise<void> {
    const kernel = await this.#kernel('worker');
    const imports = [MessagingWorkerModule.with(kernel, new NoAudit()), CounterModule];
    const worker = await NestFactory.create({ module: class {}, imports }, { logger: ['error'], abortOnError: false });
    worker.connectMicroservice({ strategy: worker.get(CommandServer) });
    await worker.init();
    await worker.startAllMicroservices();
    this.#worker = worker;
  }

  async #startInstance(): Promise<void> {
    const kernel = await this.#kernel('api');
    const runtime = new ApiRuntime(kernel);
    await runtime.start();
    const imports = [MessagingApiModule.with(kernel, runtime)];
    const context = await NestFactory.createApplicationContext({ module: class {}, imports }, { logger: ['error'] });
    const [stream, topicLog] = [context.get(EventStream), context.get(TopicLog)];
    this.#runtimes.push(runtime);
    this.#contexts.push(context);
    const shown = counters(this.#pool);
    this.instances.push(await TestInstance.on({ stream, topicLog, topics: { counter: shown, task: shown } }));
  }

  async #kernel(role: 'api' | 'worker'): Promise<Kernel> {
    const kernel = await Kernel.open({ config: this.config, role, manifests: [manifest], log: silent, version: '0' });
    this.#kernels.push(kernel);
    return kernel;
  }
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(SERVER);
  await client.connect();
  await client.query(statement);
  await client.end();
}
