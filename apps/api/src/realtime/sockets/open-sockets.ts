import { credentialKey, type SocketCredential } from '../opening/authenticates-socket.js';
import type { Subscription } from '../topics/subscription.js';
import type { RealtimeSocket } from './realtime-socket.js';
import type { SocketTopics } from './socket-topics.js';

export interface OpenSocket {
  socket: RealtimeSocket;
  topics: SocketTopics;
}

/** The sockets of this instance, by person. */
export class OpenSockets {
  readonly #all = new Set<OpenSocket>();
  readonly #byUser = new Map<string, Set<OpenSocket>>();

  get size(): number {
    return this.#all.size;
  }

  add(open: OpenSocket): void {
    this.#all.add(open);
    const own = this.#byUser.get(open.socket.userId) ?? new Set();
    this.#byUser.set(open.socket.userId, own.add(open));
  }

  remove(open: OpenSocket): void {
    this.#all.delete(open);
    const own = this.#byUser.get(open.socket.userId);
    own?.delete(open);
    if (own?.size === 0) this.#byUser.delete(open.socket.userId);
  }

  [Symbol.iterator](): IterableIterator<OpenSocket> {
    return this.#all.values();
  }

  of(userId: string): OpenSocket[] {
    return [...(this.#byUser.get(userId) ?? [])];
  }

  *subscriptions(): IterableIterator<Subscription> {
    for (const { topics } of this.#all) yield* topics.all;
  }

  /** What the sockets stand on, each once; of one person or of all. */
  credentials(userId?: string): SocketCredential[] {
    const open = userId === undefined ? [...this.#all] : this.of(userId);
    return [
      ...new Map(open.map(({ socket: { caller } }) => [credentialKey(caller.credential), caller.credential])).values(),
    ];
  }

  /** The sockets that stand on one of these. */
  standingOn(credentials: readonly SocketCredential[]): OpenSocket[] {
    const keys = new Set(credentials.map(credentialKey));
    return [...this.#all].filter(({ socket }) => keys.has(credentialKey(socket.caller.credential)));
  }
}
