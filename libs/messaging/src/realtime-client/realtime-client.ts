import type { ClientFrame, PresenceState, RefusedCode, RevokedCode } from '../contracts/realtime.js';
import { ServerFrame } from '../contracts/realtime.js';
import { waitAfter } from './reconnect.js';
import type { ClientClock, SocketLike } from './socket-like.js';
import { type NextStep, type TopicFrame, type TopicModel, TopicReplica } from './topic-replica.js';

export interface RealtimeClientOptions {
  /** Opens a socket with the subprotocol `foundry.realtime.v1`. */
  connect(): SocketLike;
  clock: ClientClock;
  onOutcome?(frame: Extract<ServerFrame, { op: 'outcome' }>): void;
  onPresence?(frame: Extract<ServerFrame, { op: 'presence' }>): void;
  /** `stopped`: no further attempt by itself; the code says why. */
  onState?(state: 'connecting' | 'open' | 'waiting' | 'stopped', code?: number): void;
  onError?(error: unknown): void;
}

export interface TopicHandlers extends TopicModel {
  /** The server refused or ended the topic; the subscription is forgotten. */
  onEnd?(code: RefusedCode | RevokedCode): void;
}

interface Held {
  replica: TopicReplica;
  handlers: TopicHandlers;
  /** Of the newest subscribe; answers to older ones are void. */
  id: number;
  isAnswered: boolean;
  cancelRepair: (() => void) | null;
}

/** How long a gap may wait for the server to repair it by itself. */
const GAP_WAIT_MS = 1_000;
const RETRY_UNAVAILABLE_MS = 2_000;
/** A socket that says nothing for so long after a ping is dead. */
const PROBE_MS = 3_000;
/** An attempt that nobody answers for so long is given up: a network may swallow everything without a word. */
const OPENS_WITHIN_MS = 15_000;
/** What browsers say of a socket that broke without a word. */
const NOBODY_ANSWERS = 1006;

/**
 * One socket and its topics, by section 4 of the realtime specification. It keeps every subscribed topic equal to the
 * server over losses and reconnects; screens see only `replace` and `apply`.
 */
export class RealtimeClient {
  readonly #held = new Map<string, Held>();
  readonly #present = new Map<string, PresenceState>();
  #socket: SocketLike | null = null;
  #isOpen = false;
  #attempt = 0;
  #lastId = 0;
  #lastCode: number | null = null;
  #cancelWait: (() => void) | null = null;
  #cancelProbe: (() => void) | null = null;
  #cancelOpening: (() => void) | null = null;

  constructor(private readonly options: RealtimeClientOptions) {}

  /** Connects, or connects at once when it was waiting. */
  connect(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
    if (!this.#socket) this.#connect();
  }

  /** For `online`, and for a tab that wakes up: connects at once, and tries whether an open socket still lives. */
  wake(): void {
    this.connect();
    this.probe(PROBE_MS);
  }

  /** Asks whether an open socket still lives; one that says nothing within `patienceMs` is replaced. */
  probe(patienceMs: number): void {
    if (!this.#isOpen || this.#cancelProbe) return;
    this.#send({ op: 'ping', n: this.#nextId() });
    this.#cancelProbe = this.options.clock.after(patienceMs, () => {
      this.#replace();
    });
  }

  /** Leaves for good. */
  disconnect(): void {
    this.#cancelWait?.();
    const socket = this.#socket;
    this.#drop();
    socket?.close(1000, 'left');
  }

  subscribe(topic: string, handlers: TopicHandlers): void {
    const replica = new TopicReplica(handlers, (error) => this.options.onError?.(error));
    this.#held.set(topic, { replica, handlers, id: 0, isAnswered: false, cancelRepair: null });
    if (this.#isOpen) this.#ask(topic);
  }

  unsubscribe(topic: string): void {
    this.#forget(topic);
    if (this.#isOpen) this.#send({ op: 'unsubscribe', id: this.#nextId(), topic });
  }

  /** The version held of a topic; null before its first snapshot. */
  version(topic: string): number | null {
    return this.#held.get(topic)?.replica.version ?? null;
  }

  /**
   * Says what somebody does with a subscribed topic, now and again after each reconnect; `away` ends it. The server
   * forgets it after 30 s, so whoever goes on looking says it again.
   */
  present(topic: string, state: PresenceState): void {
    if (state === 'away') this.#present.delete(topic);
    else this.#present.set(topic, state);
    if (this.#isOpen && this.#held.get(topic)?.isAnswered) this.#send({ op: 'presence', topic, state });
  }

  #connect(): void {
    this.options.onState?.('connecting');
    const socket = this.options.connect();
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (this.#socket === socket) this.#receive(data);
    });
    socket.addEventListener('close', ({ code }) => {
      if (this.#socket === socket) this.#closed(code);
    });
    this.#cancelOpening = this.options.clock.after(OPENS_WITHIN_MS, () => {
      this.#closed(NOBODY_ANSWERS);
      socket.close(1000, 'late');
    });
    // `close` follows with the code; without a listener the package `ws` ends the process
    socket.addEventListener('error', () => undefined);
  }

  #drop(): void {
    this.#socket = null;
    this.#isOpen = false;
    this.#endProbe();
    this.#endOpening();
    for (const held of this.#held.values()) {
      held.cancelRepair?.();
      held.cancelRepair = null;
    }
  }

  #endProbe(): void {
    this.#cancelProbe?.();
    this.#cancelProbe = null;
  }

  #endOpening(): void {
    this.#cancelOpening?.();
    this.#cancelOpening = null;
  }

  /** A new socket first, then the old one is left. */
  #replace(): void {
    const leaving = this.#socket;
    this.#drop();
    this.#connect();
    leaving?.close(1000, 'moved');
  }

  #closed(code: number): void {
    this.#drop();
    const isRepeated = code === this.#lastCode;
    const wait = waitAfter({ code, isRepeated, attempt: this.#attempt, random: this.options.clock.random() });
    this.#lastCode = code;
    this.#attempt += 1;
    this.options.onState?.(wait === null ? 'stopped' : 'waiting', code);
    if (wait !== null) this.#connectAfter(wait);
  }

  #connectAfter(ms: number): void {
    this.#cancelWait?.();
    this.#cancelWait = this.options.clock.after(ms, () => {
      this.#cancelWait = null;
      this.#connect();
    });
  }

  #receive(data: unknown): void {
    this.#endProbe();
    const frame = ServerFrame.safeParse(typeof data === 'string' ? JSON.parse(data) : null);
    // a newer server may say more than this client knows
    if (!frame.success) return;
    this.#handle(frame.data);
  }

  #handle(frame: ServerFrame): void {
    switch (frame.op) {
      case 'hello':
        this.#isOpen = true;
        this.#endOpening();
        this.#attempt = 0;
        this.options.onState?.('open');
        for (const topic of this.#held.keys()) this.#ask(topic);
        break;
      case 'snapshot':
      case 'resumed':
      case 'delta':
        this.#apply(frame);
        break;
      case 'refused':
        this.#refused(frame);
        break;
      case 'revoked':
        this.#end(frame.topic, frame.code);
        break;
      case 'outcome':
        this.options.onOutcome?.(frame);
        break;
      case 'presence':
        this.options.onPresence?.(frame);
        break;
      case 'notice':
        this.#moveAfter(frame.afterMs);
        break;
      case 'pong':
      case 'unsubscribed':
        break;
    }
  }

  #apply(frame: TopicFrame): void {
    const held = this.#held.get(frame.topic);
    if (!held) return;
    const id = frame.op === 'delta' ? undefined : frame.id;
    if (id !== undefined && id !== held.id) return;
    if (id === held.id) this.#answered(frame.topic, held);
    if (!held.isAnswered) return;
    this.#follow(frame.topic, held, held.replica.receive(frame));
  }

  /** The server counts only who looks at what it has shown. */
  #answered(topic: string, held: Held): void {
    held.isAnswered = true;
    const state = this.#present.get(topic);
    if (state) this.#send({ op: 'presence', topic, state });
  }

  #follow(topic: string, held: Held, step: NextStep): void {
    if (step === 'wait') {
      held.cancelRepair ??= this.options.clock.after(GAP_WAIT_MS, () => {
        held.cancelRepair = null;
        if (held.replica.hasGap) this.#ask(topic);
      });
      return;
    }
    held.cancelRepair?.();
    held.cancelRepair = null;
    if (step !== 'none') this.#ask(topic);
  }

  #ask(topic: string): void {
    const held = this.#held.get(topic);
    if (!held || !this.#isOpen) return;
    held.id = this.#nextId();
    held.isAnswered = false;
    const since = held.replica.version;
    this.#send({ op: 'subscribe', id: held.id, topic, ...(since === null ? {} : { since }) });
  }

  #refused({ id, topic, code }: Extract<ServerFrame, { op: 'refused' }>): void {
    const held = this.#held.get(topic);
    if (held?.id !== id) return;
    if (code === 'unavailable') {
      held.cancelRepair ??= this.options.clock.after(RETRY_UNAVAILABLE_MS, () => {
        held.cancelRepair = null;
        this.#ask(topic);
      });
    } else this.#end(topic, code);
  }

  #end(topic: string, code: RefusedCode | RevokedCode): void {
    const held = this.#held.get(topic);
    this.#forget(topic);
    held?.handlers.onEnd?.(code);
  }

  #forget(topic: string): void {
    this.#held.get(topic)?.cancelRepair?.();
    this.#held.delete(topic);
  }

  /** The instance stops. */
  #moveAfter(afterMs: number): void {
    const leaving = this.#socket;
    this.#cancelWait?.();
    this.#cancelWait = this.options.clock.after(afterMs, () => {
      this.#cancelWait = null;
      if (this.#socket === leaving) this.#replace();
    });
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #send(frame: ClientFrame): void {
    this.#socket?.send(JSON.stringify(frame));
  }
}
