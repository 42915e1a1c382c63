import { Unavailable } from '@foundry/messaging';
import type { RefusedCode } from '@foundry/messaging/contracts';
import type { RealtimeLog } from '../realtime-log.js';
import type { RealtimeMetrics } from '../realtime-metrics.js';
import { Subscription } from '../topics/subscription.js';
import type { TopicRooms } from '../topics/topic-rooms.js';
import type { TopicSources } from '../topics/topic-sources.js';
import type { RealtimeSocket } from './realtime-socket.js';

export interface TopicsContext {
  sources: TopicSources;
  rooms: TopicRooms;
  metrics: RealtimeMetrics;
  log: RealtimeLog;
  topicsPerSocket: number;
  /** Told when a subscribe was answered. */
  onAnswered?: (topic: string) => void;
}

interface Ask {
  id: number;
  topic: string;
  since?: number | undefined;
}

/** Subscribes of one topic are answered one after the other; `unsubscribe` voids those that are not answered yet. */
interface Place {
  turn: Promise<void>;
  waiting: number;
  current: Subscription | null;
  voidedUpTo: number;
}

/** The subscriptions of one socket. */
export class SocketTopics {
  readonly #places = new Map<string, Place>();
  #asked = 0;
  #subscribes = 0;

  constructor(
    private readonly socket: RealtimeSocket,
    private readonly context: TopicsContext,
  ) {}

  /** How many subscribes there were, answered or not. */
  get subscribes(): number {
    return this.#subscribes;
  }

  get all(): Subscription[] {
    return [...this.#places.values()].flatMap(({ current }) => (current && !current.isEnded ? [current] : []));
  }

  subscribe(ask: Ask): void {
    this.#subscribes += 1;
    if (!this.context.sources.find(ask.topic)) {
      this.#refuse(ask, 'topic.invalid');
      return;
    }
    this.#forgetEnded();
    const place = this.#places.get(ask.topic);
    if (!place && this.#places.size >= this.context.topicsPerSocket) {
      this.#refuse(ask, 'topic.limit');
      return;
    }
    this.#enter(ask, place ?? { turn: Promise.resolve(), waiting: 0, current: null, voidedUpTo: 0 });
  }

  unsubscribe({ id, topic }: Ask): void {
    const place = this.#places.get(topic);
    if (place) {
      place.voidedUpTo = this.#asked;
      this.#leave(place);
      if (place.waiting === 0) this.#places.delete(topic);
    }
    this.socket.tell({ op: 'unsubscribed', id, topic });
  }

  /** One after the other, as long as the socket keeps up. */
  async catchUp(): Promise<void> {
    for (const subscription of this.all) {
      if (this.socket.isSlow || !this.socket.isOpen) return;
      await subscription.catchUp();
    }
  }

  endAll(): void {
    for (const place of this.#places.values()) {
      place.voidedUpTo = this.#asked;
      this.#leave(place);
    }
    this.#places.clear();
  }

  #enter(ask: Ask, place: Place): void {
    this.#places.set(ask.topic, place);
    this.#asked += 1;
    const number = this.#asked;
    place.waiting += 1;
    place.turn = place.turn.then(async () => {
      try {
        if (number > place.voidedUpTo) await this.#open(ask, place, () => number > place.voidedUpTo);
      } catch (error) {
        this.socket.fail(error);
      } finally {
        place.waiting -= 1;
      }
    });
  }

  async #open(ask: Ask, place: Place, isWanted: () => boolean): Promise<void> {
    this.#leave(place);
    const found = this.context.sources.find(ask.topic);
    if (!found) return;
    const { kind, id: entityId, source } = found;
    const room = this.context.rooms.room(ask.topic);
    const { subscriber } = this.socket.caller;
    const { metrics } = this.context;
    const onEnd = (): void => {
      metrics.subscriptions.dec({ topic: kind });
    };
    const outlet = this.socket;
    const subscription = new Subscription({ kind, entityId, source, subscriber, room, outlet, metrics, onEnd });
    place.current = subscription;
    metrics.subscriptions.inc({ topic: kind });
    room.add(subscription);
    try {
      if (!(await subscription.mayRead())) this.#end(subscription, place, ask, 'not_found');
      else if (isWanted()) {
        await subscription.answer(ask.id, ask.since);
        this.context.onAnswered?.(ask.topic);
      }
    } catch (error) {
      const level = error instanceof Unavailable ? 'warn' : 'error';
      this.context.log[level]({ ...this.socket.summary(), topic: ask.topic, error }, 'topic not read');
      this.#end(subscription, place, ask, 'unavailable');
    }
  }

  #end(subscription: Subscription, place: Place, ask: Ask, code: RefusedCode): void {
    subscription.refuse(ask.id, code);
    if (place.current === subscription) this.#leave(place);
  }

  #leave(place: Place): void {
    place.current?.end();
    place.current = null;
  }

  /** Refused and revoked topics do not count. */
  #forgetEnded(): void {
    for (const [topic, place] of this.#places) {
      if (place.waiting > 0 || (place.current && !place.current.isEnded)) continue;
      this.#leave(place);
      this.#places.delete(topic);
    }
  }

  #refuse({ id, topic }: Ask, code: RefusedCode): void {
    this.socket.tell({ op: 'refused', id, topic: topic.slice(0, 200), code });
  }
}
