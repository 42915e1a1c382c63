import type { ShowsTopic, Subscriber } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import type { MemoryWorld } from './memory-world.js';

/** A topic of things that some people may read, and of some things that some of them may not see. */
export class ThingsTopic implements ShowsTopic {
  readonly idPattern = /^[a-z0-9-]{1,64}$/;
  readonly readers = new Map<string, Set<string>>();
  /** May look and not act. */
  readonly onlookers = new Set<string>();
  readonly hiddenFrom = new Map<string, string>();
  reads = 0;
  readonly #sights = new WeakMap<Subscriber, string>();

  constructor(
    private readonly kind: string,
    private readonly world: MemoryWorld,
  ) {}

  allow(id: string, ...userIds: string[]): void {
    this.readers.set(id, new Set(userIds));
  }

  mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    const { actor } = subscriber;
    this.reads += 1;
    this.#sights.set(subscriber, [...this.hiddenFrom].filter(([, userId]) => userId === actor.userId).join(' '));
    return Promise.resolve(this.readers.get(id)?.has(actor.userId) ?? false);
  }

  mayAct({ actor }: Subscriber): Promise<boolean> {
    return Promise.resolve(!this.onlookers.has(actor.userId));
  }

  async snapshot(subscriber: Subscriber, id: string): Promise<unknown> {
    await this.world.beforeRead();
    const things = this.world.things(`${this.kind}:${id}`);
    return { things: things.filter((thing) => !this.#isHidden(subscriber, thing.id)) };
  }

  view(subscriber: Subscriber, delta: Delta): Delta | null {
    const { data } = delta;
    const id: unknown = typeof data === 'object' && data !== null && 'id' in data ? data.id : null;
    return typeof id === 'string' && this.#isHidden(subscriber, id) ? null : delta;
  }

  sightOf(subscriber: Subscriber): string {
    return this.#sights.get(subscriber) ?? '';
  }

  startsAgain({ actor }: Subscriber, { type, data }: Delta): boolean {
    return type === 'access' && typeof data === 'object' && data !== null && 'id' in data && data.id === actor.userId;
  }

  #isHidden({ actor }: Subscriber, thing: string): boolean {
    return this.hiddenFrom.get(thing) === actor.userId;
  }
}
