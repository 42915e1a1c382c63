import { type HistoryReader, type ShowsTopic, type Subscriber } from '@foundry/messaging';
import { type HistoryFeed, historyOf } from './history-feed.js';

/** The topic `history:<module>:<entityId>` of the inspector. */
export class HistoryTopic implements ShowsTopic {
  readonly idPattern = /^[a-z-]{1,40}:[A-Za-z0-9_-]{1,64}$/;

  constructor(
    private readonly reader: HistoryReader,
    private readonly feed: HistoryFeed,
  ) {}

  mayRead(subscriber: Subscriber, id: string): Promise<boolean> {
    const { module, entityId } = historyOf(id);
    return this.reader.mayRead(subscriber, module, entityId);
  }

  snapshot(_subscriber: Subscriber, id: string): Promise<unknown> {
    return this.feed.state(`history:${id}`);
  }
}
