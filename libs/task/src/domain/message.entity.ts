import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  FirstMessage,
  MessagePlace,
  MessageState,
  MessageView,
  TaskPerson,
  WaitingFor,
} from '../contracts/index.js';

export type Attachments = FirstMessage['attachments'];

export interface NewMessage {
  organizationId: Id64;
  taskId: string;
  sessionId: string;
  messageId: string;
  position: number;
  author: TaskPerson;
  text: string;
  attachments: Attachments;
}

/** What somebody said to a session. It leaves the queue only when the agent has it. */
@Entity({ schema: 'task', name: 'messages' })
export class Message {
  @PrimaryColumn('uuid', { name: 'message_id' }) messageId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('integer') position!: number;
  @Column('jsonb') author!: TaskPerson;
  @Column('bigint', { name: 'author_id' }) authorId!: Id64;
  @Column('text') text!: string;
  @Column('jsonb') attachments!: Attachments;
  @Column('text') state!: MessageState;
  @Column('text', { name: 'waiting_for', nullable: true }) waitingFor!: WaitingFor | null;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer') attempt!: number;
  /** Whether the author's credential is on the machine for this attempt. */
  @Column('text') need!: 'none' | 'asked' | 'ready' | 'refused';
  @Column('integer', { name: 'need_generation', nullable: true }) needGeneration!: number | null;
  @Column('boolean', { name: 'without_credential' }) withoutCredential!: boolean;
  @Column('uuid', { name: 'turn_id', nullable: true }) turnId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'edited_at', nullable: true }) editedAt!: Date | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt!: Date | null;
  @Column('integer') version!: number;

  static of(written: NewMessage, now: Date): Message {
    const message = new Message();
    Object.assign(message, written);
    message.authorId = written.author.userId;
    message.state = 'queued';
    message.waitingFor = message.code = message.reason = message.turnId = null;
    message.attempt = 1;
    message.need = 'none';
    message.needGeneration = null;
    message.withoutCredential = false;
    message.createdAt = now;
    message.editedAt = message.deliveredAt = null;
    message.version = 0;
    return message;
  }

  /** Names the need for the author's credential: another one for each attempt. */
  get needId(): string {
    return `message:${this.messageId}:${String(this.attempt)}`;
  }

  isWaiting(): boolean {
    return this.state === 'queued' || this.state === 'failed';
  }

  askForNeed(generation: number): void {
    this.need = 'asked';
    this.needGeneration = generation;
    this.code = this.reason = null;
  }

  refuseNeed(code: string, reason: string): void {
    this.need = 'refused';
    this.code = code;
    this.reason = reason;
  }

  deliver(turnId: string): void {
    this.state = 'delivering';
    this.turnId = turnId;
    this.waitingFor = this.code = this.reason = null;
  }

  delivered(at: Date): void {
    this.state = 'delivered';
    this.deliveredAt = at;
  }

  fail(code: string, reason: string): void {
    this.state = 'failed';
    this.waitingFor = null;
    this.code = code;
    this.reason = reason;
  }

  cancel(): void {
    this.state = 'cancelled';
    this.waitingFor = null;
  }

  /** At its old place. */
  queueAgain(withoutCredential: boolean): void {
    this.state = 'queued';
    this.attempt += 1;
    this.need = 'none';
    this.needGeneration = null;
    this.withoutCredential = withoutCredential;
    this.code = this.reason = this.turnId = this.deliveredAt = null;
  }

  place(): MessagePlace {
    return { messageId: this.messageId, position: this.position, state: this.state, waitingFor: this.waitingFor };
  }

  view(): MessageView {
    return {
      ...this.place(),
      sessionId: this.sessionId,
      taskId: this.taskId,
      author: this.author,
      text: this.text,
      attachments: this.attachments,
      code: this.code,
      reason: this.reason,
      attempt: this.attempt,
      turnId: this.turnId,
      createdAt: this.createdAt.toISOString(),
      editedAt: this.editedAt?.toISOString() ?? null,
      deliveredAt: this.deliveredAt?.toISOString() ?? null,
      version: this.version,
    };
  }
}
