import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Actor, AuditSubject, CommandMessage, EffectMessage, Envelope, EventMessage } from '../contracts/index.js';
import { preparedStatement } from '../database/sql.js';
import { effectRow } from '../effects/effect-row.js';
import { derivedId } from '../identity/derived-id.js';
import { NotFound } from '../rejections/rejection.js';
import type { Origin, PartitionFor } from '../sending/outgoing-row.js';
import { outgoingRow } from '../sending/outgoing-row.js';
import { moduleOf } from '../contracts/index.js';
import { onBehalfOf } from './on-behalf-of.js';
import { entityManagerOn } from './bound-query-runner.js';
import { LoadedEntities } from './loaded-entities.js';
import type { EntityClass, Tx } from './tx.js';
import { WorkProduct } from './work-product.js';

/** The hold of one command on its entity, within the transaction of its batch. */
export class CommandTx implements Tx {
  readonly product = new WorkProduct();
  readonly told: EventMessage[] = [];
  readonly audited: AuditSubject[] = [];
  /** Something was written, or may have been: a throw from here on needs a rollback. */
  dirty = false;
  private wrote = false;
  private sends = 0;
  private manager: EntityManager | null = null;
  private readonly loaded: LoadedEntities;

  constructor(
    readonly envelope: Envelope,
    readonly now: Date,
    private readonly client: PoolClient,
    private readonly dataSource: DataSource,
    private readonly partitionFor: PartitionFor,
  ) {
    this.loaded = new LoadedEntities(dataSource);
  }

  get actor(): Actor {
    return this.envelope.actor;
  }

  /** The command did something that others can see. */
  get changed(): boolean {
    return this.wrote || this.told.length > 0 || this.product.sent.length > 0 || this.product.effects.length > 0;
  }

  async find<E extends ObjectLiteral>(entity: EntityClass<E>, where: FindOptionsWhere<E>): Promise<E | null> {
    const found = await this.entities.findOneBy(entity, where);
    if (found) this.loaded.remember(found);
    return found;
  }

  async load<E extends ObjectLiteral>(entity: EntityClass<E>, where: FindOptionsWhere<E>): Promise<E> {
    const found = await this.find(entity, where);
    if (!found) throw new NotFound(`This ${entity.name.toLowerCase()}`);
    return found;
  }

  async save<E extends ObjectLiteral>(entity: E): Promise<void> {
    this.dirty = this.wrote = true;
    if (!(await this.updated(entity))) await this.entities.save(entity, { transaction: false, reload: false });
    this.loaded.remember(entity);
  }

  /** False: not loaded by this command, or gone meanwhile, so the mapper has to look. */
  private async updated(entity: ObjectLiteral): Promise<boolean> {
    const update = this.loaded.update(entity);
    if (!update) return update === null;
    const { rowCount } = await this.client.query(update);
    return rowCount === 1;
  }

  async remove<E extends ObjectLiteral>(entity: E): Promise<void> {
    this.dirty = this.wrote = true;
    this.loaded.forget(entity);
    await this.entities.remove(entity, { transaction: false });
  }

  async sql(query: TemplateStringsArray, ...values: unknown[]): Promise<unknown[]> {
    this.dirty = true;
    // A plain select changes nothing that an audit entry would tell of; it may still call what writes.
    this.wrote ||= !/^\s*select\b/i.test(query[0] ?? '');
    const { rows } = await this.client.query<Record<string, unknown>>(preparedStatement(query, values));
    return rows;
  }

  send(command: CommandMessage): string {
    return this.sendAs(command, this.origin());
  }

  /** A reaction's command: its actor is the module that reacts. */
  sendAs(command: CommandMessage, origin: Origin, id = this.nextId()): string {
    const row = outgoingRow(command, 'command', origin, this.partitionFor, id);
    this.product.sent.push({ ...row, retry_of: null });
    return row.id;
  }

  emit(event: EventMessage): void {
    this.told.push(event);
  }

  perform(effect: EffectMessage): string {
    const row = outgoingRow(effect, 'effect', this.origin(), this.partitionFor, this.nextId());
    this.product.sent.push({ ...row, retry_of: null });
    this.product.effects.push(effectRow(effect, row, this.envelope));
    return row.id;
  }

  signal(effectId: string, signal: { type: string; ref?: string }): void {
    const entry = JSON.stringify([{ ...signal, at: this.now.toISOString() }]);
    this.enqueue(
      this.sql`with signalled as (
        update messaging.effect set signals = signals || ${entry}::jsonb
        where id = ${effectId} and state in ('requested', 'running', 'waiting') returning id)
      select pg_notify('foundry_signal', id::text) from signalled`,
    );
  }

  cancelEffect(effectId: string): void {
    this.enqueue(
      this.sql`update messaging.effect set state = 'cancelled', finished_at = clock_timestamp()
        where id = ${effectId} and state in ('requested', 'waiting')`,
    );
    this.signal(effectId, { type: 'cancel' });
  }

  schedule(key: string, dueAt: Date, command: CommandMessage): void {
    const row = outgoingRow(command, 'command', this.origin(), this.partitionFor);
    this.enqueue(
      this.sql`insert into messaging.schedule (key, name, v, module, entity_id, organization_id, payload, due_at)
        values (${key}, ${row.name}, ${row.v}, ${row.module}, ${row.entity_id}, ${row.organization_id},
          ${JSON.stringify(row.payload)}::jsonb, ${dueAt})
        on conflict (key) do update set name = excluded.name, v = excluded.v, entity_id = excluded.entity_id,
          organization_id = excluded.organization_id, payload = excluded.payload, due_at = excluded.due_at`,
    );
  }

  unschedule(key: string): void {
    this.enqueue(this.sql`delete from messaging.schedule where key = ${key} and every is null`);
  }

  audit(entry: AuditSubject): void {
    this.audited.push(entry);
  }

  derivedId(label: string): string {
    return derivedId(this.envelope.id, label);
  }

  /** Statements that the handler did not wait for are waited for here; the first failure is the command's. */
  async flush(): Promise<void> {
    await Promise.all(this.pending);
  }

  /** Next id of something that this command sends: the same when it is handled again. */
  nextId(): string {
    this.sends += 1;
    return this.derivedId(`sent ${String(this.sends)}`);
  }

  /** What a message caused by this command inherits; the module is the actor, the person stays as `onBehalfOf`. */
  origin(module: string = moduleOf(this.envelope.name)): Origin {
    const person = onBehalfOf(this.envelope.actor);
    return {
      actor: { kind: 'system', module, ...(person === null ? {} : { onBehalfOf: person }) },
      correlationId: this.envelope.correlationId,
      causationId: this.envelope.id,
      hop: this.envelope.hop + 1,
      traceparent: this.envelope.traceparent,
    };
  }

  private readonly pending: Promise<unknown>[] = [];

  private enqueue(work: Promise<unknown>): void {
    // `flush` reports the failure; until then it must not count as unhandled.
    work.catch(() => undefined);
    this.pending.push(work);
  }

  private get entities(): EntityManager {
    this.manager ??= entityManagerOn(this.dataSource, this.client);
    return this.manager;
  }
}
