import { createServer, type Server } from 'node:http';
import { type EntityHistory, HistoryReader } from '@foundry/messaging';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { Registry } from 'prom-client';
import type { RealtimeSettings } from '../limits.js';
import { RealtimeInstance } from '../realtime-instance.js';
import { RealtimeLog } from '../realtime-log.js';
import { TopicSources } from '../topics/topic-sources.js';
import type { MemoryWorld } from './memory-world.js';
import { TestAuthentication } from './test-authentication.js';
import { ThingsTopic } from './things-topic.js';

export class LogLines extends RealtimeLog {
  readonly lines: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  override info(fields: Record<string, unknown>, message: string): void {
    this.lines.push({ level: 'info', fields, message });
  }
  override warn(fields: Record<string, unknown>, message: string): void {
    this.lines.push({ level: 'warn', fields, message });
  }
  override error(fields: Record<string, unknown>, message: string): void {
    this.lines.push({ level: 'error', fields, message });
  }
}

export class TestHistory extends HistoryReader {
  history: EntityHistory = { commands: [], effects: [] };
  reads = 0;
  override mayRead(): Promise<boolean> {
    return Promise.resolve(true);
  }
  override read(): Promise<EntityHistory> {
    this.reads += 1;
    return Promise.resolve(this.history);
  }
}

export const PUBLIC_URL = 'https://ours.com:8443';

/** One API instance with topics `organization`, `task` and `app` of things, on a real HTTP server. */
export class TestInstance {
  readonly log = new LogLines();
  readonly registry = new Registry();
  readonly authentication = new TestAuthentication();
  readonly history = new TestHistory();
  readonly tasks: ThingsTopic;
  readonly organizations: ThingsTopic;
  readonly #http: Server = createServer((_request, response) => response.writeHead(404).end());
  readonly #instance: RealtimeInstance;

  private constructor(
    readonly world: MemoryWorld,
    settings: Partial<RealtimeSettings>,
  ) {
    const { log, registry, authentication, history } = this;
    const sources = new TopicSources(new DiscoveryService(new ModulesContainer()));
    this.tasks = new ThingsTopic('task', world);
    this.organizations = new ThingsTopic('organization', world);
    sources.add('task', this.tasks);
    sources.add('organization', this.organizations);
    const parts = { sources, authentication, history, registry, log, settings };
    const stream = world.stream();
    const publicUrls = [PUBLIC_URL];
    this.#instance = new RealtimeInstance({ ...parts, stream, topicLog: world, instance: 'api-1', publicUrls });
  }

  static async start(world: MemoryWorld, changed: Partial<RealtimeSettings> = {}): Promise<TestInstance> {
    const settings = { stopGraceMs: 50, reconnectSpreadMs: 50, closeWaitMs: 500, ...changed };
    const instance = new TestInstance(world, settings);
    instance.#instance.start(instance.#http);
    await new Promise<void>((resolve) => instance.#http.listen(0, '127.0.0.1', resolve));
    return instance;
  }

  get openSockets(): number {
    return this.#instance.sockets.size;
  }

  /** Sockets that were closed here, but whose other side has not answered yet. */
  get closingSockets(): number {
    return [...this.#instance.sockets].filter(({ socket }) => !socket.isOpen).length;
  }

  get url(): string {
    const address = this.#http.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
    return `ws://127.0.0.1:${String(address.port)}/v1/realtime`;
  }

  async metric(name: string, labels: Record<string, string> = {}): Promise<number> {
    const values = (await this.registry.getSingleMetric(name)?.get())?.values ?? [];
    const fits = (have: Partial<Record<string, string | number>>): boolean =>
      Object.entries(labels).every(([key, value]) => have[key] === value);
    return values.filter((value) => fits(value.labels)).reduce((sum, { value }) => sum + value, 0);
  }

  /** Tells everybody to go, and ends. */
  async stop(): Promise<void> {
    await this.#instance.stop();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}
