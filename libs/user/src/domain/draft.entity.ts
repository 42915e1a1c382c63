import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DraftContent, type DraftScope, type DraftView, partsOf } from '../contracts/index.js';

/** Ids of sent messages that are remembered: a save can be late by a few messages, not by more. */
const REMEMBERED = 20;

/** What one person is writing in one place. The row stays when the text is gone, so that its versions go on. */
@Entity({ schema: 'user', name: 'drafts' })
export class Draft {
  @PrimaryColumn('bigint', { name: 'user_id' }) userId!: Id64;
  @PrimaryColumn('text') scope!: DraftScope;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'task_id', nullable: true }) taskId!: Uuid | null;
  @Column('uuid', { name: 'session_id', nullable: true }) sessionId!: Uuid | null;
  @Column('uuid', { name: 'message_id', nullable: true }) messageId!: Uuid | null;
  @Column('uuid', { name: 'cleared_ids', array: true }) private clearedIds!: Uuid[];
  @Column('text') private text!: string;
  @Column('jsonb') private attachments!: DraftContent['attachments'];
  @Column('jsonb', { nullable: true }) private form!: DraftContent['form'];
  @Column('timestamptz', { name: 'updated_at' }) private updatedAt!: Date;
  @Column('integer') private version!: number;

  static of(userId: Id64, organizationId: Id64, scope: DraftScope, now: Date): Draft {
    const draft = new Draft();
    const parts = partsOf(scope);
    draft.userId = userId;
    draft.scope = scope;
    draft.organizationId = organizationId;
    draft.taskId = 'taskId' in parts ? parts.taskId : null;
    draft.sessionId = 'taskId' in parts ? parts.sessionId : null;
    draft.clearedIds = [];
    draft.updatedAt = now;
    draft.version = 0;
    draft.empty();
    return draft;
  }

  get isEmpty(): boolean {
    return this.messageId === null;
  }

  /** Takes what is written now; nothing at all empties it. False: it was empty and stays so. */
  write(messageId: Uuid, content: DraftContent, now: Date): boolean {
    if (isNothing(content)) return this.clear(now);
    this.messageId = messageId;
    this.text = content.text;
    this.attachments = content.attachments;
    this.form = content.form;
    return this.changed(now);
  }

  /** The message was sent. False: this draft is of another message, or empty. */
  sent(messageId: Uuid, now: Date): boolean {
    this.remember(messageId);
    return this.messageId === messageId && this.clear(now);
  }

  /** Whatever it is written to is gone. False: it was empty. */
  drop(now: Date): boolean {
    return this.clear(now);
  }

  remember(messageId: Uuid): void {
    this.clearedIds = [...this.clearedIds.filter((id) => id !== messageId), messageId].slice(-REMEMBERED);
  }

  private clear(now: Date): boolean {
    if (this.isEmpty) return false;
    this.empty();
    return this.changed(now);
  }

  private empty(): void {
    this.messageId = null;
    this.text = '';
    this.attachments = [];
    this.form = null;
  }

  private changed(now: Date): boolean {
    this.updatedAt = now;
    this.version += 1;
    return true;
  }

  view(): DraftView {
    const { scope, messageId, text, attachments, form, version } = this;
    return { scope, messageId, text, attachments, form, updatedAt: this.updatedAt.toISOString(), version };
  }
}

/** A form alone is worth keeping; a text of nothing but spaces is not. */
const isNothing = ({ text, attachments, form }: DraftContent): boolean =>
  text.trim() === '' && attachments.length === 0 && (form === null || Object.keys(form).length === 0);
