import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { CommandSender, EventStream, HistoryReader, TopicLog } from '@foundry/messaging';
import { REALTIME_CLOSE } from '@foundry/messaging/contracts';
import type { Registry } from 'prom-client';
import { HistoryFeed } from './history/history-feed.js';
import { HistoryTopic } from './history/history-topic.js';
import { REALTIME_SETTINGS, type RealtimeSettings } from './limits.js';
import type { AuthenticatesSocket } from './opening/authenticates-socket.js';
import { allowedOrigins } from './opening/origin.js';
import type { PeopleShown } from './presence/people-shown.js';
import { Presence } from './presence/presence.js';
import { Viewing } from './presence/viewing.js';
import type { ViewerFollowers } from './presence/viewer-followers.js';
import { Pulse } from './pulse.js';
import type { RealtimeLog } from './realtime-log.js';
import { RealtimeMetrics } from './realtime-metrics.js';
import { RealtimeServer } from './realtime-server.js';
import { CredentialWatch } from './rights/credential-watch.js';
import { RightsWatch } from './rights/rights-watch.js';
import { OpenSockets } from './sockets/open-sockets.js';
import { StreamListener } from './stream-listener.js';
import { Change } from './topics/change.js';
import { StoredFeed } from './topics/stored-feed.js';
import { TopicRooms } from './topics/topic-rooms.js';
import type { TopicSources } from './topics/topic-sources.js';

export interface RealtimeParts {
  instance: string;
  /** `PUBLIC_URL`, and whatever else pages of ours are served from. */
  publicUrls: readonly string[];
  stream: EventStream;
  topicLog: TopicLog;
  sources: TopicSources;
  authentication: AuthenticatesSocket;
  history: HistoryReader;
  followers: ViewerFollowers;
  people: PeopleShown;
  /** Sends what follows from looking at something, in the name of who looks. */
  sender: CommandSender;
  registry: Registry;
  log: RealtimeLog;
  settings?: Partial<RealtimeSettings>;
}

const LOOK_EVERY_MS = 50;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything of realtime that one API process has, put together; it shares nothing but Postgres and the broker. */
export class RealtimeInstance {
  readonly sockets = new OpenSockets();
  readonly viewing: Viewing;
  readonly #settings: RealtimeSettings;
  readonly #server: RealtimeServer;
  readonly #listener: StreamListener;
  readonly #pulse: Pulse;
  readonly #presence: Presence;

  constructor({ stream, topicLog, sources, authentication, history, registry, log, ...parts }: RealtimeParts) {
    const settings = { ...REALTIME_SETTINGS, ...parts.settings };
    const metrics = new RealtimeMetrics(registry);
    const { sockets } = this;
    const historyFeed = new HistoryFeed(history, settings.historyEveryMs, log, (delta) => {
      rooms.find(delta.topic)?.take(new Change(delta), false);
    });
    sources.add('history', new HistoryTopic(history, historyFeed));
    const feeds = new Map([['history', historyFeed]]);
    const rooms = new TopicRooms(new StoredFeed(stream, topicLog), feeds, { settings, metrics, log });
    const rights = new RightsWatch(settings, log);
    const credentials = new CredentialWatch(sockets, authentication, log);
    const origins = allowedOrigins(parts.publicUrls);
    const { instance } = parts;
    this.#settings = settings;
    const { followers, sender, people } = parts;
    const viewing = new Viewing({ settings, sources, followers, sender, log });
    this.viewing = viewing;
    const presence = new Presence({ id: randomUUID(), settings, viewing, rooms, stream, people, log });
    this.#presence = presence;
    const onAnswered = (topic: string): void => {
      presence.joined(topic);
    };
    const topics = { sources, rooms, metrics, log, topicsPerSocket: settings.topicsPerSocket, onAnswered };
    const door = { instance, origins, settings, authentication, sockets, topics, metrics, log, viewing };
    this.#server = new RealtimeServer(door);
    this.#listener = new StreamListener({ stream, rooms, sockets, rights, credentials, log });
    this.#pulse = new Pulse({ settings, sockets, rights, credentials, viewing, presence, metrics, log });
  }

  start(http: Server): void {
    this.#listener.start();
    this.#presence.start();
    this.#pulse.start();
    this.#server.attach(http);
  }

  /** Sends everybody elsewhere, spread over time, and closes what is still here after the grace. */
  async stop(): Promise<void> {
    this.#server.stopAccepting();
    for (const { socket } of this.sockets) {
      const afterMs = Math.floor(Math.random() * this.#settings.reconnectSpreadMs);
      socket.tell({ op: 'notice', kind: 'reconnect', afterMs });
    }
    await this.#untilEmpty(this.#settings.stopGraceMs);
    for (const { socket } of this.sockets) socket.close(REALTIME_CLOSE.stopping, 'The instance stops.');
    await this.#untilEmpty(this.#settings.closeWaitMs + LOOK_EVERY_MS);
    this.#pulse.stop();
    this.#presence.stop();
    this.#listener.stop();
    this.#server.close();
  }

  async #untilEmpty(withinMs: number): Promise<void> {
    const until = Date.now() + withinMs;
    while (this.sockets.size > 0 && Date.now() < until) await pause(LOOK_EVERY_MS);
  }
}
