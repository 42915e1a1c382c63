import { REALTIME_CLOSE, REALTIME_PROTOCOL } from '@foundry/messaging/contracts';
import { RealtimeClient } from '@foundry/messaging/realtime-client';
import { APP_SHAPE, type AppState } from './app-topic.js';
import { LiveStore } from './live-store.js';
import { LiveTopic } from './live-topic.js';
import { ORGANIZATION_SHAPE, type OrganizationState } from './organization-topic.js';

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

const address = (): string => `${location.origin.replace(/^http/, 'ws')}/v1/realtime`;

/** Everything live of one signed-in person in one tab: one socket, its topics, and how it stands. */
export class Live {
  readonly connection = new LiveStore<Connection>({ state: 'connecting', lostAt: Date.now() });
  readonly app: LiveTopic<AppState>;
  readonly #organizations = new Map<string, LiveTopic<OrganizationState>>();
  readonly #client: RealtimeClient;

  /** `seed`: what `GET /v1/app` said, so that the first screen does not wait for the socket. */
  constructor(userId: string, seed: AppState) {
    this.#client = new RealtimeClient({
      connect: () => new WebSocket(address(), REALTIME_PROTOCOL),
      clock,
      onState: (state, code) => {
        this.#stands(state, code);
      },
    });
    this.app = new LiveTopic(`app:${userId}`, APP_SHAPE, this.#client, seed);
  }

  organization(id: string): LiveTopic<OrganizationState> {
    const known = this.#organizations.get(id);
    if (known) return known;
    const topic = new LiveTopic(`organization:${id}`, ORGANIZATION_SHAPE, this.#client);
    this.#organizations.set(id, topic);
    return topic;
  }

  /** Opens the socket. Returns what closes it again. */
  readonly start = (): (() => void) => {
    const wake = (): void => {
      if (document.visibilityState === 'visible') this.#client.wake();
    };
    this.#client.connect();
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
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
    const lostAt = state === 'open' ? null : (this.connection.get().lostAt ?? Date.now());
    const stopped = code === REALTIME_CLOSE.signedOut ? 'signed_out' : 'broken';
    this.connection.set({ state: state === 'stopped' ? stopped : state, lostAt });
  }
}
