import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RunningTurn, TaskPerson, TurnOutcome, TurnState } from '../contracts/index.js';
import type { Message } from './message.entity.js';

export interface TurnEnd {
  outcome: TurnOutcome;
  stopReason: string | null;
  code: string | null;
  reason: string | null;
  tokens: Record<string, number> | null;
  costCents: number | null;
}

const MINUTE_MS = 60_000;

/** One run of the agent on one message. What the running effect counts is written by it alone and is not here. */
@Entity({ schema: 'task', name: 'turns' })
export class Turn {
  @PrimaryColumn('uuid', { name: 'turn_id' }) turnId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'message_id' }) messageId!: string;
  @Column('bigint', { name: 'author_id' }) authorId!: Id64;
  @Column('integer') number!: number;
  @Column('text') state!: TurnState;
  @Column('text', { nullable: true }) outcome!: TurnOutcome | null;
  @Column('text', { name: 'stop_reason', nullable: true }) stopReason!: string | null;
  @Column('uuid', { name: 'effect_id', nullable: true }) effectId!: string | null;
  @Column('uuid', { name: 'sandbox_id' }) sandboxId!: string;
  @Column('integer') generation!: number;
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column({ type: 'timestamptz', name: 'stalled_since', nullable: true, insert: false, update: false })
  stalledSince!: Date | null;
  @Column('timestamptz', { name: 'deadline_at' }) deadlineAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('jsonb', { name: 'stopped_by', nullable: true }) stoppedBy!: TaskPerson | null;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('jsonb', { nullable: true }) tokens!: Record<string, number> | null;
  @Column('numeric', { name: 'cost_cents', nullable: true }) costCents!: number | null;

  static begin(
    turnId: string,
    message: Message,
    on: { sandboxId: string; generation: number; limitMinutes: number },
    now: Date,
  ): Turn {
    const turn = new Turn();
    const { organizationId, taskId, sessionId, messageId, authorId, position } = message;
    Object.assign(turn, { turnId, organizationId, taskId, sessionId, messageId, authorId });
    turn.number = position;
    turn.state = 'starting';
    turn.outcome = turn.stopReason = turn.effectId = turn.stalledSince = turn.endedAt = turn.stoppedBy = null;
    turn.sandboxId = on.sandboxId;
    turn.generation = on.generation;
    turn.startedAt = now;
    turn.deadlineAt = new Date(now.getTime() + on.limitMinutes * MINUTE_MS);
    turn.code = turn.reason = turn.tokens = turn.costCents = null;
    return turn;
  }

  stop(by: TaskPerson | null): void {
    this.state = 'stopping';
    this.stoppedBy = by;
  }

  end(how: TurnEnd, now: Date): void {
    Object.assign(this, how);
    this.state = 'ended';
    this.endedAt = now;
  }

  view(): RunningTurn {
    return {
      turnId: this.turnId,
      messageId: this.messageId,
      state: this.state,
      startedAt: this.startedAt.toISOString(),
      deadlineAt: this.deadlineAt.toISOString(),
      stalledSince: this.stalledSince?.toISOString() ?? null,
    };
  }
}
