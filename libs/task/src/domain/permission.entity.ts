import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  PermissionAnswer,
  PermissionKind,
  PermissionState,
  PermissionView,
  RecordPermission,
  TaskPerson,
} from '../contracts/index.js';

/** Something an agent may not do, or does not know, by itself. It is never answered by time. */
@Entity({ schema: 'task', name: 'permissions' })
export class Permission {
  @PrimaryColumn('uuid', { name: 'permission_id' }) permissionId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('uuid', { name: 'turn_id' }) turnId!: string;
  @Column('text') connection!: string;
  @Column('text', { name: 'request_ref' }) requestRef!: string;
  @Column('text') kind!: PermissionKind;
  @Column('text') title!: string;
  @Column('jsonb', { nullable: true }) tool!: Record<string, unknown> | null;
  @Column('jsonb') options!: { kind: PermissionAnswer; optionId: string; name: string }[];
  @Column('text') state!: PermissionState;
  @Column('text', { nullable: true }) answer!: PermissionAnswer | null;
  @Column('text', { name: 'answer_text', nullable: true }) answerText!: string | null;
  @Column('jsonb', { name: 'answered_by', nullable: true }) answeredBy!: TaskPerson | null;
  @Column('boolean', { name: 'by_policy' }) byPolicy!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('integer') version!: number;

  static ask(asked: RecordPermission['payload'], sessionId: string, now: Date): Permission {
    const permission = new Permission();
    Object.assign(permission, asked);
    permission.sessionId = sessionId;
    permission.state = 'open';
    permission.answer = permission.answerText = permission.answeredBy = permission.answeredAt = null;
    permission.byPolicy = false;
    permission.createdAt = now;
    permission.version = 0;
    return permission;
  }

  answered(answer: PermissionAnswer | null, text: string | null, by: TaskPerson | null, now: Date): void {
    this.state = 'answered';
    this.answer = answer;
    this.answerText = text;
    this.answeredBy = by;
    this.byPolicy = by === null;
    this.answeredAt = now;
  }

  view(): PermissionView {
    const { permissionId, taskId, sessionId, turnId, kind, title, tool, options, state, answer, answerText } = this;
    return {
      ...{ permissionId, taskId, sessionId, turnId, kind, title, tool, options, state, answer, answerText },
      answeredBy: this.answeredBy,
      byPolicy: this.byPolicy,
      createdAt: this.createdAt.toISOString(),
      answeredAt: this.answeredAt?.toISOString() ?? null,
      version: this.version,
    };
  }
}
