import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OwnerCredential, OwnerReason, OwnerView, TaskPerson } from '../contracts/index.js';

/** Whose identity the task uses, and who follows. */
@Entity({ schema: 'task', name: 'task_owners' })
export class Owner {
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: string;
  @Column('jsonb', { nullable: true }) person!: TaskPerson | null;
  @Column('bigint', { name: 'user_id', nullable: true }) userId!: Id64 | null;
  @Column('timestamptz', { nullable: true }) since!: Date | null;
  @Column('text', { nullable: true }) reason!: OwnerReason | null;
  @Column('jsonb', { nullable: true }) pending!: TaskPerson | null;
  @Column('text') credential!: OwnerCredential;
  @Column('text', { name: 'credential_code', nullable: true }) credentialCode!: string | null;
  @Column('text', { name: 'credential_mode', nullable: true }) credentialMode!: string | null;

  static none(taskId: string): Owner {
    const owner = new Owner();
    owner.taskId = taskId;
    owner.person = owner.userId = owner.since = owner.reason = owner.pending = null;
    owner.credential = 'none';
    owner.credentialCode = owner.credentialMode = null;
    return owner;
  }

  /** False: it is this person already. */
  become(person: TaskPerson | null, reason: OwnerReason, now: Date): boolean {
    this.pending = null;
    if ((person?.userId ?? null) === this.userId) return false;
    this.person = person;
    this.userId = person?.userId ?? null;
    this.since = now;
    this.reason = reason;
    this.credentialIs('none', null, null);
    return true;
  }

  credentialIs(state: OwnerCredential, mode: string | null, code: string | null): void {
    this.credential = state;
    this.credentialMode = mode;
    this.credentialCode = code;
  }

  view(): OwnerView {
    return {
      person: this.person,
      since: this.since?.toISOString() ?? null,
      reason: this.reason,
      pending: this.pending,
      credential: this.credential,
      code: this.credentialCode,
    };
  }
}
