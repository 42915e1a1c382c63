import pg from 'pg';
import type { CommandMessage } from '../../contracts/index.js';
import { type SqlRunner, statement } from '../../database/sql.js';
import { Topology } from '../../topology/topology.js';
import type { Arming } from '../failpoints/armed-failpoints.js';
import { Facts } from '../facts/facts.js';
import { OwnDatabase } from '../rows/own-database.js';
import { OwnBroker } from './own-broker.js';
import { type Exit, TestProcess } from './test-process.js';

export type WireKind = 'amqp' | 'in-process';

export interface SystemOptions {
  wire: WireKind;
  /** On the in-process wire there is one process, API and worker in one. */
  workers?: number;
  partitions?: number;
}

export interface WorkerOptions {
  failpoints?: readonly Arming[];
  release?: 'old' | 'new';
  amqpUrl?: string;
  databaseUrl?: string;
}

/** Partitions of the journal in a `TestSystem`. */
const PARTITIONS = 8;

/**
 * An API and workers as real processes with a database and a topology of their own:
 *
 *     const system = await TestSystem.start({ wire: 'amqp', workers: 2 });
 *     const id = await system.send(new AppendEntry({ journalId: 'a', n: 1 }));
 *     await system.facts.expectCommand(id).toBe('handled');
 *     await system.stop();
 */
export class TestSystem {
  readonly workers: TestProcess[] = [];
  readonly facts: Facts;
  readonly sql: SqlRunner;
  private front: TestProcess | null = null;
  private readonly pool: pg.Pool;

  private constructor(
    readonly options: SystemOptions,
    private readonly own: OwnDatabase,
    readonly broker: OwnBroker | null,
  ) {
    this.pool = new pg.Pool({ connectionString: own.url, max: 8 });
    // Tests that cut the database off lose idle connections too.
    this.pool.on('error', () => undefined);
    this.sql = async (query, ...values) => {
      const { rows } = await this.pool.query<Record<string, unknown>>(statement(query, values));
      return rows;
    };
    this.facts = new Facts(this.sql);
  }

  static async start(options: SystemOptions): Promise<TestSystem> {
    const own = await OwnDatabase.create();
    const partitions = new Map([
      ['journal', options.partitions ?? PARTITIONS],
      ['messaging', 1],
    ]);
    const broker = options.wire === 'amqp' ? new OwnBroker(own.name, (name) => new Topology(name, partitions)) : null;
    const system = new TestSystem(options, own, broker);
    const first = await system.addWorker();
    system.front = options.wire === 'amqp' ? await system.newApi() : first;
    const more = options.wire === 'amqp' ? (options.workers ?? 1) - 1 : 0;
    await Promise.all(Array.from({ length: more }, () => system.addWorker()));
    return system;
  }

  get databaseUrl(): string {
    return this.own.url;
  }

  /** The process that accepts commands. */
  get api(): TestProcess {
    if (!this.front?.alive) throw new Error('No process accepts commands; start one.');
    return this.front;
  }

  /** The only worker, or the first one alive. */
  get worker(): TestProcess {
    const alive = this.workers.find((worker) => worker.alive);
    if (!alive) throw new Error('No worker is alive.');
    return alive;
  }

  /** Starts a worker and waits until it runs. On the in-process wire it is the API as well. */
  async addWorker(options: WorkerOptions = {}): Promise<TestProcess> {
    const role = this.options.wire === 'amqp' ? 'worker' : 'alone';
    const worker = new TestProcess(role, this.environment(options));
    this.workers.push(worker);
    await worker.ready();
    if (role === 'alone') this.front = worker;
    return worker;
  }

  async newApi(options: WorkerOptions = {}): Promise<TestProcess> {
    this.front = await new TestProcess('api', this.environment(options)).ready();
    return this.front;
  }

  send(command: CommandMessage): Promise<string> {
    return this.api.send(command);
  }

  request(command: CommandMessage, timeoutMs?: number) {
    return this.api.request(command, timeoutMs);
  }

  /** Sends, and waits for `handled`. Returns the id. */
  async handle(command: CommandMessage): Promise<string> {
    const id = await this.send(command);
    await this.facts.expectCommand(id).toBe('handled');
    return id;
  }

  /** The worker that handled it, by the registry of processes. */
  async pidOf(workerId: string | null): Promise<number | null> {
    const rows = await this.pool.query<{ pid: number }>('select pid from messaging.process where id = $1', [workerId]);
    return rows.rows[0]?.pid ?? null;
  }

  /** Ends every process, and removes database and topology. Returns how the processes ended. */
  async stop(): Promise<Exit[]> {
    const processes = [...(this.front ? [this.front] : []), ...this.workers.filter((worker) => worker !== this.front)];
    const exits = await Promise.all(
      processes.map(async (process) => {
        process.resume();
        await process.kill9();
        return process.exited;
      }),
    );
    await this.broker?.clear();
    await this.pool.end();
    await this.own.drop();
    return exits;
  }

  private environment({ failpoints = [], release = 'old', amqpUrl, databaseUrl }: WorkerOptions) {
    return {
      DATABASE_URL: databaseUrl ?? this.own.url,
      MESSAGING_PARTITIONS: String(this.options.partitions ?? PARTITIONS),
      AMQP_URL: this.broker ? (amqpUrl ?? this.broker.url) : '',
      AMQP_PREFIX: this.broker?.prefix ?? 'foundry',
      FAILPOINTS: JSON.stringify(failpoints),
      JOURNAL_RELEASE: release,
    };
  }
}
