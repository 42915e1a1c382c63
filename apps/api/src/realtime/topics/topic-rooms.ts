import type { Envelope } from '@foundry/messaging/contracts';
import { Change } from './change.js';
import { kindOf } from './topic-name.js';
import type { TopicFeed } from './topic-feed.js';
import { type RoomContext, TopicRoom } from './topic-room.js';

const COMPARED_AT_ONCE = 500;

/** The topics that somebody on this instance holds. Deltas of all others are dropped here. */
export class TopicRooms {
  readonly #rooms = new Map<string, TopicRoom>();
  readonly #closing = new Map<string, Promise<void>>();

  constructor(
    private readonly stored: TopicFeed,
    /** Feeds of kinds for which nothing is stored. */
    private readonly special: ReadonlyMap<string, TopicFeed>,
    private readonly context: RoomContext,
  ) {}

  get size(): number {
    return this.#rooms.size;
  }

  /** The room of a topic; it closes itself when its last listener leaves. */
  room(topic: string): TopicRoom {
    const known = this.#rooms.get(topic);
    if (known) return known;
    const ready = this.#closing.get(topic);
    const room = new TopicRoom(
      topic,
      this.#feedOf(topic),
      this.context,
      (empty) => {
        this.#close(empty);
      },
      ready,
    );
    this.#rooms.set(topic, room);
    return room;
  }

  find(topic: string): TopicRoom | undefined {
    return this.#rooms.get(topic);
  }

  takeEvent({ frames, acceptedAt }: Envelope): void {
    for (const delta of frames ?? []) this.find(delta.topic)?.take(new Change(delta, Date.parse(acceptedAt)), false);
  }

  /** The wire was away: whoever is behind the stored version gets what is missing. */
  async compareAll(): Promise<void> {
    const stored = [...this.#rooms.keys()].filter((topic) => !this.special.has(kindOf(topic)));
    for (let start = 0; start < stored.length; start += COMPARED_AT_ONCE) {
      const topics = stored.slice(start, start + COMPARED_AT_ONCE);
      const versions = await this.stored.versions(topics);
      await Promise.all(
        topics.map(async (topic) => {
          const room = this.find(topic);
          await room?.follow();
          await room?.compare(versions.get(topic) ?? 0);
        }),
      );
    }
  }

  #close(room: TopicRoom): void {
    const { topic } = room;
    this.#rooms.delete(topic);
    const closing = room
      .close()
      .catch((error: unknown) => {
        this.context.log.error({ topic, error }, 'topic not unfollowed');
      })
      .finally(() => {
        if (this.#closing.get(topic) === closing) this.#closing.delete(topic);
      });
    this.#closing.set(topic, closing);
  }

  #feedOf(topic: string): TopicFeed {
    return this.special.get(kindOf(topic)) ?? this.stored;
  }
}
