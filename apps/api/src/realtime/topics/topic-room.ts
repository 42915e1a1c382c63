import type { Delta } from '@foundry/messaging/contracts';
import { Unavailable } from '@foundry/messaging';
import type { RealtimeSettings } from '../limits.js';
import type { RealtimeLog } from '../realtime-log.js';
import type { RealtimeMetrics } from '../realtime-metrics.js';
import { Change } from './change.js';
import { TopicChannel } from './topic-channel.js';
import { headOf, type TopicFeed } from './topic-feed.js';

/** What a room tells its subscriptions. */
export interface Listener {
  /** The next change in order. */
  deliver(change: Change): void;
  /** Changes that were missing on the wire, read from storage. */
  resume(changes: readonly Change[]): void;
  /** What was missing is not kept any more: only a new snapshot helps. */
  refresh(): void;
  /** Who looks at the topic now, as the frame that says so. */
  showPresence?(frame: string): void;
}

export interface RoomContext {
  settings: RealtimeSettings;
  metrics: RealtimeMetrics;
  log: RealtimeLog;
}

const RETRY_MS = 1_000;

const isGapless = (from: number, deltas: readonly Delta[]): boolean =>
  deltas.every(({ version }, index) => version === from + index + 1);

/** One topic on this instance while somebody is subscribed: its order, its repairs, its listeners. */
export class TopicRoom {
  readonly #channel = new TopicChannel();
  readonly #listeners = new Set<Listener>();
  #followed: Promise<boolean> | null = null;
  #gapTimer: NodeJS.Timeout | null = null;
  #quietTimer: NodeJS.Timeout | null = null;
  #isRepairing = false;
  #isClosed = false;

  constructor(
    readonly topic: string,
    private readonly feed: TopicFeed,
    private readonly context: RoomContext,
    private readonly onEmpty: (room: TopicRoom) => void,
    /** An earlier room of the same topic has let go of the wire. */
    private readonly ready: Promise<void> = Promise.resolve(),
  ) {}

  /** Its deltas are stored, so that a subscriber can resume. */
  get isKept(): boolean {
    return this.feed.isUnkept !== true;
  }

  /** From here on the listener gets every change; it holds them back until it was answered. */
  add(listener: Listener): void {
    this.#listeners.add(listener);
  }

  remove(listener: Listener): void {
    if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.onEmpty(this);
  }

  /** Asks the wire for the topic's deltas; again after the wire was away. */
  async follow(): Promise<void> {
    this.#followed ??= this.#tryFollow();
    if (!(await this.#followed)) this.#followed = null;
  }

  async #tryFollow(): Promise<boolean> {
    await this.ready;
    try {
      await this.feed.follow(this.topic);
      return true;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      this.context.log.warn({ topic: this.topic }, 'topic not followed, the broker is away');
      return false;
    }
  }

  /** The stored version, read now. For `asking`, which takes care of itself when the topic went back. */
  async head(asking: Listener): Promise<number> {
    await this.follow();
    const before = this.#channel.last;
    const head = await headOf(this.feed, this.topic);
    if (before === null) this.#forward(this.#channel.startAt(head));
    else if (head < before) this.#startAgainAt(head, asking);
    this.#watchGap();
    return head;
  }

  /** The kept changes above `since`, gapless; null when only a snapshot helps. */
  async since(since: number): Promise<Change[] | null> {
    const deltas = await this.feed.since(this.topic, since);
    if (!deltas || deltas.length === 0 || !isGapless(since, deltas)) return null;
    return deltas.map((delta) => new Change(delta));
  }

  /** Offers the present list to everybody; who knows it already is not told again. */
  showPresence(frame: string): void {
    for (const listener of this.#listeners) listener.showPresence?.(frame);
  }

  /** A delta from the wire. `streamed`: nothing else would tell that it was lost. */
  take(change: Change, streamed: boolean): void {
    this.#forward(this.#channel.accept(change));
    this.#watchGap();
    if (streamed) this.#watchSilence();
  }

  /** Compares with the stored version, if it is known already, and repairs what is behind. */
  async compare(stored?: number): Promise<void> {
    const before = this.#channel.last;
    if (before === null) return;
    try {
      // a version that was read before the newest delta came says nothing about a topic that went back
      const isNewer = stored !== undefined && stored >= before;
      const head = isNewer ? stored : await headOf(this.feed, this.topic);
      if (head < before) this.#startAgainAt(head, null);
      else if (head > (this.#channel.last ?? head)) await this.#repair();
    } catch (error) {
      this.#retryLater(error);
    }
  }

  /** Nobody listens any more. */
  async close(): Promise<void> {
    if (this.#gapTimer) clearTimeout(this.#gapTimer);
    if (this.#quietTimer) clearTimeout(this.#quietTimer);
    this.#gapTimer = this.#quietTimer = null;
    this.#isClosed = true;
    if (!(await this.#followed)) return;
    try {
      await this.feed.unfollow(this.topic);
    } catch (error) {
      // the binding went with the wire
      if (!(error instanceof Unavailable)) throw error;
    }
  }

  #forward(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.committedAt !== null) {
        this.context.metrics.deltaDelay.observe(Math.max(0, Date.now() - change.committedAt) / 1000);
      }
      for (const listener of this.#listeners) listener.deliver(change);
    }
  }

  #watchGap(): void {
    if (this.#isClosed) return;
    if (this.#gapTimer) {
      if (this.#channel.hasGap) return;
      clearTimeout(this.#gapTimer);
      this.#gapTimer = null;
    } else if (this.#channel.hasGap && !this.#isRepairing) {
      this.#gapTimer = setTimeout(() => {
        this.#gapTimer = null;
        void this.#repairOrRetry();
      }, this.context.settings.gapWaitMs);
    }
  }

  #watchSilence(): void {
    if (this.#quietTimer) this.#quietTimer.refresh();
    else {
      this.#quietTimer = setTimeout(() => {
        this.#quietTimer = null;
        void this.compare();
      }, this.context.settings.quietMs);
    }
  }

  async #repairOrRetry(): Promise<void> {
    if (!this.#channel.hasGap) return;
    try {
      await this.#repair();
    } catch (error) {
      this.#retryLater(error);
    }
  }

  async #repair(): Promise<void> {
    const from = this.#channel.last;
    if (from === null || this.#isRepairing) return;
    this.#isRepairing = true;
    try {
      const stored = await this.since(from);
      if (stored) this.#resume(stored);
      else await this.#giveUpOn(from);
    } finally {
      this.#isRepairing = false;
    }
    this.#watchGap();
  }

  #resume(stored: readonly Change[]): void {
    const news = this.#channel.repair(stored);
    if (news.length > 0) {
      this.context.metrics.gapsRepaired.inc({ source: 'kept' });
      for (const listener of this.#listeners) listener.resume(news);
    }
    this.#forward(this.#channel.afterRepair());
  }

  async #giveUpOn(from: number): Promise<void> {
    const head = await headOf(this.feed, this.topic);
    // what waits above the stored version was never kept, or is of a time before a backup was restored
    if (head <= from) this.#channel.dropWaiting();
    if (head !== from) this.#startAgainAt(head, null);
  }

  #startAgainAt(version: number, except: Listener | null): void {
    this.context.metrics.gapsRepaired.inc({ source: 'snapshot' });
    const ready = this.#channel.moveTo(version);
    for (const listener of this.#listeners) if (listener !== except) listener.refresh();
    this.#forward(ready);
  }

  #retryLater(error: unknown): void {
    if (this.#isClosed) return;
    this.context.log[error instanceof Unavailable ? 'warn' : 'error'](
      { topic: this.topic, error },
      'topic not repaired, will be tried again',
    );
    this.#gapTimer ??= setTimeout(() => {
      this.#gapTimer = null;
      void this.compare();
    }, RETRY_MS);
  }
}
