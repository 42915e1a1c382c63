import type { EventStream, TopicLog } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import type { TopicFeed } from './topic-feed.js';

/** Topics that modules feed: numbered in the transaction that changes them, kept by the kernel. */
export class StoredFeed implements TopicFeed {
  constructor(
    private readonly stream: EventStream,
    private readonly log: TopicLog,
  ) {}

  versions(topics: readonly string[]): Promise<Map<string, number>> {
    return this.log.versions(topics);
  }

  since(topic: string, since: number): Promise<Delta[] | null> {
    return this.log.since(topic, since);
  }

  follow(topic: string): Promise<void> {
    return this.stream.follow(topic);
  }

  unfollow(topic: string): Promise<void> {
    return this.stream.unfollow(topic);
  }
}
