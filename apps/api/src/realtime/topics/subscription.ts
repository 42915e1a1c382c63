import type { ShowsTopic, Subscriber } from '@foundry/messaging';
import type { RefusedCode, RevokedCode } from '@foundry/messaging/contracts';
import { MAX_HELD_CHANGES, MAX_SNAPSHOT_BYTES } from '../limits.js';
import { frameOf } from '../presence/present.js';
import type { RealtimeMetrics } from '../realtime-metrics.js';
import { Change } from './change.js';
import { coalesce, entityOf } from './coalesce.js';
import type { Outlet } from './outlet.js';
import type { Listener, TopicRoom } from './topic-room.js';

interface Question {
  id?: number;
  since?: number | undefined;
  reason: 'subscribe' | 'too_old' | 'gap' | 'behind';
}

export interface SubscriptionParts {
  kind: string;
  /** The part of the topic's name after the colon. */
  entityId: string;
  source: ShowsTopic;
  subscriber: Subscriber;
  room: TopicRoom;
  outlet: Outlet;
  metrics: RealtimeMetrics;
  /** Told once, whoever ended it. */
  onEnd?: () => void;
}

/**
 * One topic on one socket. While it is being answered, or its right to read is in doubt, changes are held back; what
 * is sent rises by one, except over `snapshot` and `resumed`.
 */
export class Subscription implements Listener {
  /** When its right to read was last confirmed. */
  checkedAt = Date.now();
  #version = 0;
  #held: Change[] = [];
  #isFilling = false;
  #mustRefill = false;
  #doubts = 0;
  #isBehind = false;
  #isEnded = false;
  #isAnswered = false;
  /** The list of people that was sent last; nobody is assumed before. */
  #presence: string | null = null;
  #waitingForTrust: (() => void)[] = [];

  constructor(private readonly parts: SubscriptionParts) {}

  get topic(): string {
    return this.parts.room.topic;
  }

  get kind(): string {
    return this.parts.kind;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** It missed changes while its socket was slow, or its answer could not be read. */
  get isBehind(): boolean {
    return this.#isBehind && !this.#isFilling && !this.#isEnded;
  }

  mayRead(): Promise<boolean> {
    return this.parts.source.mayRead(this.parts.subscriber, this.parts.entityId);
  }

  /** What its viewer sees of the topic, in short, as of the last `mayRead`. */
  get sight(): string | null {
    const { source, subscriber, entityId } = this.parts;
    return source.sightOf?.(subscriber, entityId) ?? null;
  }

  /** Answers a `subscribe` with `resumed` or `snapshot`, then lets the held changes go. Fails when storage is away. */
  async answer(id: number, since: number | undefined): Promise<void> {
    await this.#fill({ id, since, reason: since === undefined ? 'subscribe' : 'too_old' });
    this.#isAnswered = true;
  }

  /** After the socket was slow: one `resumed` with the newest state of each entity. */
  async catchUp(): Promise<void> {
    if (!this.isBehind) return;
    this.#isBehind = false;
    try {
      await this.#fill({ since: this.#version, reason: 'behind' });
    } catch (error) {
      this.#isBehind = true;
      throw error;
    }
  }

  deliver(change: Change): void {
    if (this.#isEnded || this.#isBehind) return;
    if (this.#isFilling || this.#doubts > 0) this.#hold(change);
    else if (this.parts.outlet.isSlow) this.#isBehind = true;
    else this.#send(change);
  }

  resume(changes: readonly Change[]): void {
    if (this.#isFilling || this.#doubts > 0 || this.#isBehind || this.parts.outlet.isSlow) {
      for (const change of changes) this.deliver(change);
      return;
    }
    const news = changes.filter(({ version }) => version > this.#version);
    if (news.length > 0 && !this.#isEnded) this.#sendResumed(news, {});
  }

  /** Starts again with a snapshot: what was missing is not kept, or its viewer sees more or less than before. */
  refresh(): void {
    if (this.#isEnded) return;
    if (this.#isFilling) {
      this.#mustRefill = true;
      return;
    }
    this.#isBehind = false;
    this.#fill({ reason: 'gap' }).catch(() => {
      // storage is away: tried again with the sockets that are behind
      this.#isBehind = true;
    });
  }

  /** Only to a tab that was answered, may read, and keeps up; it is offered again, so the others get it later. */
  showPresence(frame: string): void {
    const isReady = this.#isAnswered && !this.#isEnded && !this.#isFilling && this.#doubts === 0;
    if (!isReady || this.parts.outlet.isSlow || frame === this.#presence) return;
    const isFirst = this.#presence === null;
    this.#presence = frame;
    if (!isFirst || frame !== frameOf(this.topic, [])) this.parts.outlet.send(frame);
  }

  /** Holds everything back until `trust`; what comes meanwhile is sent then, or never if the right is gone. */
  doubt(): void {
    this.#doubts += 1;
  }

  trust(): void {
    this.#doubts -= 1;
    this.#settleDoubts();
    this.#release();
  }

  /** No frame of the topic after this, also none that is held. */
  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#held = [];
    this.#settleDoubts();
    this.parts.room.remove(this);
    this.parts.onEnd?.();
  }

  revoke(code: RevokedCode): void {
    if (this.#isEnded) return;
    this.end();
    this.parts.metrics.revocations.inc();
    this.parts.outlet.send(JSON.stringify({ op: 'revoked', topic: this.topic, code }));
  }

  refuse(id: number, code: RefusedCode): void {
    if (this.#isEnded) return;
    this.end();
    this.parts.outlet.send(JSON.stringify({ op: 'refused', id, topic: this.topic, code }));
  }

  async #fill(question: Question): Promise<void> {
    this.#isFilling = true;
    try {
      this.#held = [];
      await this.#read(question);
      while (this.#mustRefill && !this.#isEnded) {
        this.#mustRefill = false;
        this.#held = [];
        await this.#read({ reason: 'gap' });
      }
    } finally {
      this.#isFilling = false;
      this.#mustRefill = false;
    }
    this.#release();
  }

  async #read({ id, since, reason }: Question): Promise<void> {
    const head = await this.parts.room.head(this);
    const isKnown = since !== undefined && since <= head && this.parts.room.isKept;
    const changes = isKnown ? (since === head ? [] : await this.parts.room.since(since)) : null;
    if (since !== undefined && changes && !changes.some((change) => this.#startsAgain(change))) {
      await this.#whenAllowed(() => {
        this.#version = since;
        if (id !== undefined) this.parts.metrics.resumes.inc({ result: 'resumed' });
        if (id !== undefined || changes.length > 0) this.#sendResumed(changes, { id, isSlow: reason === 'behind' });
      });
      return;
    }
    if (id !== undefined && since !== undefined) this.parts.metrics.resumes.inc({ result: 'snapshot' });
    await this.#sendSnapshot(head, id, reason);
  }

  async #sendSnapshot(version: number, id: number | undefined, reason: string): Promise<void> {
    const { source, subscriber, entityId, metrics, outlet } = this.parts;
    const data = await source.snapshot(subscriber, entityId);
    const frame = Buffer.from(JSON.stringify({ op: 'snapshot', id, topic: this.topic, version, data: data ?? null }));
    if (frame.length > MAX_SNAPSHOT_BYTES) {
      throw new Error(`The snapshot of ${this.topic} has ${String(frame.length)} bytes; leave the rest to paged REST.`);
    }
    await this.#whenAllowed(() => {
      this.#version = version;
      metrics.snapshots.inc({ reason });
      outlet.send(frame);
    });
  }

  /** Sends an answer once nobody doubts the right to read it and the socket has room. */
  async #whenAllowed(send: () => void): Promise<void> {
    const state = { isSettled: this.#isEnded };
    while (!state.isSettled) {
      if (this.#doubts > 0) await new Promise<void>((resolve) => this.#waitingForTrust.push(resolve));
      const isOpen = await this.parts.outlet.whenRoom(() => {
        // a doubt that came while there was no room is waited for again
        if (this.#doubts > 0 && !this.#isEnded) return;
        state.isSettled = true;
        if (!this.#isEnded) send();
      });
      if (!isOpen) return;
    }
  }

  #settleDoubts(): void {
    if (this.#doubts > 0 && !this.#isEnded) return;
    for (const resolve of this.#waitingForTrust.splice(0)) resolve();
  }

  #sendResumed(changes: readonly Change[], { id, isSlow }: { id?: number | undefined; isSlow?: boolean }): void {
    if (this.#isEnded) return;
    const { outlet, source, metrics, kind } = this.parts;
    const from = this.#version;
    const seen = changes.map((change) => this.#view(change));
    const sent = isSlow
      ? coalesce(seen, (delta) => (source.entityOf ? source.entityOf(delta) : entityOf(delta)))
      : seen;
    this.#version = changes.at(-1)?.version ?? from;
    for (const { delta } of sent) metrics.deltasSent.inc({ topic: kind, type: delta.type });
    const head = JSON.stringify({ op: 'resumed', id, topic: this.topic, from, version: this.#version });
    outlet.send(`${head.slice(0, -1)},"changes":[${sent.map(({ json }) => json).join()}]}`);
  }

  #release(): void {
    if (this.#isFilling || this.#doubts > 0) return;
    const held = this.#held;
    this.#held = [];
    for (const change of held) this.deliver(change);
  }

  #hold(change: Change): void {
    if (this.#held.length < MAX_HELD_CHANGES) this.#held.push(change);
    else {
      // too much for memory: what is not sent from here is read from storage afterwards
      this.#held = [];
      if (this.#isFilling) this.#mustRefill = true;
      else this.#isBehind = true;
    }
  }

  #send(change: Change): void {
    if (change.version <= this.#version) return;
    if (change.version > this.#version + 1) {
      this.#isBehind = true;
      return;
    }
    const seen = this.#view(change);
    this.#version = change.version;
    this.parts.metrics.deltasSent.inc({ topic: this.parts.kind, type: seen.delta.type });
    this.parts.outlet.send(seen.frame);
  }

  #startsAgain({ delta }: Change): boolean {
    const { source, subscriber } = this.parts;
    return source.startsAgain?.(subscriber, delta) ?? false;
  }

  #view(change: Change): Change {
    const { source, subscriber, outlet } = this.parts;
    if (!source.view) return change;
    try {
      const delta = source.view(subscriber, change.delta);
      if (delta === null) return change.hidden;
      const { topic, version } = change.delta;
      return delta === change.delta ? change : new Change({ ...delta, topic, version }, change.committedAt);
    } catch (error) {
      // a bug of one module: this socket starts again, nothing is shown, nobody else is touched
      outlet.fail(error);
      return change.hidden;
    }
  }
}
