import { REALTIME_CLOSE, REALTIME_PROTOCOL } from '@foundry/messaging/contracts';
import { RealtimeClient } from '@foundry/messaging/realtime-client';
import { APP_SHAPE, type AppState } from './app-topic.js';
import type { HistoryState } from './history-topic.js';
import { LiveStore } from './live-store.js';
import { LiveTopic, type TopicShape } from './live-topic.js';
import { Presence } from './presence.js';
import { organizationShape, type OrganizationState } from './organization-topic.js';
import { SANDBOX_SHAPE, type SandboxState } from './sandbox-topic.js';
import { SESSION_SHAPE, type SessionState } from './session-topic.js';
import { TASK_SHAPE, type TaskState } from './task-topic.js';

/** `lostAt`: since when there is no socket, in milliseconds; null while there is one. */
export interface Connection {
  readonly state: 'connecting' | 'open' | 'waiting' | 'signed_out' | 'broken';
  readonly lostAt: number | null;
}

const clock = {
  after(ms: number, act: () => void): () => void {
    const timer = setTimeout(act, ms);
    return () => {
      clearTimeout(timer);
    };
  },
  random: (): number => Math.random(),
};

/** Each so often it is looked whether the clock jumped, as it does when a laptop slept. */
const LOOK_MS = 2_000;
const SLEPT_MS = 15_000;
/** Each so often an open socket is asked whether it lives: one whose network went away is never closed by itself. */
const BEAT_MS = 20_000;
const BEAT_PATIENCE_MS = 10_000;

/** Calls `wake` after the page stood still, and `beat` each so often otherwise. Returns what ends it. */
function watchClock(wake: () => void, beat: () => void): () => void {
  let [seen, beaten] = [Date.now(), Date.now()];
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - seen > SLEPT_MS) wake();
    else if (now - beaten >= BEAT_MS) {
      beat();
      beaten = now;
    }
    seen = now;
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
  };
}

const address = (): string => `${location.origin.replace(/^http/, 'ws')}/v1/realtime`;

/** Everything live of one signed-in person in one tab: one socket, its topics, and how it stands. */
export class Live {
  readonly connection = new LiveStore<Connection>({ state: 'connecting', lostAt: Date.now() });
  readonly app: LiveTopic<AppState>;
  readonly presence = new Presence((topic, state) => {
    this.#client.present(topic, state);
  });
  readonly #organizations = new Map<string, LiveTopic<OrganizationState>>();
  readonly #tasks = new Map<string, LiveTopic<TaskState>>();
  readonly #sessions = new Map<string, LiveTopic<SessionState>>();
  readonly #sandboxes = new Map<string, LiveTopic<SandboxState>>();
  readonly #histories = new Map<string, LiveTopic<HistoryState>>();
  readonly #client: RealtimeClient;
  readonly #organizationShape: TopicShape<OrganizationState>;

  /** `seed`: what `GET /v1/app` said, so that the first screen does not wait for the socket. */
  constructor(userId: string, seed: AppState) {
    this.#organizationShape = organizationShape(userId);
    this.#client = new RealtimeClient({
      connect: () => new WebSocket(address(), REALTIME_PROTOCOL),
      clock,
      onState: (state, code) => {
        this.#stands(state, code);
      },
      onPresence: (frame) => {
        this.presence.take(frame);
      },
    });
    this.app = new LiveTopic(`app:${userId}`, APP_SHAPE, this.#client, seed);
  }

  organization(id: string): LiveTopic<OrganizationState> {
    return this.#topic(this.#organizations, `organization:${id}`, this.#organizationShape);
  }

  task(id: string): LiveTopic<TaskState> {
    return this.#topic(this.#tasks, `task:${id}`, TASK_SHAPE);
  }

  session(id: string): LiveTopic<SessionState> {
    return this.#topic(this.#sessions, `session:${id}`, SESSION_SHAPE);
  }

  sandbox(id: string): LiveTopic<SandboxState> {
    return this.#topic(this.#sandboxes, `sandbox:${id}`, SANDBOX_SHAPE);
  }

  #topic<S>(topics: Map<string, LiveTopic<S>>, name: string, shape: TopicShape<S>): LiveTopic<S> {
    const known = topics.get(name);
    if (known) return known;
    const topic = new LiveTopic(name, shape, this.#client);
    topics.set(name, topic);
    return topic;
  }

  /** What happens to one entity of a module. Only the inspector knows its shape, so that nobody else fetches it. */
  history(module: string, entityId: string, shape: TopicShape<HistoryState>): LiveTopic<HistoryState> {
    return this.#topic(this.#histories, `history:${module}:${entityId}`, shape);
  }

  /** Opens the socket. Returns what closes it again. */
  readonly start = (): (() => void) => {
    const wake = (): void => {
      if (document.visibilityState === 'visible') this.#client.wake();
    };
    this.#client.connect();
    const stopWatching = watchClock(wake, () => {
      if (document.visibilityState === 'visible') this.#client.probe(BEAT_PATIENCE_MS);
    });
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      stopWatching();
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      this.#client.disconnect();
    };
  };

  /** Tries at once instead of when it is due. */
  readonly retry = (): void => {
    this.#client.connect();
  };

  #stands(state: 'connecting' | 'open' | 'waiting' | 'stopped', code: number | undefined): void {
    if (state !== 'open') this.presence.forget();
    const lostAt = state === 'open' ? null : (this.connection.get().lostAt ?? Date.now());
    const stopped = code === REALTIME_CLOSE.signedOut ? 'signed_out' : 'broken';
    this.connection.set({ state: state === 'stopped' ? stopped : state, lostAt });
  }
}
