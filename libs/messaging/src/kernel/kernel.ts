import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { Registry as MetricsRegistry } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { BootError } from '../boot/boot-error.js';
import type { MessagingConfig } from '../config/messaging-config.js';
import { KERNEL_MANIFEST } from '../commands/kernel-manifest.js';
import { openDataSource } from '../database/migrate.js';
import { PooledDatabase } from '../database/pooled-database.js';
import { createPool } from '../database/pool.js';
import { type Failpoints, NoFailpoints } from '../failpoints/failpoints.js';
import type { Log } from '../logging/log.js';
import { Metrics } from '../metrics/metrics.js';
import type { ModuleManifest } from '../registry/manifest.js';
import { Registry } from '../registry/registry.js';
import type { PartitionFor } from '../sending/outgoing-row.js';
import { partitionOf } from '../topology/partition.js';
import { storedPartitions } from '../topology/stored-partitions.js';
import { Topology } from '../topology/topology.js';
import { lookForCollector } from '../tracing/message-span.js';
import { AmqpTransport } from '../transport/amqp/amqp-transport.js';
import type { Transport } from '../transport/transport.js';

export interface KernelOptions {
  config: MessagingConfig;
  role: 'api' | 'worker';
  manifests: readonly ModuleManifest[];
  log: Log;
  version: string;
  /** Shared by API and worker where they are one process. */
  metrics?: Metrics;
  failpoints?: Failpoints;
  /** Ends the process: a broker that was away at the start came, and does not let us in. Absent: it is tried again. */
  fail?: (refusal: BootError) => void;
  /** The wire when `AMQP_URL` is not set: one object, shared by the API and the worker of this process. */
  inProcess?: Transport;
}

/** What both processes stand on: database, wire, and what every module declares. Made before Nest, handed to it. */
export class Kernel {
  readonly id = randomUUID();
  readonly database: PooledDatabase;

  private constructor(
    readonly options: KernelOptions,
    readonly dataSource: DataSource,
    /** Queries, accepts, relay and effects. */
    readonly pool: Pool,
    /** Transactions of commands, with limits on statements and locks. */
    readonly commandPool: Pool,
    readonly registry: Registry,
    readonly topology: Topology,
    readonly transport: Transport,
    readonly metrics: Metrics,
    readonly failpoints: Failpoints,
  ) {
    this.database = new PooledDatabase(pool);
  }

  /** Throws `BootError` with the way out when the database cannot be used or partitions do not fit. */
  static async open(options: KernelOptions): Promise<Kernel> {
    const { config, log } = options;
    lookForCollector();
    const manifests = [KERNEL_MANIFEST, ...options.manifests];
    const product = config.DATABASE_URL;
    const dataSource = await openDataSource({
      urls: { product, owner: config.DATABASE_OWNER_URL ?? product },
      manifests,
      kind: options.role,
      partitions: config.MESSAGING_PARTITIONS,
    });
    const lost = (error: Error) => {
      log.warn({ reason: error.message }, 'an idle database connection was lost');
    };
    const pool = createPool(product, { size: 10, name: `foundry ${options.role}` }, lost);
    const times = { statementMs: 4_000, lockMs: 5_000, idleInTransactionMs: 10_000 };
    const limits = { size: COMMAND_SLOTS, name: 'foundry commands', ...times };
    const commandPool = createPool(product, limits, lost);
    const registry = new Registry(manifests);
    const partitions = await storedPartitions(pool, registry.modules, config.MESSAGING_PARTITIONS);
    const topology = new Topology(config.AMQP_PREFIX, partitions);
    const transport = config.AMQP_URL
      ? new AmqpTransport(config.AMQP_URL, topology, log, options.fail)
      : options.inProcess;
    if (!transport) throw new TypeError('Without AMQP_URL the process hands in its own wire.');
    const metrics = options.metrics ?? new Metrics(new MetricsRegistry());
    const failpoints = options.failpoints ?? new NoFailpoints();
    return new Kernel(options, dataSource, pool, commandPool, registry, topology, transport, metrics, failpoints);
  }

  readonly partitionFor: PartitionFor = (module, entityId) =>
    partitionOf(entityId, this.topology.partitions.get(module) ?? 1);

  get log(): Log {
    return this.options.log;
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.commandPool.end();
    await this.pool.end();
  }
}

/** Transactions of commands under way at once in one worker. */
export const COMMAND_SLOTS = 4;
