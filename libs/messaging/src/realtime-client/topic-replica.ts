import type { ServerFrame, TopicChange } from '../contracts/realtime.js';

/**
 * Applies what a topic's frames carry to whatever the client holds. Throws when a change does not fit (an `append` to a
 * text that is not held); unknown types are ignored.
 */
export interface TopicModel {
  replace(data: unknown): void;
  apply(change: TopicChange): void;
}

export type TopicFrame = Extract<ServerFrame, { op: 'snapshot' | 'resumed' | 'delta' }>;

/** What the client has to do after a frame: nothing, wait for a repair, or subscribe again. */
export type NextStep = 'none' | 'wait' | 'resume' | 'start_again';

const MAX_FAILURES = 5;

/** One topic as a client holds it: the rules of section 4 of the realtime specification, without clock or socket. */
export class TopicReplica {
  #version: number | null = null;
  #kept = new Map<number, TopicChange>();
  #failures = 0;

  constructor(
    private readonly model: TopicModel,
    /** Told once when the topic failed five times in a row; for the error log. */
    private readonly onBroken: (error: unknown) => void = () => undefined,
  ) {}

  /** The version held; null before the first snapshot. It is the `since` of the next subscribe. */
  get version(): number | null {
    return this.#version;
  }

  get hasGap(): boolean {
    return this.#kept.size > 0;
  }

  receive(frame: TopicFrame): NextStep {
    try {
      const step = this.#receive(frame);
      if (step !== 'start_again') this.#failures = 0;
      return step;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === MAX_FAILURES) this.onBroken(error);
      return this.#failures >= MAX_FAILURES || frame.op !== 'delta' ? this.forget() : 'resume';
    }
  }

  /** Drops everything held, so that the next subscribe brings a snapshot. */
  forget(): 'start_again' {
    this.#version = null;
    this.#kept.clear();
    return 'start_again';
  }

  #receive(frame: TopicFrame): NextStep {
    if (frame.op === 'snapshot') {
      this.model.replace(frame.data);
      return this.#moveTo(frame.version);
    }
    // deltas before the answer to a subscribe are void
    if (this.#version === null) return frame.op === 'resumed' ? 'start_again' : 'none';
    return frame.op === 'resumed' ? this.#resume(frame, this.#version) : this.#take(frame, this.#version);
  }

  #resume({ from, version, changes }: Extract<TopicFrame, { op: 'resumed' }>, own: number): NextStep {
    if (from > own) return this.forget();
    for (const change of changes) if (change.version > own) this.model.apply(change);
    return this.#moveTo(Math.max(version, own));
  }

  #take({ version, type, data }: TopicChange, own: number): NextStep {
    if (version <= own) return 'none';
    this.#kept.set(version, { version, type, data });
    return this.#applyKept(own);
  }

  #moveTo(version: number): NextStep {
    for (const kept of this.#kept.keys()) if (kept <= version) this.#kept.delete(kept);
    return this.#applyKept(version);
  }

  #applyKept(from: number): NextStep {
    this.#version = from;
    for (let next = this.#kept.get(from + 1); next; next = this.#kept.get(next.version + 1)) {
      this.#kept.delete(next.version);
      this.model.apply(next);
      this.#version = next.version;
    }
    return this.#kept.size > 0 ? 'wait' : 'none';
  }
}
