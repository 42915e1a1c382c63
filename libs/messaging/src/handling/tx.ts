import type { FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Actor, AuditSubject, CommandMessage, EffectMessage, Envelope, EventMessage } from '../contracts/index.js';

/** A class mapped by TypeORM. */
export type EntityClass<E extends ObjectLiteral> = new () => E;

/** What a reaction may do in the transaction that emits the event: read its own module's rows. */
export interface ReadTx {
  /** Database time at the start of the transaction; every handler takes time from here. */
  readonly now: Date;
  find<E extends ObjectLiteral>(entity: EntityClass<E>, where: FindOptionsWhere<E>): Promise<E | null>;
  /** Rows as they come; parse them with a schema. Values are bound, never spliced. */
  sql(query: TemplateStringsArray, ...values: unknown[]): Promise<unknown[]>;
}

/**
 * The exclusive hold on one entity while its command is handled: all that is asked for here is kept together
 * with the outcome, or not at all. There is no request and no network here, on purpose.
 */
export interface Tx extends ReadTx {
  readonly envelope: Envelope;
  readonly actor: Actor;
  /** Like `find`, but rejects with `resource.not_found`. */
  load<E extends ObjectLiteral>(entity: EntityClass<E>, where: FindOptionsWhere<E>): Promise<E>;
  save<E extends ObjectLiteral>(entity: E): Promise<void>;
  remove<E extends ObjectLiteral>(entity: E): Promise<void>;
  /** Sends a command caused by this one. Returns its id. */
  send(command: CommandMessage): string;
  /** Tells a fact. Its frames get their versions, and its reactions their commands, in this transaction. */
  emit(event: EventMessage): void;
  /** Asks for slow or outside work, which always reports back with a command. Returns the effect's id. */
  perform(effect: EffectMessage): string;
  /** Tells the holder of a running effect something: stop, an answer to a permission request. */
  signal(effectId: string, signal: { type: string; ref?: string }): void;
  /** Requested or waiting: ends it without a report. Running: signals `cancel`. */
  cancelEffect(effectId: string): void;
  /** Sends `command` once at `dueAt`, unless the key is scheduled again or unscheduled before. */
  schedule(key: string, dueAt: Date, command: CommandMessage): void;
  unschedule(key: string): void;
  /** Replaces the declared audit entry: one call for each subject. Without a call the declaration decides. */
  audit(entry: AuditSubject): void;
  /** An id that is the same whenever this command is handled again. */
  derivedId(label: string): string;
}
