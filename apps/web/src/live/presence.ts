import type { PresenceFrame, PresenceState } from '@foundry/messaging/contracts';
import { LiveStore } from './live-store.js';

/** `more`: how many beside those who are named. */
export type People = Pick<PresenceFrame, 'people' | 'more'>;

/** The server forgets a tab after 30 s. */
const AGAIN_MS = 20_000;
/** Whoever pressed no key for so long does not type any more. */
const TYPING_MS = 5_000;
const NOBODY: People = Object.freeze({ people: [] });

type Tell = (topic: string, state: PresenceState) => void;

/** Who looks at what: tells it of this tab while it is visible, and holds what the server tells of others. */
export class Presence {
  readonly #people = new Map<string, LiveStore<People>>();
  /** How many parts of the page look at a topic. */
  readonly #looking = new Map<string, number>();
  readonly #typedAt = new Map<string, number>();

  constructor(private readonly tell: Tell) {}

  of(topic: string): LiveStore<People> {
    const known = this.#people.get(topic);
    if (known) return known;
    const people = new LiveStore(NOBODY);
    this.#people.set(topic, people);
    return people;
  }

  /** What the server says; it replaces the list of the topic. */
  take({ topic, people, more }: PresenceFrame): void {
    this.of(topic).set(people.length === 0 ? NOBODY : { people, more });
  }

  /** There is no socket: who is there is not known any more. */
  forget(): void {
    for (const people of this.#people.values()) people.set(NOBODY);
  }

  /** Looks at a topic. Returns what ends it. */
  look(topic: string): () => void {
    this.#looking.set(topic, (this.#looking.get(topic) ?? 0) + 1);
    this.#say(topic);
    return () => {
      const left = (this.#looking.get(topic) ?? 1) - 1;
      if (left > 0) {
        this.#looking.set(topic, left);
        return;
      }
      this.#looking.delete(topic);
      this.#typedAt.delete(topic);
      this.tell(topic, 'away');
    };
  }

  /** A key was pressed in the message for the topic. */
  typed(topic: string): void {
    const before = this.#typedAt.get(topic);
    this.#typedAt.set(topic, Date.now());
    if (before !== undefined || !this.#looking.has(topic)) return;
    this.#say(topic);
    this.#endTyping(topic);
  }

  /** Says it again in time, and at once when the tab is hidden or shown. Returns what ends it. */
  readonly start = (): (() => void) => {
    const sayAll = (): void => {
      for (const topic of this.#looking.keys()) this.#say(topic);
    };
    const timer = setInterval(sayAll, AGAIN_MS);
    document.addEventListener('visibilitychange', sayAll);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', sayAll);
    };
  };

  #endTyping(topic: string): void {
    setTimeout(() => {
      const last = this.#typedAt.get(topic);
      if (last === undefined) return;
      if (Date.now() - last < TYPING_MS) {
        this.#endTyping(topic);
        return;
      }
      this.#typedAt.delete(topic);
      this.#say(topic);
    }, TYPING_MS);
  }

  #say(topic: string): void {
    if (document.visibilityState === 'hidden') this.tell(topic, 'away');
    else this.tell(topic, this.#typedAt.has(topic) ? 'typing' : 'viewing');
  }
}
