import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type EntityHistory, HistoryReader } from '../realtime/history-reader.js';
import type { Subscriber } from '../realtime/topic-source.js';
import { Registry } from '../registry/registry.js';
import { EffectReader } from './effect-reader.js';
import { effectView } from './effect-rows.js';
import { EntityAccess } from './entity-access.js';
import { EntityHistoryReader } from './entity-history-reader.js';
import { ownerOf } from './entity-owner.js';
import { historyItem } from './history-rows.js';

/** Settled commands that a watcher sees. */
const SETTLED = 50;

/** The history of an entity for the topic `history:<module>:<entityId>`: without payloads and without rights to act. */
@Injectable()
export class StoredHistoryReader extends HistoryReader {
  constructor(
    private readonly database: Database,
    private readonly access: EntityAccess,
    private readonly history: EntityHistoryReader,
    private readonly effects: EffectReader,
    private readonly registry: Registry,
  ) {
    super();
  }

  async mayRead(subscriber: Subscriber, module: string, entityId: string): Promise<boolean> {
    const entity = await ownerOf(this.database.sql, { module, entityId });
    return (await this.access.rightsOf(subscriber, entity)) !== 'none';
  }

  async read(module: string, entityId: string): Promise<EntityHistory> {
    const entity = await ownerOf(this.database.sql, { module, entityId });
    const commands = (await this.history.newest(entity, SETTLED)).map((row) => historyItem(row, false));
    const asked = await this.effects.ofEntity(
      entity,
      commands.map(({ id }) => id),
    );
    const effects = asked.map((row) => {
      const { effectId, ...view } = effectView(row, this.registry, false);
      return { id: effectId, effectId, ...view };
    });
    return { commands, effects };
  }
}
