import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OperationKind, OperationState, OperationView } from '../contracts/index.js';

/** What an operation needs to know. */
export interface OperationInput {
  force: boolean;
  reason: 'merged' | 'closed' | 'user';
}

/** Something long that is done to the whole task. It ends by its deadline. */
@Entity({ schema: 'task', name: 'operations' })
export class Operation {
  @PrimaryColumn('uuid', { name: 'operation_id' }) operationId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('text') kind!: OperationKind;
  @Column('text') state!: OperationState;
  @Column('text', { nullable: true }) step!: string | null;
  @Column('timestamptz', { name: 'deadline_at', nullable: true }) deadlineAt!: Date | null;
  @Column('jsonb') input!: OperationInput;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('bigint', { name: 'requested_by', nullable: true }) requestedBy!: Id64 | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('integer') version!: number;

  static ask(
    asked: Pick<Operation, 'operationId' | 'organizationId' | 'taskId' | 'kind' | 'input' | 'requestedBy'>,
    now: Date,
  ): Operation {
    const operation = new Operation();
    Object.assign(operation, asked);
    operation.state = 'waiting';
    operation.step = operation.code = operation.reason = operation.deadlineAt = operation.endedAt = null;
    operation.createdAt = now;
    operation.version = 0;
    return operation;
  }

  isOpen(): boolean {
    return this.state === 'waiting' || this.state === 'running';
  }

  run(step: string, deadlineAt: Date): void {
    this.state = 'running';
    this.step = step;
    this.deadlineAt = deadlineAt;
  }

  end(state: 'succeeded' | 'cancelled', now: Date): void {
    this.state = state;
    this.step = this.deadlineAt = null;
    this.endedAt = now;
  }

  fail(code: string, reason: string, now: Date): void {
    this.state = 'failed';
    this.code = code;
    this.reason = reason;
    this.deadlineAt = null;
    this.endedAt = now;
  }

  view(): OperationView {
    const { operationId, taskId, kind, state, step, code, reason, requestedBy, version } = this;
    return {
      ...{ operationId, taskId, kind, state, step, code, reason, requestedBy, version },
      deadlineAt: this.deadlineAt?.toISOString() ?? null,
      createdAt: this.createdAt.toISOString(),
      endedAt: this.endedAt?.toISOString() ?? null,
    };
  }
}
