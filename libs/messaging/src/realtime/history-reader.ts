import type { Subscriber } from './topic-source.js';

/** A command or an effect of an entity, as the inspector shows it; replaced as a whole when anything in it changed. */
export type HistoryEntry = { id: string } & Record<string, unknown>;

/** What the topic `history:<module>:<entityId>` holds. */
export interface EntityHistory {
  /** All pending commands and the last 50 settled ones, newest first. */
  commands: HistoryEntry[];
  /** Effects that have not ended, and those that the commands asked for. */
  effects: HistoryEntry[];
}

/** Reads the history of one entity for people who watch it live; once a second while somebody does. */
export abstract class HistoryReader {
  /** Who may read the entity over REST. False for unknown ids and other tenants' alike. */
  abstract mayRead(subscriber: Subscriber, module: string, entityId: string): Promise<boolean>;
  /** Without payloads: one read serves every watcher, whatever their role. */
  abstract read(module: string, entityId: string): Promise<EntityHistory>;
}
