import { setTimeout as wait } from 'node:timers/promises';
import { type CommandMessage, type EffectDefinition, type EffectMessage, MAX_HOP } from '../contracts/index.js';
import type { Failpoints } from '../failpoints/failpoints.js';
import { derivedId } from '../identity/derived-id.js';
import type { Log } from '../logging/log.js';
import type { Metrics } from '../metrics/metrics.js';
import { readMessage } from '../registry/read-message.js';
import type { Registry } from '../registry/registry.js';
import { StaleLease } from '../rejections/failures.js';
import type { AcceptRow } from '../sending/accept-queue.js';
import { outgoingRow, type PartitionFor } from '../sending/outgoing-row.js';
import type { Transport } from '../transport/transport.js';
import { type AttemptFault, faultOf, pauseAfter } from './effect-failed.js';
import { DEFAULT_TIMEOUT_MS } from './effect-row.js';
import type { EffectRecord, EffectStore } from './effect-store.js';
import { RunningAttempt } from './running-attempt.js';
import { wakeUp } from './wake-up.js';

export interface PerformParts {
  store: EffectStore;
  registry: Registry;
  transport: Transport;
  partitionFor: PartitionFor;
  failpoints: Failpoints;
  metrics: Metrics;
  log: Log;
  workerId: string;
  /** Calls the effect's handler, through Nest. */
  perform: (effect: EffectMessage, attempt: RunningAttempt) => Promise<CommandMessage>;
}

/** After an abort an attempt may tidy up this long, then it counts as failed whatever it does. */
const TIDY_MS = 5_000;

/** Runs a claimed effect once and records how it ended. `done` rejects only when even that cannot be kept. */
export function performAttempt(
  parts: PerformParts,
  effect: EffectRecord,
  definition: EffectDefinition,
): { attempt: RunningAttempt; done: Promise<void> } {
  const lease = { effectId: effect.id, owner: parts.workerId, fence: effect.fence };
  const rowFor = (command: CommandMessage, step: string) =>
    reportRow(parts, effect, command, derivedId(effect.id, step));
  const attempt = new RunningAttempt(effect, lease, parts.store, rowFor, parts.transport);
  return { attempt, done: run(parts, effect, definition, attempt) };
}

async function run(
  parts: PerformParts,
  effect: EffectRecord,
  definition: EffectDefinition,
  attempt: RunningAttempt,
): Promise<void> {
  await parts.failpoints.pass('effect.claimed');
  const stop = parts.metrics.effectAttempt.startTimer({ name: effect.name });
  const outcome = await end(parts, effect, definition, attempt);
  attempt.end();
  const seconds = stop({ outcome });
  parts.log.info(
    {
      effectId: effect.id,
      correlationId: effect.correlation_id,
      effect: effect.name,
      entity: effect.entity_id,
      outcome,
      attempt: effect.attempt,
      workedMs: Math.round(seconds * 1000),
    },
    'effect',
  );
}

/** What became of the attempt, in one word for logs and metrics. */
async function end(
  parts: PerformParts,
  effect: EffectRecord,
  definition: EffectDefinition,
  attempt: RunningAttempt,
): Promise<string> {
  try {
    const refusal = refusedBeforehand(effect, definition);
    if (refusal) return await giveUp(parts, effect, attempt, refusal);
    const message = readMessage(parts.registry.effect(effect.name, effect.v), effect);
    try {
      const report = await limited(parts.perform(message, attempt), attempt, timeLimit(effect, definition));
      // A time-out is a failure, also when the work came to an end while it tidied up.
      if (attempt.stopped === 'timeout') throw new Error('The attempt ended after its time.');
      await parts.failpoints.pass('effect.performed');
      await parts.store.report(attempt.lease, 'succeeded', reportRow(parts, effect, report), null);
      await parts.failpoints.pass('effect.reported');
      return 'succeeded';
    } catch (error) {
      if (error instanceof StaleLease || attempt.stopped === 'lease_lost') throw new StaleLease(effect.id);
      return await failed(parts, effect, definition, attempt, error);
    }
  } catch (error) {
    if (!(error instanceof StaleLease)) throw error;
    parts.metrics.staleWrites.inc();
    parts.log.warn({ effectId: effect.id, effect: effect.name, fence: String(effect.fence) }, 'effect.stale');
    return 'stale';
  }
}

async function failed(
  parts: PerformParts,
  effect: EffectRecord,
  definition: EffectDefinition,
  attempt: RunningAttempt,
  error: unknown,
): Promise<string> {
  if (attempt.stopped === 'draining') {
    await parts.store.handBack(attempt.lease);
    await wakeUp(parts.transport, { id: effect.id, name: effect.name, entityId: effect.entity_id });
    return 'handed_on';
  }
  const fault: AttemptFault =
    attempt.stopped === 'timeout'
      ? { kind: 'world', code: 'effect.timed_out', message: 'The attempt did not end in time.', retryAfterMs: null }
      : faultOf(error);
  if (fault.kind === 'bug') await parts.store.bury(effect, fault.error);
  const pause = fault.kind === 'world' ? pauseAfter(effect.attempt, fault.retryAfterMs, Math.random()) : 0;
  const spent =
    fault.kind !== 'world' ||
    attempt.stopped === 'cancelled' ||
    definition.retry === 'never' ||
    (effect.max_attempts !== null && effect.attempt >= effect.max_attempts);
  if (spent) return giveUp(parts, effect, attempt, fault);
  if (Date.now() + pause > effect.deadline.getTime()) {
    return giveUp(parts, effect, attempt, { ...fault, code: 'deadline' });
  }
  await parts.store.retryLater(attempt.lease, pause, fault);
  return 'failed';
}

/** A claim that must not run the work: its time is up, or nobody knows whether it ran before. */
function refusedBeforehand(effect: EffectRecord, definition: EffectDefinition): AttemptFault | null {
  if (effect.lapsed && definition.retry === 'never') {
    const message = 'Its worker was lost while it ran; whether it was done is not known.';
    return { kind: 'no', code: 'outcome_unknown', message };
  }
  if (effect.max_attempts !== null && effect.attempt > effect.max_attempts) {
    return { kind: 'no', code: 'effect.exhausted', message: 'Its workers were lost in each of its attempts.' };
  }
  return effect.late ? { kind: 'no', code: 'deadline', message: 'Its deadline passed.' } : null;
}

async function giveUp(
  parts: PerformParts,
  effect: EffectRecord,
  attempt: RunningAttempt,
  fault: AttemptFault,
): Promise<string> {
  const message = readMessage(parts.registry.effect(effect.name, effect.v), effect);
  const report = parts.registry.effectHandler(effect.name).giveUp(message, {
    code: fault.code,
    message: fault.message,
    retryable: fault.kind === 'world',
    attempts: effect.attempt,
  });
  await parts.store.report(attempt.lease, 'gave_up', reportRow(parts, effect, report), fault);
  parts.metrics.effectsGivenUp.inc({ name: effect.name, code: fault.code });
  return 'gave_up';
}

function timeLimit(effect: EffectRecord, definition: EffectDefinition): number {
  const untilDeadline = effect.deadline.getTime() - Date.now();
  if (definition.long && definition.timeoutMs === undefined) return untilDeadline;
  return Math.min(definition.timeoutMs ?? DEFAULT_TIMEOUT_MS, untilDeadline);
}

/** Longest that a timer can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

async function limited(work: Promise<CommandMessage>, attempt: RunningAttempt, ms: number): Promise<CommandMessage> {
  const timer = setTimeout(
    () => {
      attempt.stop('timeout');
    },
    Math.min(ms, LONGEST_TIMER_MS),
  );
  const cut = new Promise<never>((_, reject) => {
    attempt.abort.addEventListener('abort', () => {
      void wait(TIDY_MS, undefined, { ref: false }).then(() => {
        reject(new Error('The attempt went on after it was stopped.'));
      });
    });
  });
  try {
    return await Promise.race([work, cut]);
  } finally {
    clearTimeout(timer);
  }
}

function reportRow(
  parts: PerformParts,
  effect: EffectRecord,
  command: CommandMessage,
  id = derivedId(effect.id, 'report', String(effect.fence)),
): AcceptRow {
  const { definition } = parts.registry.effect(effect.name, effect.v);
  const origin = {
    actor: {
      kind: 'system' as const,
      module: effect.module,
      ...(effect.on_behalf_of === null ? {} : { onBehalfOf: effect.on_behalf_of }),
    },
    correlationId: effect.correlation_id,
    causationId: effect.id,
    // What was asked for is always reported; if it is a loop, whoever handles the report cannot ask again.
    hop: definition.step === true ? 1 : Math.min(effect.hop + 1, MAX_HOP),
    traceparent: effect.traceparent,
  };
  const row = outgoingRow(command, 'command', origin, parts.partitionFor, id);
  return { ...row, reply_to: null, idempotency_key: null, request_hash: null };
}
