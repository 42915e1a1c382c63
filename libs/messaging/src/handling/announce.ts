import type { Pool } from 'pg';
import { z } from 'zod';
import { moduleOf, Reply } from '../contracts/index.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Log } from '../logging/log.js';
import type { Transport } from '../transport/transport.js';
import type { Ended } from './command-batch.js';
import { replyOf } from './outcome.js';

interface Announcer {
  transport: Transport;
  metrics: Metrics;
  log: Log;
}

/**
 * After the commit: replies to those who wait, hints to the senders' sockets, then one log line and the metrics. Log and
 * metrics follow when the replies have left: nobody waits for them, and there are as many as there are commands.
 */
export function announce(parts: Announcer, settled: readonly Ended[]): void {
  const now = Date.now();
  const replies = new Map<string, Reply[]>();
  const outcomes = [];
  for (const ended of settled) {
    const { envelope, verdict } = ended;
    if (envelope.replyTo !== null) {
      const waiting = replies.get(envelope.replyTo);
      if (waiting) waiting.push(replyOf(envelope.id, verdict));
      else replies.set(envelope.replyTo, [replyOf(envelope.id, verdict)]);
    }
    if (envelope.actor.kind === 'user') {
      const { outcome, code, message } = verdict;
      outcomes.push({ userId: envelope.actor.userId, commandId: envelope.id, outcome, code, message });
    }
  }
  for (const [replyTo, list] of replies) parts.transport.reply(replyTo, list);
  if (outcomes.length > 0) parts.transport.broadcast({ kind: 'outcomes', outcomes });
  // What is written to a socket in this turn leaves at its end; this comes after that.
  setImmediate(() => {
    for (const ended of settled) report(parts, ended, now);
  });
}

function report(
  { metrics, log }: Announcer,
  { envelope, verdict, attempts, startedAt, bug }: Ended,
  endedAt: number,
): void {
  const module = moduleOf(envelope.name);
  const waited = Math.max(0, startedAt.getTime() - Date.parse(envelope.acceptedAt));
  const worked = Math.max(0, endedAt - startedAt.getTime());
  metrics.settled.inc({ module, name: envelope.name, outcome: verdict.outcome });
  metrics.wait.observe({ module }, waited / 1000);
  metrics.work.observe({ module }, worked / 1000);
  metrics.attempts.observe(attempts);
  const line = {
    commandId: envelope.id,
    correlationId: envelope.correlationId,
    command: envelope.name,
    entity: envelope.entityId,
    actor: envelope.actor.kind,
    outcome: verdict.outcome,
    ...(verdict.code === null ? {} : { code: verdict.code }),
    attempt: attempts,
    waitedMs: waited,
    workedMs: worked,
  };
  if (bug) log.error({ ...line, stack: bug.stack }, 'command');
  else log.info(line, 'command');
}

const Recorded = z.object({
  command_id: z.string(),
  outcome: Reply.shape.outcome,
  code: z.string().nullable(),
  rejection_kind: Reply.shape.kind,
  message: z.string().nullable(),
  result: z.unknown(),
});

/** The reply of a command that was settled before, from its inbox row; none while it is not settled. */
export async function recordedReply(pool: Pool, commandId: string): Promise<Reply[]> {
  const { rows } = await pool.query(
    'select command_id, outcome, code, rejection_kind, message, result from messaging.inbox where command_id = $1',
    [commandId],
  );
  return rows.map((row) => {
    const { command_id, rejection_kind, ...rest } = Recorded.parse(row);
    return Reply.parse({ ...rest, commandId: command_id, kind: rejection_kind });
  });
}
