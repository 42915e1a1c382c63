import { isDeepStrictEqual } from 'node:util';
import { type FindOptionsWhere, getMetadataArgsStorage, type ObjectLiteral } from 'typeorm';
import type {
  Actor,
  AuditSubject,
  CommandMessage,
  EffectMessage,
  Envelope,
  EventMessage,
} from '../../contracts/index.js';
import { statement } from '../../database/sql.js';
import type { EntityClass, Tx } from '../../handling/tx.js';
import { derivedId } from '../../identity/derived-id.js';
import { NotFound } from '../../rejections/rejection.js';
import { copyOf } from './copy.js';

/** One statement of a handler, and what it is given as rows. */
export type SqlAnswer = readonly unknown[];

/** Everything that a handler asked of its transaction. */
export interface Recorded {
  events: EventMessage[];
  commands: CommandMessage[];
  effects: EffectMessage[];
  audits: AuditSubject[];
  signals: { effectId: string; type: string; ref?: string }[];
  cancelled: string[];
  schedules: { key: string; dueAt: Date; command: CommandMessage }[];
  unscheduled: string[];
  statements: { text: string; values: unknown[] }[];
  saved: object[];
  removed: object[];
}

/** The transaction of a decision: rows in memory, and a record of what was asked for. */
export class MemoryTx implements Tx {
  readonly recorded: Recorded = {
    events: [],
    commands: [],
    effects: [],
    audits: [],
    signals: [],
    cancelled: [],
    schedules: [],
    unscheduled: [],
    statements: [],
    saved: [],
    removed: [],
  };
  private rows: object[];

  constructor(
    readonly envelope: Envelope,
    readonly now: Date,
    given: readonly object[],
    private readonly answers: SqlAnswer[],
  ) {
    this.rows = given.map(copyOf);
  }

  get actor(): Actor {
    return this.envelope.actor;
  }

  /** The rows as they are now. */
  get kept(): readonly object[] {
    return this.rows;
  }

  async find<E extends ObjectLiteral>(entity: EntityClass<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    const isOurs = (row: object): row is E => row instanceof entity;
    const found = this.rows.filter(isOurs).find((row) => fits(row, where));
    return Promise.resolve(found ? copyOf(found) : null);
  }

  async load<E extends ObjectLiteral>(entity: EntityClass<E>, where: FindOptionsWhere<E>): Promise<E> {
    const found = await this.find(entity, where);
    if (!found) throw new NotFound();
    return found;
  }

  async save<E extends ObjectLiteral>(entity: E): Promise<void> {
    this.rows = [...this.others(entity), copyOf(entity)];
    this.recorded.saved.push(copyOf(entity));
    return Promise.resolve();
  }

  async remove<E extends ObjectLiteral>(entity: E): Promise<void> {
    this.rows = this.others(entity);
    this.recorded.removed.push(copyOf(entity));
    return Promise.resolve();
  }

  async sql(query: TemplateStringsArray, ...values: unknown[]): Promise<unknown[]> {
    const asked = statement(query, values);
    const answer = this.answers.shift();
    if (!answer) throw new Error(`Nothing answers this statement; use .answering([…]) for it: ${asked.text}`);
    this.recorded.statements.push(asked);
    return Promise.resolve([...answer]);
  }

  send(command: CommandMessage): string {
    this.recorded.commands.push(command);
    return this.derivedId(`command ${String(this.recorded.commands.length)}`);
  }

  emit(event: EventMessage): void {
    this.recorded.events.push(event);
  }

  perform(effect: EffectMessage): string {
    this.recorded.effects.push(effect);
    return this.derivedId(`effect ${String(this.recorded.effects.length)}`);
  }

  signal(effectId: string, signal: { type: string; ref?: string }): void {
    this.recorded.signals.push({ effectId, ...signal });
  }

  cancelEffect(effectId: string): void {
    this.recorded.cancelled.push(effectId);
  }

  schedule(key: string, dueAt: Date, command: CommandMessage): void {
    this.recorded.schedules.push({ key, dueAt, command });
  }

  unschedule(key: string): void {
    this.recorded.unscheduled.push(key);
  }

  audit(entry: AuditSubject): void {
    this.recorded.audits.push(entry);
  }

  derivedId(label: string): string {
    return derivedId(this.envelope.id, label);
  }

  private others(entity: object): object[] {
    const keys = keysOf(entity);
    return this.rows.filter(
      (row) => row.constructor !== entity.constructor || !keys.every((key) => equalAt(row, entity, key)),
    );
  }
}

const valueAt = (row: object, key: string): unknown => Reflect.get(row, key);
const equalAt = (a: object, b: object, key: string): boolean => isDeepStrictEqual(valueAt(a, key), valueAt(b, key));

const fits = (row: object, where: object): boolean =>
  Object.entries(where).every(([key, value]) => isDeepStrictEqual(valueAt(row, key), value));

function keysOf(entity: object): string[] {
  const keys = getMetadataArgsStorage()
    .columns.filter(({ target, options }) => options.primary && target === entity.constructor)
    .map(({ propertyName }) => propertyName);
  if (keys.length === 0) throw new Error(`${entity.constructor.name} has no @PrimaryColumn.`);
  return keys;
}
