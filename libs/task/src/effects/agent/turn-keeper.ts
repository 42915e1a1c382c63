import { storeDraft, type Written } from '../../transcript/store-draft.js';
import type { TurnParts } from './turn-parts.js';
import type { AgentCost } from './turn-rows.js';
import type { TurnSending } from './turn-sending.js';
import type { TurnSilence } from './turn-silence.js';

/** Writes a turn in batches: its entries, how far the stream is in them, and what is shown, together or not at all. */
export class TurnKeeper {
  hasOutput = false;
  lastEventAt: Date | null = null;
  private cost: AgentCost | null;
  private dueAtMs: number | null = null;
  private isRecapDue: boolean;

  constructor(
    private readonly parts: TurnParts,
    private readonly sending: Pick<TurnSending, 'requestId' | 'delivery'>,
    private readonly silence: TurnSilence,
  ) {
    this.cost = parts.cost;
    this.isRecapDue = parts.row.facts?.needsRecap === true;
  }

  /** When it is to be written; null: nothing is new. */
  get dueMs(): number | null {
    return this.dueAtMs;
  }

  soon(nowMs: number): void {
    this.dueAtMs ??= nowMs + this.parts.limits.batchMs;
  }

  /** What the agent says that it cost since it was started. */
  counted(cents: number): void {
    this.cost = { before: Math.min(this.cost?.before ?? 0, cents), now: cents };
  }

  /** Cents of this turn; null: the agent does not say. */
  get costCents(): number | null {
    return this.cost && Math.max(0, this.cost.now - this.cost.before);
  }

  /** Throws `StaleLease` when another worker has the turn. */
  async flush(): Promise<void> {
    const { attempt, rows, payload, transcript, line } = this.parts;
    const { sessionId, turnId } = payload;
    const { serverId: connection } = line.connection;
    const { requestId, delivery } = this.sending;
    const { hasOutput, lastEventAt, cost } = this;
    const { stalledSince } = this.silence;
    const { cursor } = transcript;
    this.dueAtMs = null;
    const isRecapGiven = this.isRecapDue && delivery === 'sent';
    const batch: Written[] = [];
    await attempt.stream(async (sql) => {
      const progress = { connection, requestId, delivery, cursor, cost, hasOutput, lastEventAt, stalledSince };
      await rows.keep(sql, turnId, progress);
      if (isRecapGiven) await rows.recapGiven(sql, sessionId, connection);
      if (transcript.draft.hasChanges) batch.push(await storeDraft(sql, { sessionId, turnId }, transcript.draft));
      return batch.flatMap(({ frames }) => frames);
    });
    if (isRecapGiven) this.isRecapDue = false;
    for (const written of batch) written.settle();
  }
}
