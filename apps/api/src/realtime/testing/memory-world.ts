import { randomUUID } from 'node:crypto';
import { EventStream, type PresenceNote, type SettledOutcome, TopicLog, type Unsubscribe } from '@foundry/messaging';
import type { Delta, Envelope } from '@foundry/messaging/contracts';

type Listeners<T> = Set<(value: T) => void>;

function listen<T>(listeners: Listeners<T>, listener: (value: T) => void): Unsubscribe {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The wire of one instance, in memory. */
export class MemoryStream extends EventStream {
  readonly events: Listeners<Envelope> = new Set();
  readonly deltas: Listeners<Delta> = new Set();
  readonly outcomes: Listeners<SettledOutcome> = new Set();
  readonly gaps: Listeners<void> = new Set();
  readonly notes: Listeners<PresenceNote> = new Set();
  readonly followed = new Set<string>();

  constructor(private readonly world: MemoryWorld) {
    super();
  }

  override onEvent(listener: (event: Envelope) => void): Unsubscribe {
    return listen(this.events, listener);
  }
  override onDelta(listener: (delta: Delta) => void): Unsubscribe {
    return listen(this.deltas, listener);
  }
  override onOutcome(listener: (outcome: SettledOutcome) => void): Unsubscribe {
    return listen(this.outcomes, listener);
  }
  override onGap(listener: () => void): Unsubscribe {
    return listen(this.gaps, listener);
  }
  override onPresence(listener: (note: PresenceNote) => void): Unsubscribe {
    return listen(this.notes, listener);
  }
  override tellPresence(note: PresenceNote): void {
    for (const { notes, followed } of this.world.streams) {
      if (followed.has(note.topic)) for (const listener of notes) listener(note);
    }
  }
  override follow(topic: string): Promise<void> {
    this.followed.add(topic);
    return Promise.resolve();
  }
  override unfollow(topic: string): Promise<void> {
    this.followed.delete(topic);
    return Promise.resolve();
  }
}

export interface Thing {
  id: string;
  version: number;
  text: string;
}

/** What the database would hold: things of topics, versions and kept deltas. `publish` is the wire; tests choose. */
export class MemoryWorld extends TopicLog {
  readonly streams: MemoryStream[] = [];
  readonly #heads = new Map<string, number>();
  readonly #deltas = new Map<string, Delta[]>();
  readonly #things = new Map<string, Map<string, Thing>>();
  /** Runs in every read, so that tests can make storage slow or absent. */
  beforeRead: () => Promise<void> = () => Promise.resolve();

  stream(): MemoryStream {
    const stream = new MemoryStream(this);
    this.streams.push(stream);
    return stream;
  }

  override async versions(topics: readonly string[]): Promise<Map<string, number>> {
    await this.beforeRead();
    return new Map(topics.map((topic) => [topic, this.#heads.get(topic) ?? 0]));
  }

  override async since(topic: string, since: number): Promise<Delta[] | null> {
    await this.beforeRead();
    const kept = this.#deltas.get(topic) ?? [];
    const first = kept[0]?.version ?? (this.#heads.get(topic) ?? 0) + 1;
    const above = kept.filter(({ version }) => version > since);
    return first > since + 1 || above.length > 2_000 ? null : above;
  }

  things(topic: string): Thing[] {
    return [...(this.#things.get(topic)?.values() ?? [])].map((thing) => ({ ...thing }));
  }

  /** Changes one thing and keeps the delta; nothing is on the wire yet. */
  commit(topic: string, id: string, text: string, type = 'thing'): Delta {
    const things = this.#things.get(topic) ?? new Map<string, Thing>();
    this.#things.set(topic, things);
    const thing = { id, version: (things.get(id)?.version ?? 0) + 1, text };
    things.set(id, thing);
    const version = (this.#heads.get(topic) ?? 0) + 1;
    this.#heads.set(topic, version);
    const delta = { topic, type, version, data: thing };
    this.#deltas.set(topic, [...(this.#deltas.get(topic) ?? []), delta]);
    return delta;
  }

  /** Deletes all kept deltas of a topic, as pruning does. */
  prune(topic: string): void {
    this.#deltas.set(topic, []);
  }

  /** An older backup of the database was restored. */
  restore(topic: string, head: number, things: Thing[]): void {
    this.#heads.set(topic, head);
    this.#deltas.set(topic, []);
    this.#things.set(topic, new Map(things.map((thing) => [thing.id, thing])));
  }

  /** Puts deltas on the wire as one event, to every instance. */
  publish(...frames: Delta[]): void {
    this.event('test.changed', 'x', {}, frames);
  }

  event(name: string, entityId: string, payload: Record<string, unknown>, frames: Delta[] = []): void {
    const event: Envelope = {
      id: randomUUID(),
      kind: 'event',
      name,
      v: 1,
      entityId,
      organizationId: null,
      payload,
      actor: { kind: 'system', module: 'test' },
      correlationId: randomUUID(),
      causationId: null,
      hop: 0,
      seq: '1',
      deadline: null,
      replyTo: null,
      traceparent: null,
      acceptedAt: new Date().toISOString(),
      frames,
    };
    for (const stream of this.streams) for (const listener of stream.events) listener(event);
  }

  /** Puts one delta on the wire around the outbox. */
  streamDelta(delta: Delta): void {
    for (const { deltas, followed } of this.streams) {
      if (followed.has(delta.topic)) for (const listener of deltas) listener(delta);
    }
  }

  settle(outcome: SettledOutcome): void {
    for (const { outcomes } of this.streams) for (const listener of outcomes) listener(outcome);
  }

  gap(): void {
    for (const { gaps } of this.streams) for (const listener of gaps) listener();
  }

  change(topic: string, id: string, text: string): void {
    this.publish(this.commit(topic, id, text));
  }
}
