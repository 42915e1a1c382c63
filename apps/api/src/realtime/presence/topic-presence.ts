import { frameOf, type Present, together } from './present.js';

/** How long others are believed without another word of their instance: three of its words may be lost. */
const BELIEVED_MS = 30_000;

export interface PresenceTimes {
  /** The list changes at most so often, here and for other instances. */
  changesMs: number;
  /** A list is told again so often, for instances that missed it. */
  toldEveryMs: number;
}

/** Who looks at one topic: here, and on the other instances as far as they told. Knows neither sockets nor the wire. */
export class TopicPresence {
  readonly #elsewhere = new Map<string, { people: readonly Present[]; until: number }>();
  #here: readonly Present[] = [];
  #told = { key: '[]', at: 0 };
  #shown: { frame: string; at: number };

  constructor(
    private readonly topic: string,
    private readonly times: PresenceTimes,
  ) {
    this.#shown = { frame: frameOf(topic, []), at: 0 };
  }

  /** The list as it is shown now. */
  get frame(): string {
    return this.#shown.frame;
  }

  get isEmpty(): boolean {
    return this.#here.length === 0 && this.#elsewhere.size === 0;
  }

  heard(instance: string, people: readonly Present[], now: number): void {
    if (people.length === 0) this.#elsewhere.delete(instance);
    else this.#elsewhere.set(instance, { people, until: now + BELIEVED_MS });
  }

  /** Somebody does not know yet who is here. */
  askedFor(): void {
    this.#told.at = 0;
  }

  /** Takes who is here now. Answers what the other instances are to be told, if anything. */
  turn(here: readonly Present[], now: number): readonly Present[] | null {
    this.#here = here;
    for (const [instance, { until }] of this.#elsewhere) if (until < now) this.#elsewhere.delete(instance);
    const frame = frameOf(this.topic, together([here, ...[...this.#elsewhere.values()].map(({ people }) => people)]));
    if (frame !== this.#shown.frame && now - this.#shown.at >= this.times.changesMs) this.#shown = { frame, at: now };
    return this.#tells(now) ? here : null;
  }

  #tells(now: number): boolean {
    const key = JSON.stringify(this.#here);
    const since = now - this.#told.at;
    const isDue =
      key === this.#told.key ? key !== '[]' && since >= this.times.toldEveryMs : since >= this.times.changesMs;
    if (isDue) this.#told = { key, at: now };
    return isDue;
  }
}
