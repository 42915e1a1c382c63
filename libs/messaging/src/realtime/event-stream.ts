import type { Delta, Envelope, Outcome } from '../contracts/index.js';

/** A command of this user was settled. A hint: it may be lost. */
export interface SettledOutcome {
  userId: string;
  commandId: string;
  outcome: Outcome;
  code: string | null;
  message: string | null;
}

/** What one API instance tells the others about those who look at a topic there. A hint: it may be lost. */
export interface PresenceNote {
  topic: string;
  body: unknown;
}

export type Unsubscribe = () => void;

/** What reaches an API instance from the workers, in the order the wire gives it; versions heal what the wire loses. */
export abstract class EventStream {
  /** Every event of every module, its frames with their versions in `frames`. */
  abstract onEvent(listener: (event: Envelope) => void): Unsubscribe;
  /** Deltas that an effect streams around the outbox; only topics that are `follow`ed arrive. */
  abstract onDelta(listener: (delta: Delta) => void): Unsubscribe;
  abstract onOutcome(listener: (outcome: SettledOutcome) => void): Unsubscribe;
  /** Notes about topics that are `follow`ed, those of this instance included. */
  abstract onPresence(listener: (note: PresenceNote) => void): Unsubscribe;
  /** Tells every instance that follows the topic; nothing is stored, and while the wire is away nobody hears it. */
  abstract tellPresence(note: PresenceNote): void;
  /** The wire was away or dropped something: compare every topic with its stored version. */
  abstract onGap(listener: () => void): Unsubscribe;
  /** Hears streamed deltas and presence of a topic while somebody here holds it. */
  abstract follow(topic: string): Promise<void>;
  abstract unfollow(topic: string): Promise<void>;
}

/** The stored side of topics: what heals a loss of the wire. */
export abstract class TopicLog {
  /** Stored versions; a topic that never changed has 0. */
  abstract versions(topics: readonly string[]): Promise<Map<string, number>>;
  /**
   * The deltas above `since` in order, or null when they no longer reach back to `since + 1`
   * or are more than 2,000 or 1 MiB.
   */
  abstract since(topic: string, since: number): Promise<Delta[] | null>;
}
