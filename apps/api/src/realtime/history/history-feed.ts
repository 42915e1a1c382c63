import { type EntityHistory, type HistoryEntry, type HistoryReader, Unavailable } from '@foundry/messaging';
import type { Delta } from '@foundry/messaging/contracts';
import type { RealtimeLog } from '../realtime-log.js';
import { parseTopicName } from '../topics/topic-name.js';
import type { TopicFeed } from '../topics/topic-feed.js';

interface Watched {
  version: number;
  /** Each entry as JSON, by type and id. */
  seen: Map<string, string>;
  history: EntityHistory;
  timer: NodeJS.Timeout | null;
}

const byType = ({ commands, effects }: EntityHistory): [type: 'command' | 'effect', entry: HistoryEntry][] => [
  ...commands.map((entry): ['command', HistoryEntry] => ['command', entry]),
  ...effects.map((entry): ['effect', HistoryEntry] => ['effect', entry]),
];

const jsonOf = (history: EntityHistory): Map<string, string> =>
  new Map(byType(history).map(([type, entry]) => [`${type} ${entry.id}`, JSON.stringify(entry)]));

/** `history:<module>:<entityId>` taken apart. */
export function historyOf(id: string): { module: string; entityId: string } {
  const colon = id.indexOf(':');
  return { module: id.slice(0, colon), entityId: id.slice(colon + 1) };
}

/** Reads the history of an entity again and again while somebody watches it, and numbers the changes itself. */
export class HistoryFeed implements TopicFeed {
  readonly isUnkept = true;
  readonly #watched = new Map<string, Promise<Watched>>();

  constructor(
    private readonly reader: HistoryReader,
    private readonly everyMs: number,
    private readonly log: RealtimeLog,
    private readonly take: (delta: Delta) => void,
  ) {}

  async versions(topics: readonly string[]): Promise<Map<string, number>> {
    const versions = await Promise.all(
      topics.map(async (topic): Promise<[string, number]> => [topic, (await this.#watched.get(topic))?.version ?? 0]),
    );
    return new Map(versions);
  }

  since(): Promise<Delta[] | null> {
    return Promise.resolve(null);
  }

  async follow(topic: string): Promise<void> {
    const first = this.#watched.get(topic) ?? this.#start(topic);
    this.#watched.set(topic, first);
    try {
      await first;
    } catch (error) {
      this.#watched.delete(topic);
      throw error;
    }
  }

  async unfollow(topic: string): Promise<void> {
    const watched = this.#watched.get(topic);
    this.#watched.delete(topic);
    const timer = (await watched)?.timer;
    if (timer) clearTimeout(timer);
  }

  /** The state that belongs to the present version. */
  async state(topic: string): Promise<EntityHistory> {
    return (await this.#watched.get(topic))?.history ?? { commands: [], effects: [] };
  }

  async #start(topic: string): Promise<Watched> {
    const history = await this.#read(topic);
    // above every version that a watcher may bring along, so that no change of before is mistaken for one of now
    const watched: Watched = { version: Date.now(), seen: jsonOf(history), history, timer: null };
    this.#readLater(topic, watched);
    return watched;
  }

  #readLater(topic: string, watched: Watched): void {
    watched.timer = setTimeout(() => {
      void this.#readAgain(topic, watched);
    }, this.everyMs);
    watched.timer.unref();
  }

  async #readAgain(topic: string, watched: Watched): Promise<void> {
    try {
      const history = await this.#read(topic);
      const before = watched.seen;
      watched.history = history;
      watched.seen = jsonOf(history);
      for (const [type, entry] of byType(history)) {
        const key = `${type} ${entry.id}`;
        if (before.get(key) === watched.seen.get(key)) continue;
        watched.version += 1;
        this.take({ topic, version: watched.version, type, data: entry });
      }
    } catch (error) {
      this.log[error instanceof Unavailable ? 'warn' : 'error'](
        { topic, error },
        'history not read, will be tried again',
      );
    }
    if ((await this.#watched.get(topic)) === watched) this.#readLater(topic, watched);
  }

  #read(topic: string): Promise<EntityHistory> {
    const { module, entityId } = historyOf(parseTopicName(topic)?.id ?? '');
    return this.reader.read(module, entityId);
  }
}
