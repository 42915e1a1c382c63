import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { AuditPort } from '../auditing/audit-records.js';
import { recordsOfHandled, recordsOfRejected } from '../auditing/audit-records.js';
import { type CommandMessage, type Envelope, moduleOf } from '../contracts/index.js';
import { isDatabaseError, isPassing } from '../database/failures.js';
import type { Failpoints } from '../failpoints/failpoints.js';
import { readMessage } from '../registry/read-message.js';
import type { Registry } from '../registry/registry.js';
import { Unavailable } from '../rejections/failures.js';
import { Rejection } from '../rejections/rejection.js';
import { envelopeOf, OutboxRow } from '../relay/outbox-row.js';
import type { PartitionFor } from '../sending/outgoing-row.js';
import { messageSpan } from '../tracing/message-span.js';
import { CommandTx } from './command-tx.js';
import { finishEvents } from './finish-events.js';
import { enterTransaction } from './handler.js';
import { dead, expired, handled, rejected, type Verdict } from './outcome.js';
import { settle, type Settlement } from './settle.js';
import type { Work } from './work.js';

/** Calls the handler, through Nest's guards, interceptors and filters. */
export type Execute = (command: CommandMessage, envelope: Envelope) => Promise<unknown>;

export interface BatchParts {
  pool: Pool;
  dataSource: DataSource;
  registry: Registry;
  partitionFor: PartitionFor;
  audit: AuditPort;
  failpoints: Failpoints;
  workerId: string;
  execute: Execute;
}

/** A command with its verdict. `bug`: what an operator should read. */
export interface Ended extends Settlement {
  work: Work;
  bug: Error | null;
}

/** What a batch found out about each command. */
export interface BatchResult {
  settled: Ended[];
  /** Settled before: a duplicate delivery. */
  seen: Work[];
  /** An older command of the entity goes first. */
  elders: { work: Work; elder: Envelope }[];
  /** Another transaction holds the entity. */
  held: Work[];
}

const Turn = z.object({
  id: z.string(),
  settled: z.boolean(),
  elder: OutboxRow.nullable(),
  attempts: z.number().nullable(),
  expired: z.boolean(),
  at: z.date(),
});
type Turn = z.infer<typeof Turn>;

/** More attempts than the broker allows deliveries: for the in-process wire, whose own count dies with the process. */
const MOST_ATTEMPTS = 25;

/** Longest that one transaction may take. */
const TRANSACTION_MS = 10_000;

/** Each attempt began and none ended. */
class EndsItsProcess extends Error {
  constructor() {
    super('The process ended in each of its attempts.');
  }
}

/** The transaction must be undone before anything of it can be kept. */
export class BatchSpoiled extends Error {
  constructor(options: ErrorOptions) {
    super('A command spoiled the transaction of its batch.', options);
    this.name = 'BatchSpoiled';
  }
}

/**
 * Handles commands of different entities in one transaction. Most go well, so nothing guards one against the other:
 * when one fails after it wrote, `BatchSpoiled` is thrown, all is rolled back, and each runs again in a transaction
 * of its own, where a savepoint lets its outcome be kept without its work.
 */
export async function runBatch(parts: BatchParts, works: readonly Work[]): Promise<BatchResult> {
  const client = await parts.pool.connect();
  let broken = true;
  try {
    const result = await limited(transact(parts, client, works));
    broken = false;
    return result;
  } catch (error) {
    if (error instanceof BatchSpoiled) {
      await client.query('rollback');
      broken = false;
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

async function transact(parts: BatchParts, client: PoolClient, works: readonly Work[]): Promise<BatchResult> {
  const alone = works.length === 1 && works[0]?.alone === true;
  const turns = await begin(parts, client, works, alone);
  const result: BatchResult = { settled: [], seen: [], elders: [], held: [] };
  const running: Promise<void>[] = [];
  for (const work of works) {
    const turn = turns.get(work.envelope.id);
    if (!turn) result.held.push(work);
    else if (turn.settled) result.seen.push(work);
    else if (turn.elder) result.elders.push({ work, elder: envelopeOf(turn.elder) });
    else running.push(take(parts, client, work, turn, alone).then((done) => void result.settled.push(done)));
  }
  // All of them end before anything is undone: a statement of a straggler must not land in the next transaction.
  const ended = await Promise.allSettled(running);
  const failure = ended.find((end) => end.status === 'rejected');
  if (failure) throw isPassing(failure.reason) ? failure.reason : new BatchSpoiled({ cause: failure.reason });
  await settle(client, parts, result.settled);
  return result;
}

async function begin(
  parts: BatchParts,
  client: PoolClient,
  works: readonly Work[],
  alone: boolean,
): Promise<Map<string, Turn>> {
  const seqs = works.map(({ envelope }) => envelope.seq);
  const [, , { rows }] = await Promise.all([
    client.query({ name: 'mark', text: 'select messaging.count_attempts($1, $2)', values: [seqs, parts.workerId] }),
    client.query('begin'),
    client.query({
      name: 'begin_work',
      text: 'select id, settled, elder, attempts, expired, at from messaging.begin_work($1, $2, $3, $4, $5)',
      values: [
        works.map(({ envelope }) => envelope.id),
        works.map(({ module }) => module),
        works.map(({ envelope }) => envelope.entityId),
        seqs,
        works.length === 1,
      ],
    }),
    ...(alone ? [client.query('savepoint work')] : []),
  ]);
  await parts.failpoints.pass('handle.marked');
  await parts.failpoints.pass('handle.locked');
  return new Map(rows.map((row) => Turn.parse(row)).map((turn) => [turn.id, turn]));
}

/** One command from its turn to its verdict, in a span that everything it sends is caused by. */
function take(parts: BatchParts, client: PoolClient, work: Work, turn: Turn, alone: boolean): Promise<Ended> {
  const span = messageSpan('handle', work.envelope);
  if (!span) return decide(parts, client, work, work.envelope, turn, alone);
  const envelope = { ...work.envelope, traceparent: span.traceparent };
  return span.around(() => decide(parts, client, work, envelope, turn, alone), traced);
}

const traced = ({ verdict, attempts }: Ended) => ({
  'foundry.outcome': verdict.outcome,
  'foundry.attempt': attempts,
  ...(verdict.code === null ? {} : { 'foundry.code': verdict.code }),
});

/** Throws only what spoils the transaction. */
async function decide(
  parts: BatchParts,
  client: PoolClient,
  work: Work,
  envelope: Envelope,
  turn: Turn,
  alone: boolean,
): Promise<Ended> {
  const base = { work, envelope, attempts: turn.attempts ?? 1, startedAt: turn.at };
  const tx = () => new CommandTx(envelope, turn.at, client, parts.dataSource, parts.partitionFor);
  if (turn.expired) return { ...base, verdict: expired, product: tx().product, bug: null };
  if (base.attempts > MOST_ATTEMPTS) return bury(tx(), { ...base, verdict: dead('internal') }, new EndsItsProcess());
  if (work.doomed) return bury(tx(), { ...base, verdict: dead('unavailable') }, new Unavailable('database'));

  const used = tx();
  try {
    const verdict = await handle(parts, used);
    return { ...base, verdict, product: used.product, bug: null };
  } catch (error) {
    if (isPassing(error)) throw error;
    if (used.dirty || isDatabaseError(error)) {
      if (!alone) throw error;
      await client.query('rollback to savepoint work');
    }
    const fresh = tx();
    const verdict = refuse(parts, fresh, error);
    if (verdict.outcome === 'dead') return bury(fresh, { ...base, verdict }, asError(error));
    return { ...base, verdict, product: fresh.product, bug: null };
  }
}

async function handle(parts: BatchParts, tx: CommandTx): Promise<Verdict> {
  const { envelope } = tx;
  const type = parts.registry.command(envelope.name, envelope.v);
  const command = readMessage(type, envelope);
  enterTransaction(command, tx);
  const result = await parts.execute(command, envelope);
  await tx.flush();
  await finishEvents(tx, parts.registry, parts.partitionFor);
  const deed = { envelope, command: type, payload: command.payload, now: tx.now };
  for (const record of recordsOfHandled(deed, tx.audited, tx.changed)) {
    tx.sendAs(parts.audit.append(record), tx.origin(), record.entryId);
  }
  return handled(type.definition.result?.parse(result) ?? null);
}

function refuse(parts: BatchParts, tx: CommandTx, error: unknown): Verdict {
  if (!(error instanceof Rejection)) return dead('internal');
  const { envelope } = tx;
  const type = parts.registry.command(envelope.name, envelope.v);
  const deed = { envelope, command: type, payload: readMessage(type, envelope).payload, now: tx.now };
  for (const record of recordsOfRejected(deed, error)) {
    tx.sendAs(parts.audit.append(record), tx.origin(), record.entryId);
  }
  return rejected(error);
}

/** A dead letter beside the outcome, so that the entity goes on and people see what happened. */
function bury(tx: CommandTx, ended: Omit<Ended, 'product' | 'bug'>, bug: Error): Ended {
  const { envelope, verdict, attempts } = ended;
  tx.product.letters.push({
    id: envelope.id,
    source: 'command',
    module: moduleOf(envelope.name),
    organization_id: envelope.organizationId,
    envelope,
    code: verdict.code ?? 'internal',
    message: bug.message,
    stack: bug.stack ?? null,
    attempts,
  });
  return { ...ended, product: tx.product, bug };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** A transaction that takes too long is cut off with its connection; the world is wrong, not the command. */
async function limited<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error('timeout exceeded: the transaction took more than 10 s'), { code: 'ETIMEDOUT' }));
    }, TRANSACTION_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
