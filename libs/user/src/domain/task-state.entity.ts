import type { Id64, Uuid } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one person keeps of one task. Its version rises with its sessions too, because they are shown together. */
@Entity({ schema: 'user', name: 'task_state' })
export class TaskState {
  @PrimaryColumn('bigint', { name: 'user_id' }) userId!: Id64;
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: Uuid;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'active_session_id', nullable: true }) private activeSessionId!: Uuid | null;
  @Column('text', { name: 'pin_rank', nullable: true }) private pinRank!: string | null;
  @Column('boolean') private participant!: boolean;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
  @Column('integer') private version!: number;

  static of(userId: Id64, organizationId: Id64, taskId: Uuid): TaskState {
    const state = new TaskState();
    state.userId = userId;
    state.taskId = taskId;
    state.organizationId = organizationId;
    state.activeSessionId = null;
    state.pinRank = null;
    state.participant = false;
    state.version = 0;
    return state;
  }

  get takesPart(): boolean {
    return this.participant;
  }

  get isPinned(): boolean {
    return this.pinRank !== null;
  }

  /** False: it is known and nothing is different. Without a session the one that was open last stays. */
  open(sessionId: Uuid | null, now: Date): boolean {
    if (this.version > 0 && (sessionId === null || sessionId === this.activeSessionId)) return false;
    this.activeSessionId = sessionId ?? this.activeSessionId;
    this.touch(now);
    return true;
  }

  /** Null takes the pin away; who pinned took part all the same. False: nothing is different. */
  pin(rank: string | null, now: Date): boolean {
    if (rank === this.pinRank) return false;
    this.pinRank = rank;
    if (rank !== null) this.participant = true;
    this.touch(now);
    return true;
  }

  /** False: they took part before. */
  takePart(now: Date): boolean {
    if (this.participant) return false;
    this.participant = true;
    this.touch(now);
    return true;
  }

  /** One of its sessions is shown differently. */
  touch(now: Date): void {
    this.updatedAt = now;
    this.version += 1;
  }

  /** The session does not exist any more; `wasSeen`: there was a mark of it. False: nothing is shown differently. */
  leave(sessionId: Uuid, wasSeen: boolean, now: Date): boolean {
    const wasOpen = this.activeSessionId === sessionId;
    if (wasOpen) this.activeSessionId = null;
    if (wasOpen || wasSeen) this.touch(now);
    return wasOpen || wasSeen;
  }

  /** Archived: no session of it is open. */
  rest(now: Date): void {
    this.activeSessionId = null;
    this.touch(now);
  }
}
