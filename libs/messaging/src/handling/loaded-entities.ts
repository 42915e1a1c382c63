import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

/** An update of one row, as the driver takes it. */
export interface RowUpdate {
  text: string;
  values: unknown[];
}

/**
 * What the entities of one command held when they were loaded. The command holds its entity, so nobody else changes
 * those rows: saving writes what differs, where the mapper would read the row a second time to find that out.
 */
export class LoadedEntities {
  private readonly held = new WeakMap<ObjectLiteral, ReadonlyMap<ColumnMetadata, unknown>>();

  constructor(private readonly dataSource: DataSource) {}

  /** The row of `entity` holds what the entity does now. */
  remember(entity: ObjectLiteral): void {
    const metadata = this.metadataOf(entity);
    if (isPlain(metadata)) this.held.set(entity, this.valuesOf(metadata, entity));
  }

  forget(entity: ObjectLiteral): void {
    this.held.delete(entity);
  }

  /** What brings the row up to date; null: nothing changed; undefined: it was not loaded here, or is not that simple. */
  update(entity: ObjectLiteral): RowUpdate | null | undefined {
    const before = this.held.get(entity);
    if (!before) return undefined;
    const metadata = this.metadataOf(entity);
    const now = this.valuesOf(metadata, entity);
    // As for the mapper: what is not there is left as it is.
    const changed = [...now].filter(
      ([column, value]) => value !== undefined && !isDeepStrictEqual(value, before.get(column)),
    );
    if (changed.length === 0) return null;
    if (changed.some(([column]) => column.isPrimary)) return undefined;
    const keys = metadata.primaryColumns.map((column) => [column, before.get(column)] as const);
    const values = [...changed, ...keys].map(([, value]) => value);
    const place = (column: ColumnMetadata, index: number) =>
      `${this.escape(column.databaseName)} = $${String(index + 1)}`;
    const set = changed.map(([column], index) => place(column, index));
    const where = keys.map(([column], index) => place(column, changed.length + index));
    const table = metadata.tablePath.split('.').map(this.escape).join('.');
    return { text: `update ${table} set ${set.join(', ')} where ${where.join(' and ')}`, values };
  }

  private readonly escape = (name: string): string => this.dataSource.driver.escape(name);

  private metadataOf(entity: ObjectLiteral): EntityMetadata {
    return this.dataSource.getMetadata(entity.constructor);
  }

  private valuesOf(metadata: EntityMetadata, entity: ObjectLiteral): Map<ColumnMetadata, unknown> {
    const { driver } = this.dataSource;
    return new Map(
      metadata.columns.map((column) => {
        const value: unknown = column.getEntityValue(entity);
        const written: unknown = driver.preparePersistentValue(value, column);
        return [column, copied(written)];
      }),
    );
  }
}

/** One table, whose columns hold what the entity's fields do, and that nothing else watches. */
const isPlain = (metadata: EntityMetadata): boolean =>
  metadata.tableType === 'regular' &&
  metadata.relations.length + metadata.embeddeds.length + metadata.listeners.length === 0 &&
  metadata.columns.every((column) => column.isSelect && column.isUpdate && !isKept(column));

/** The mapper gives it a value of its own. */
const isKept = ({ isVersion, isUpdateDate, isVirtualProperty, isDiscriminator }: ColumnMetadata): boolean =>
  isVersion || isUpdateDate || isVirtualProperty || isDiscriminator;

/** An entity may change a list in place; JSON is text by now. */
function copied(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  return typeof value === 'object' && value !== null ? structuredClone(value) : value;
}
