import type { TopicChange } from '@foundry/messaging/contracts';
import type { RealtimeClient, TopicHandlers } from '@foundry/messaging/realtime-client';
import { LiveStore } from './live-store.js';

/** How the frames of a topic become what screens read. `apply` returns the same state when nothing changed. */
export interface TopicShape<S> {
  /** `held`: what there was before, if this is not the first snapshot. */
  read(data: unknown, held: S | null): S;
  apply(state: S, change: TopicChange): S;
}

/** `ended`: the server refused or ended the topic, so what was held is not shown any more. */
export interface TopicView<S> {
  readonly state: S | null;
  readonly ended: string | null;
}

/** A topic that nobody looks at is kept for so long, because people come back. */
const KEPT_MS = 30_000;

/** One topic of the socket. It is subscribed while somebody listens. */
export class LiveTopic<S> {
  readonly #store: LiveStore<TopicView<S>>;
  #listening = 0;
  #isSubscribed = false;
  #leave: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly name: string,
    private readonly shape: TopicShape<S>,
    private readonly client: RealtimeClient,
    seed: S | null = null,
  ) {
    this.#store = new LiveStore<TopicView<S>>({ state: seed, ended: null });
  }

  readonly get = (): TopicView<S> => this.#store.get();

  readonly subscribe = (listener: () => void): (() => void) => {
    const stop = this.#store.subscribe(listener);
    this.#listening += 1;
    this.#enter();
    return () => {
      stop();
      this.#listening -= 1;
      if (this.#listening === 0) this.#leave = setTimeout(this.#unsubscribe, KEPT_MS);
    };
  };

  /** Takes in what came over REST. Nothing happens before the first snapshot, which has it too. */
  merge(change: (state: S) => S): void {
    const { state } = this.get();
    if (state === null) return;
    const next = change(state);
    if (next !== state) this.#store.set({ state: next, ended: null });
  }

  /** Asks again for what the server refused. */
  readonly retry = (): void => {
    this.#isSubscribed = false;
    this.#store.set({ state: null, ended: null });
    this.#enter();
  };

  #enter(): void {
    clearTimeout(this.#leave);
    if (this.#isSubscribed) return;
    this.#isSubscribed = true;
    this.client.subscribe(this.name, this.#handlers);
  }

  readonly #unsubscribe = (): void => {
    if (this.#isSubscribed) this.client.unsubscribe(this.name);
    this.#isSubscribed = false;
  };

  readonly #handlers: TopicHandlers = {
    replace: (data) => {
      this.#store.set({ state: this.shape.read(data, this.get().state), ended: null });
    },
    apply: (change) => {
      const { state } = this.get();
      if (state === null) return;
      const next = this.shape.apply(state, change);
      if (next !== state) this.#store.set({ state: next, ended: null });
    },
    onEnd: (code) => {
      this.#isSubscribed = false;
      this.#store.set({ state: null, ended: code });
    },
  };
}
