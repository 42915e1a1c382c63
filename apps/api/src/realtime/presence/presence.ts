import { type EventStream, Unavailable, type Unsubscribe } from '@foundry/messaging';
import type { RealtimeSettings } from '../limits.js';
import type { RealtimeLog } from '../realtime-log.js';
import { kindOf } from '../topics/topic-name.js';
import type { TopicRooms } from '../topics/topic-rooms.js';
import type { PeopleShown, ShownPerson } from './people-shown.js';
import { type Present, Told } from './present.js';
import { TopicPresence } from './topic-presence.js';
import type { Viewing } from './viewing.js';

/** Topics on which people are shown to each other. */
const KINDS: readonly string[] = ['task', 'session'];

export interface PresenceParts {
  /** A name that no other instance has, as long as it runs. */
  id: string;
  settings: RealtimeSettings;
  viewing: Viewing;
  rooms: TopicRooms;
  stream: EventStream;
  people: PeopleShown;
  log: RealtimeLog;
}

/** Shows who else looks at a task or a session, also on other instances. Held in memory; nothing is stored. */
export class Presence {
  readonly #topics = new Map<string, TopicPresence>();
  /** People who are here; null while it is not known yet who they are, or when nobody knows. */
  readonly #known = new Map<string, ShownPerson | null>();
  #unsubscribe: Unsubscribe = () => undefined;
  #lookedAt = 0;

  constructor(private readonly parts: PresenceParts) {}

  start(): void {
    this.#unsubscribe = this.parts.stream.onPresence(({ topic, body }) => {
      const told = Told.safeParse(body).data;
      if (told && told.instance !== this.parts.id) this.#hear(topic, told);
    });
  }

  stop(): void {
    this.#unsubscribe();
    for (const topic of this.#topics.keys()) this.#tell(topic, [], false);
  }

  /** Somebody here begins to see the topic; the wire brings it already. */
  joined(topic: string): void {
    if (!KINDS.includes(kindOf(topic)) || this.#topics.has(topic)) return;
    this.#of(topic);
    this.#tell(topic, [], true);
  }

  beat(now: number): void {
    // Lists change twice a second at most, so they are put together no oftener than twice as often.
    if (now - this.#lookedAt < this.parts.settings.presenceChangesMs / 2) return;
    this.#lookedAt = now;
    const here = this.#here(now);
    for (const topic of here.keys()) this.#of(topic);
    for (const [topic, presence] of this.#topics) {
      const told = presence.turn(here.get(topic) ?? [], now);
      if (told) this.#tell(topic, told, false);
      const room = this.parts.rooms.find(topic);
      room?.showPresence(presence.frame);
      if (!room && presence.isEmpty) this.#topics.delete(topic);
    }
  }

  #hear(topic: string, { instance, people, asks }: Told): void {
    const presence = this.#topics.get(topic);
    if (asks) presence?.askedFor();
    else presence?.heard(instance, people, Date.now());
  }

  #tell(topic: string, people: readonly Present[], asks: boolean): void {
    this.parts.stream.tellPresence({
      topic,
      body: { instance: this.parts.id, people: [...people], asks } satisfies Told,
    });
  }

  #of(topic: string): TopicPresence {
    const known = this.#topics.get(topic);
    if (known) return known;
    const { presenceChangesMs: changesMs, presenceToldEveryMs: toldEveryMs } = this.parts.settings;
    const presence = new TopicPresence(topic, { changesMs, toldEveryMs });
    this.#topics.set(topic, presence);
    return presence;
  }

  #here(now: number): Map<string, Present[]> {
    const here = new Map<string, Present[]>();
    const seen = new Set<string>();
    for (const [topic, people] of this.parts.viewing.present(now)) {
      if (!KINDS.includes(kindOf(topic))) continue;
      const shown = [...people]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([userId, state]): Present[] => {
          seen.add(userId);
          const person = this.#person(userId);
          return person ? [{ userId, ...person, state }] : [];
        });
      if (shown.length > 0) here.set(topic, shown);
    }
    for (const userId of this.#known.keys()) if (!seen.has(userId)) this.#known.delete(userId);
    return here;
  }

  #person(userId: string): ShownPerson | null {
    const known = this.#known.get(userId);
    if (known !== undefined) return known;
    this.#known.set(userId, null);
    this.parts.people.person(userId).then(
      (person) => {
        if (this.#known.has(userId)) this.#known.set(userId, person);
      },
      (error: unknown) => {
        // Asked again with the next turn.
        this.#known.delete(userId);
        this.parts.log[error instanceof Unavailable ? 'warn' : 'error']({ userId, error }, 'person not looked up');
      },
    );
    return null;
  }
}
