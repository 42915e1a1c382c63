import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  OperationKind,
  OperationResult,
  OperationState,
  OperationStep,
  OperationView,
  OperationWaitsFor,
  TaskPerson,
} from '../contracts/index.js';
import type { CloseInput, InputOf, OperationInput } from './operation-input.js';

export interface StepRow {
  step: OperationStep;
  state: 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped';
  startedAt: string | null;
  endedAt: string | null;
}

export interface AskedOperation {
  organizationId: Id64;
  taskId: string;
  operationId: string;
  input: OperationInput;
  requestedBy: Id64 | null;
  /** How that person is shown; null where nobody's identity is used. */
  person: TaskPerson | null;
  steps: readonly OperationStep[];
}

export interface OperationFailure {
  code: string;
  reason: string;
  retryable: boolean;
  paths?: readonly string[];
}

/** Those of which a task has one at a time: they change its repository, or end it. */
const EXCLUSIVE: readonly OperationKind[] = ['push', 'sync', 'publish', 'revert', 'archive', 'kill'];
export const NO_RESULT: OperationResult = {
  ...{ outcome: null, headSha: null, committed: null, number: null, url: null, existing: null, branchDeleted: null },
};

/** Something long that is done to the whole task. Each of its steps has a deadline. */
@Entity({ schema: 'task', name: 'operations' })
export class Operation {
  @PrimaryColumn('uuid', { name: 'operation_id' }) operationId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('text') kind!: OperationKind;
  @Column('text') state!: OperationState;
  @Column('text', { name: 'waiting_for', nullable: true }) waitingFor!: OperationWaitsFor | null;
  @Column('text', { nullable: true }) step!: OperationStep | null;
  @Column('jsonb') steps!: StepRow[];
  @Column('timestamptz', { name: 'deadline_at', nullable: true }) deadlineAt!: Date | null;
  @Column('jsonb') input!: OperationInput;
  @Column('jsonb', { nullable: true }) result!: OperationResult | null;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('boolean') retryable!: boolean;
  @Column('jsonb') paths!: string[];
  @Column('bigint', { name: 'requested_by', nullable: true }) requestedBy!: Id64 | null;
  @Column('jsonb', { nullable: true }) person!: TaskPerson | null;
  @Column('integer') attempt!: number;
  /** Whether the credential of its person is on the machine for this attempt. */
  @Column('text') need!: 'none' | 'asked' | 'ready';
  @Column('integer', { name: 'need_generation', nullable: true }) needGeneration!: number | null;
  @Column('uuid', { name: 'effect_id', nullable: true }) effectId!: string | null;
  /** The machine is kept alive for it. */
  @Column('boolean', { name: 'is_holding' }) isHolding!: boolean;
  /** Id under which a checkpoint, or something at GitHub, was asked for. */
  @Column('uuid', { name: 'request_id', nullable: true }) requestId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('integer') version!: number;

  static ask({ steps, input, ...asked }: AskedOperation, now: Date): Operation {
    const operation = new Operation();
    Object.assign(operation, asked);
    operation.kind = input.kind;
    operation.input = input;
    operation.attempt = 0;
    operation.createdAt = now;
    operation.version = 0;
    operation.begin(steps);
    return operation;
  }

  /** From the start, for the first time or again. */
  begin(steps: readonly OperationStep[]): void {
    this.state = 'waiting';
    this.steps = steps.map((step) => ({ step, state: 'waiting', startedAt: null, endedAt: null }));
    this.waitingFor = this.step = this.result = this.code = this.reason = this.deadlineAt = this.endedAt = null;
    this.retryable = false;
    this.paths = [];
    this.attempt += 1;
    this.need = 'none';
    this.isHolding = false;
    this.needGeneration = this.effectId = this.requestId = null;
  }

  isOpen(): boolean {
    return this.state === 'waiting' || this.state === 'running';
  }

  isExclusive(): boolean {
    return EXCLUSIVE.includes(this.kind);
  }

  /** It changes files, so no agent may work on them meanwhile. */
  needsQuiet(): boolean {
    return this.kind === 'sync' || this.kind === 'revert';
  }

  /** What it does if it puts the task away or ends it; null: it does something else. */
  closing(): CloseInput | null {
    return this.input.kind === 'archive' || this.input.kind === 'kill' ? this.input : null;
  }

  /** Its input, where its kind is known. */
  inputOf<Kind extends OperationInput['kind']>(kind: Kind): InputOf<Kind> {
    const isOf = (input: OperationInput): input is InputOf<Kind> => input.kind === kind;
    if (!isOf(this.input)) throw new Error(`Operation ${this.operationId} is no ${kind}.`);
    return this.input;
  }

  /** Names the need for its person's credential: another one for each attempt. */
  get needId(): string {
    return `operation:${this.operationId}:${String(this.attempt)}`;
  }

  get holdId(): string {
    return `operation:${this.operationId}`;
  }

  /** What its work waits for. False: it waited for that already. */
  wait(what: OperationWaitsFor, now: Date): boolean {
    if (this.waitingFor === what) return false;
    this.waitingFor = what;
    if (what === 'sandbox' || what === 'identity') this.enter(what, now);
    return true;
  }

  /** The next step of its work; the ones before are done. */
  run(step: OperationStep, deadlineAt: Date, now: Date): void {
    this.state = 'running';
    this.waitingFor = null;
    this.deadlineAt = deadlineAt;
    this.enter(step, now);
  }

  end(state: 'succeeded' | 'cancelled', now: Date, result: Partial<OperationResult> = {}): void {
    this.close(state === 'succeeded' ? 'succeeded' : 'skipped', now);
    this.steps = this.steps.map((row) => (row.state === 'waiting' ? { ...row, state: 'skipped' } : row));
    this.state = state;
    this.step = this.deadlineAt = this.waitingFor = null;
    this.result = state === 'succeeded' ? { ...NO_RESULT, ...this.result, ...result } : null;
    this.endedAt = now;
  }

  fail({ code, reason, retryable, paths = [] }: OperationFailure, now: Date): void {
    this.close('failed', now);
    this.state = 'failed';
    this.code = code;
    this.reason = reason;
    this.retryable = retryable;
    this.paths = [...paths];
    this.deadlineAt = this.waitingFor = null;
    this.endedAt = now;
  }

  view(): OperationView {
    const { operationId, taskId, kind, state, waitingFor, step, steps, result, code, reason, retryable, paths } = this;
    const { requestedBy, version } = this;
    return {
      ...{ operationId, taskId, kind, state, waitingFor, step, steps, result, code, reason, retryable, paths },
      ...{ requestedBy, version },
      deadlineAt: this.deadlineAt?.toISOString() ?? null,
      createdAt: this.createdAt.toISOString(),
      endedAt: this.endedAt?.toISOString() ?? null,
    };
  }

  private enter(step: OperationStep, now: Date): void {
    const at = now.toISOString();
    const place = this.steps.findIndex((row) => row.step === step);
    this.step = step;
    this.steps = this.steps.map((row, index): StepRow => {
      if (index > place || row.state === 'succeeded') return row;
      if (index < place) return { ...row, state: 'succeeded', startedAt: row.startedAt ?? at, endedAt: at };
      return row.state === 'running' ? row : { ...row, state: 'running', startedAt: at };
    });
  }

  private close(state: StepRow['state'], now: Date): void {
    this.steps = this.steps.map((row) =>
      row.state === 'running' ? { ...row, state, endedAt: now.toISOString() } : row,
    );
  }
}
