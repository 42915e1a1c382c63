import { createServer, type Server } from 'node:http';
import {
  type CommandSender,
  type EntityHistory,
  type EventStream,
  HistoryReader,
  type ShowsTopic,
  type TopicLog,
} from '@foundry/messaging';
import { FakeSender } from '@foundry/messaging/testing';
import { DiscoveryService, ModulesContainer } from '@nestjs/core';
import { Registry } from 'prom-client';
import type { RealtimeSettings } from '../limits.js';
import { PeopleShown, type ShownPerson } from '../presence/people-shown.js';
import { ViewerFollowers } from '../presence/viewer-followers.js';
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
  /** `<module>:<entityId>` of each read. */
  readonly reads: string[] = [];
  override mayRead(): Promise<boolean> {
    return Promise.resolve(true);
  }
  override read(module: string, entityId: string): Promise<EntityHistory> {
    this.reads.push(`${module}:${entityId}`);
    return Promise.resolve(this.history);
  }
}

/** Everybody is there, and called by their number. */
export class TestPeople extends PeopleShown {
  override person(userId: string): Promise<ShownPerson> {
    return Promise.resolve({ login: `user-${userId}`, avatarUrl: null });
  }
}

export const PUBLIC_URL = 'https://ours.com:8443';

const QUICK_TO_STOP = { stopGraceMs: 50, reconnectSpreadMs: 50, closeWaitMs: 500 };

export interface Standing {
  stream: EventStream;
  topicLog: TopicLog;
  topics: Record<string, ShowsTopic>;
  /** Sends what follows from looking at something. Default: one that takes everything. */
  sender?: CommandSender;
}

/** Realtime of one API process on a real HTTP server. */
export class TestInstance {
  readonly log = new LogLines();
  readonly registry = new Registry();
  readonly authentication = new TestAuthentication();
  readonly history = new TestHistory();
  readonly followers = new ViewerFollowers(new DiscoveryService(new ModulesContainer()));
  readonly #http: Server = createServer((_request, response) => response.writeHead(404).end());
  readonly #instance: RealtimeInstance;

  protected constructor(
    { stream, topicLog, topics, sender = new FakeSender() }: Standing,
    changed: Partial<RealtimeSettings>,
  ) {
    const { log, registry, authentication, history, followers } = this;
    const sources = new TopicSources(new DiscoveryService(new ModulesContainer()));
    for (const [kind, source] of Object.entries(topics)) sources.add(kind, source);
    const settings = { ...QUICK_TO_STOP, ...changed };
    const shown = { stream, topicLog, sources, history, followers, sender, people: new TestPeople() };
    const parts = { ...shown, authentication, registry, log, settings };
    this.#instance = new RealtimeInstance({ ...parts, instance: 'api-1', publicUrls: [PUBLIC_URL] });
  }

  static async on(standing: Standing, changed: Partial<RealtimeSettings> = {}): Promise<TestInstance> {
    return new TestInstance(standing, changed).listen();
  }

  protected async listen(): Promise<this> {
    this.#instance.start(this.#http);
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get openSockets(): number {
    return this.#instance.sockets.size;
  }

  /** How many topics are looked at. */
  get viewers(): number {
    return this.#instance.viewing.size;
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

/** The same in a memory world, with topics `organization` and `task` of things. */
export class MemoryInstance extends TestInstance {
  private constructor(
    readonly tasks: ThingsTopic,
    readonly organizations: ThingsTopic,
    world: MemoryWorld,
    changed: Partial<RealtimeSettings>,
    sender: CommandSender,
  ) {
    const topics = { task: tasks, organization: organizations };
    super({ stream: world.stream(), topicLog: world, topics, sender }, changed);
  }

  static start(
    world: MemoryWorld,
    changed: Partial<RealtimeSettings> = {},
    sender: CommandSender = new FakeSender(),
  ): Promise<MemoryInstance> {
    const [tasks, organizations] = [new ThingsTopic('task', world), new ThingsTopic('organization', world)];
    return new MemoryInstance(tasks, organizations, world, changed, sender).listen();
  }
}
