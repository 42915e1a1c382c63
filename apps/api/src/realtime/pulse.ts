import { REALTIME_CLOSE } from '@foundry/messaging/contracts';
import type { RealtimeSettings } from './limits.js';
import type { Presence } from './presence/presence.js';
import type { Viewing } from './presence/viewing.js';
import type { RealtimeLog } from './realtime-log.js';
import type { RealtimeMetrics } from './realtime-metrics.js';
import type { CredentialWatch } from './rights/credential-watch.js';
import type { RightsWatch } from './rights/rights-watch.js';
import type { OpenSocket, OpenSockets } from './sockets/open-sockets.js';

export interface PulseParts {
  settings: RealtimeSettings;
  sockets: OpenSockets;
  rights: RightsWatch;
  credentials: CredentialWatch;
  viewing: Viewing;
  presence: Presence;
  metrics: RealtimeMetrics;
  log: RealtimeLog;
}

const EVERY_MS = 100;
const CARE_EVERY_MS = 1_000;

/** All that happens because time passes: slow readers, heartbeats, viewers, rights and credentials that nobody told about. */
export class Pulse {
  #timer: NodeJS.Timeout | null = null;
  #caredAt = 0;
  #credentialsAt = 0;
  readonly #catchingUp = new WeakSet<OpenSocket>();

  constructor(private readonly parts: PulseParts) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#beat(Date.now());
    }, EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #beat(now: number): void {
    const { sockets, metrics } = this.parts;
    const isCareDue = now - this.#caredAt >= Math.min(CARE_EVERY_MS, this.parts.settings.heartbeatMs);
    let slow = 0;
    for (const open of sockets) {
      const hasRecovered = open.socket.hasRecovered(now);
      if (open.socket.isSlow) slow += 1;
      if (hasRecovered || isCareDue) this.#catchUp(open);
      if (isCareDue) this.#care(open, now);
    }
    metrics.slowSockets.set(slow);
    this.parts.viewing.beat(now);
    this.parts.presence.beat(now);
    if (isCareDue) this.#watch(now);
  }

  #care({ socket, topics }: OpenSocket, now: number): void {
    socket.beat(now);
    if (topics.subscribes === 0 && socket.ageMs > this.parts.settings.firstSubscribeMs) {
      socket.close(REALTIME_CLOSE.notUnderstood, 'No topic was subscribed.');
    }
  }

  #watch(now: number): void {
    const { rights, credentials, sockets, settings, log } = this.parts;
    this.#caredAt = now;
    const fail = (error: unknown): void => {
      log.error({ error }, 'watch over sockets failed');
    };
    rights.sweep(sockets.subscriptions(), now).catch(fail);
    if (now - this.#credentialsAt < settings.credentialsEveryMs) return;
    this.#credentialsAt = now;
    credentials.check().catch(fail);
  }

  #catchUp(open: OpenSocket): void {
    if (this.#catchingUp.has(open) || !open.topics.all.some(({ isBehind }) => isBehind)) return;
    this.#catchingUp.add(open);
    open.topics
      .catchUp()
      .catch((error: unknown) => {
        this.parts.log.warn({ ...open.socket.summary(), error }, 'socket not caught up, will be tried again');
      })
      .finally(() => this.#catchingUp.delete(open));
  }
}
