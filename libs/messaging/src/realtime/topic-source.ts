import { SetMetadata } from '@nestjs/common';
import type { Delta, UserActor } from '../contracts/index.js';

/** Who holds a socket. A token may be limited to one organization and to scopes. */
export interface Subscriber {
  actor: UserActor;
  scopes: readonly string[] | 'all';
  organizationId: string | null;
}

/**
 * One kind of topic, `<name>:<id>`, served by the module that owns the thing.
 * Subscribing never creates, wakes or extends anything.
 */
export interface ShowsTopic {
  /** The same check as over REST. False for unknown ids and other tenants' alike. */
  mayRead(subscriber: Subscriber, id: string): Promise<boolean>;
  /** The whole state, at most 1 MiB. Read after the topic's version. */
  snapshot(subscriber: Subscriber, id: string): Promise<unknown>;
  /** Whether this person may act on what is shown, and so is shown as typing when they say so. Default: who may read. */
  mayAct?(subscriber: Subscriber, id: string): Promise<boolean>;
  /** What this viewer may see of a delta; null becomes `hidden`. Default: all of it. */
  view?(subscriber: Subscriber, delta: Delta): Delta | null;
  /**
   * What this viewer sees of the topic since the last `mayRead`, in short: another text after a check of rights means that
   * more or less is visible, and the subscription starts again with a snapshot. Default: everybody sees the same.
   */
  sightOf?(subscriber: Subscriber, id: string): string | null;
  /**
   * Whether what this viewer held before `delta` may be more or less than what they see since: then a client that comes
   * back from before it gets a snapshot, because no delta takes away what it still holds. Default: never.
   */
  startsAgain?(subscriber: Subscriber, delta: Delta): boolean;
  /**
   * Names the one thing that a delta replaces, so that a slow reader gets only its newest state. Default: the `id`
   * of the data, and for `item` and `append` its `seq`. Null: never left out.
   */
  entityOf?(delta: Delta): string | null;
  /** The form of its ids; anything else is `topic.invalid`. */
  readonly idPattern: RegExp;
}

export const TOPIC_METADATA = 'foundry:topic';

/** Marks the provider that shows topics `<name>:<id>`. */
export const Topic = (name: string): ClassDecorator => SetMetadata(TOPIC_METADATA, name);
