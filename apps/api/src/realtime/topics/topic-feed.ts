import type { Delta } from '@foundry/messaging/contracts';

/** Where the versions and kept deltas of a topic are, and how its deltas are asked for. */
export interface TopicFeed {
  /** Nothing is kept: every resume is a snapshot. */
  readonly isUnkept?: true;
  /** Stored versions; a topic that never changed has 0. */
  versions(topics: readonly string[]): Promise<Map<string, number>>;
  /** The deltas above `since` in order; null when they are not kept that far. */
  since(topic: string, since: number): Promise<Delta[] | null>;
  /** From now on every delta of the topic arrives. */
  follow(topic: string): Promise<void>;
  unfollow(topic: string): Promise<void>;
}

/** The stored version of one topic. */
export async function headOf(feed: TopicFeed, topic: string): Promise<number> {
  return (await feed.versions([topic])).get(topic) ?? 0;
}
