import type { CommandMessage, EffectMessage, Envelope } from '../contracts/index.js';
import type { AuditPort } from '../auditing/audit-records.js';
import { Listener } from '../database/listener.js';
import { DeadLetterRecorder } from '../dead-letters/recorder.js';
import { EffectRunner } from '../effects/effect-runner.js';
import { EffectStore } from '../effects/effect-store.js';
import type { RunningAttempt } from '../effects/running-attempt.js';
import { CommandWorker } from '../handling/command-worker.js';
import { PartitionSpread } from '../processes/partition-spread.js';
import { ProcessRegistry, sessionLock } from '../processes/process-registry.js';
import { Leadership } from '../relay/leadership.js';
import { Relay } from '../relay/relay.js';
import type { Consumer } from '../transport/transport.js';
import { COMMAND_SLOTS, type Kernel } from './kernel.js';
import { LeaderDuties } from './leader-duties.js';
import { holdAlone, takeOver } from './sole-process.js';

export interface Handling {
  execute: (command: CommandMessage, envelope: Envelope) => Promise<unknown>;
  perform: (effect: EffectMessage, attempt: RunningAttempt) => Promise<CommandMessage>;
}

const COMMANDS_MS = 10_000;
const EFFECTS_MS = 15_000;
const EFFECT_PREFETCH = 8;

/** A running worker: consumers, effects, relay and schedules, started and stopped in an order that loses nothing. */
export class WorkerRuntime {
  private readonly worker: CommandWorker;
  private readonly effects: EffectRunner;
  private readonly relay: Relay;
  private readonly leadership: Leadership;
  private readonly spread: PartitionSpread;
  private readonly listener: Listener;
  private readonly process: ProcessRegistry;
  private readonly duties: LeaderDuties;
  private readonly letters: DeadLetterRecorder;
  private readonly consumers: Consumer[] = [];
  private alone: { release(): Promise<void> } | null = null;

  constructor(
    private readonly kernel: Kernel,
    handling: Handling,
    audit: AuditPort,
  ) {
    const { commandPool, dataSource, failpoints, id, log, metrics, partitionFor, pool, registry, topology, transport } =
      kernel;
    const common = { registry, transport, partitionFor, failpoints, metrics, log, workerId: id };
    const { execute, perform } = handling;
    this.worker = new CommandWorker({ ...common, pool: commandPool, dataSource, audit, execute, slots: COMMAND_SLOTS });
    this.effects = new EffectRunner({ ...common, store: new EffectStore(pool), perform });
    this.relay = new Relay(pool, transport, failpoints, metrics, log);
    this.leadership = new Leadership(kernel.options.config.DATABASE_URL, log);
    this.listener = new Listener(kernel.options.config.DATABASE_URL, log);
    this.process = new ProcessRegistry(pool, id, 'worker', kernel.options.version, log);
    this.duties = new LeaderDuties(kernel, this.relay);
    this.letters = new DeadLetterRecorder({ transport, database: kernel.database, registry, log });
    const deliver = this.worker.receive.bind(this.worker);
    const { partitions } = topology;
    this.spread = new PartitionSpread({ pool, transport, metrics, log, workerId: id, partitions, deliver });
  }

  get leads(): boolean {
    return this.leadership.leads;
  }

  /** Starts without a broker too. Throws `BootError` when the broker refuses, or stands with another topology. */
  async start(): Promise<void> {
    const { config } = this.kernel.options;
    if (!config.AMQP_URL) this.alone = await holdAlone(config.DATABASE_URL);
    await this.kernel.transport.open('worker');
    if (!config.AMQP_URL) await takeOver(this.kernel.pool);
    this.listener.on('foundry_outbox', () => {
      this.relay.doorbell.ring();
    });
    this.listener.on('foundry_signal', (effectId) => void this.effects.signalled(effectId));
    const { text, values } = sessionLock(this.kernel.id);
    this.listener.atStart(text, values);
    await this.listener.open();
    await this.process.join();
    await this.spread.start();
    for (const module of this.kernel.registry.modules) {
      const receive = this.effects.receive.bind(this.effects);
      this.consumers.push(await this.kernel.transport.consumeEffects(module, EFFECT_PREFETCH, receive));
    }
    await this.letters.start(this.kernel.registry.modules);
    this.leadership.start((term) => this.duties.lead(term));
  }

  /** Finishes what is in hand and hands the rest on. True when nothing had to be cut. */
  async stop(): Promise<boolean> {
    await this.process.drain();
    await this.spread.cancel();
    for (const consumer of this.consumers) await consumer.cancel();
    await this.letters.stop();
    const commands = await this.worker.drain(COMMANDS_MS);
    const effects = await this.effects.drain(EFFECTS_MS);
    await this.leadership.stop();
    await this.listener.close();
    await this.process.leave();
    await this.kernel.transport.close();
    await this.alone?.release();
    return commands && effects;
  }
}
