import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far one person has seen one session. Numbers are those of the items of its transcript, 0 before the first. */
@Entity({ schema: 'user', name: 'session_state' })
export class SessionState {
  @PrimaryColumn('bigint', { name: 'user_id' }) userId!: Id64;
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: Uuid;
  @Column('uuid', { name: 'task_id' }) taskId!: Uuid;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('boolean') private unread!: boolean;
  @Column('timestamptz', { name: 'unread_at', nullable: true }) unreadAt!: Date | null;
  /** The newest item that asked for attention: only who was shown this one has read the session. */
  @Column('integer', { name: 'unread_seq' }) private unreadSeq!: number;
  @Column('integer', { name: 'viewed_seq' }) private viewedSeq!: number;
  @Column('integer') private version!: number;

  static of(task: { userId: Id64; organizationId: Id64; taskId: Uuid }, sessionId: Uuid): SessionState {
    const state = new SessionState();
    state.userId = task.userId;
    state.sessionId = sessionId;
    state.taskId = task.taskId;
    state.organizationId = task.organizationId;
    state.unread = false;
    state.unreadAt = null;
    state.unreadSeq = 0;
    state.viewedSeq = 0;
    state.version = 0;
    return state;
  }

  hasSeen(seq: number): boolean {
    return this.viewedSeq >= seq;
  }

  /** Something worth seeing is at `seq`. False: the mark is as before. */
  attend(seq: number, now: Date): boolean {
    if (this.hasSeen(seq)) return false;
    this.unreadSeq = Math.max(this.unreadSeq, seq);
    return this.mark(now);
  }

  /** Shown up to `seq`. False: the mark is as before, because there was none or something newer came. */
  view(seq: number): boolean {
    this.viewedSeq = Math.max(this.viewedSeq, seq);
    if (!this.unread || seq < this.unreadSeq) return false;
    this.unread = false;
    this.unreadAt = null;
    this.version += 1;
    return true;
  }

  /** By hand: until it is shown again, from where it was seen to. False: it is unread already. */
  markUnread(now: Date): boolean {
    if (this.unread) return false;
    this.unreadSeq = this.viewedSeq;
    return this.mark(now);
  }

  private mark(now: Date): boolean {
    if (this.unread) return false;
    this.unread = true;
    this.unreadAt = now;
    this.version += 1;
    return true;
  }
}
