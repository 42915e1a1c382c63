import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChangesState, ChangesView, RecordChanges } from '../contracts/index.js';

export type ReadChange = NonNullable<RecordChanges['payload']['read']>;

const EMPTY = { ahead: 0, behind: 0, unpushed: 0, dirty: false, files: 0, added: 0, removed: 0, truncated: false };

/** What a task changed, in numbers, as it was read last. The files are rows of their own, written by the reading effect. */
@Entity({ schema: 'task', name: 'changes' })
export class Changes {
  @PrimaryColumn('uuid', { name: 'task_id' }) taskId!: string;
  @Column('text') state!: ChangesState;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid', { name: 'checkpoint_id', nullable: true }) checkpointId!: string | null;
  @Column('integer', { nullable: true }) generation!: number | null;
  @Column('text', { name: 'head_sha', nullable: true }) headSha!: string | null;
  @Column('text', { name: 'merge_base_sha', nullable: true }) mergeBaseSha!: string | null;
  @Column('integer') ahead!: number;
  @Column('integer') behind!: number;
  @Column('integer') unpushed!: number;
  @Column('boolean') dirty!: boolean;
  @Column('integer') files!: number;
  @Column('integer') added!: number;
  @Column('integer') removed!: number;
  @Column('boolean') truncated!: boolean;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
  /** What was asked for last, so that nothing is read twice: the saved state, and what it is held against. */
  @Column('text', { name: 'asked_for', nullable: true }) askedFor!: string | null;
  @Column('uuid', { name: 'reading_id', nullable: true }) readingId!: string | null;
  @Column('uuid', { name: 'effect_id', nullable: true }) effectId!: string | null;
  @Column('integer') version!: number;

  static none(taskId: string): Changes {
    const changes = Object.assign(new Changes(), EMPTY, { taskId, version: 0 });
    changes.state = 'current';
    changes.code = changes.reason = changes.checkpointId = changes.generation = changes.headSha = null;
    changes.mergeBaseSha = changes.readAt = changes.askedFor = changes.readingId = changes.effectId = null;
    return changes;
  }

  ask(what: string, readingId: string): void {
    this.state = 'reading';
    this.askedFor = what;
    this.readingId = readingId;
  }

  isReading(readingId: string): boolean {
    return this.state === 'reading' && this.readingId === readingId;
  }

  read(checkpointId: string, { readAt, ...facts }: ReadChange): void {
    Object.assign(this, facts, { checkpointId, readAt: new Date(readAt) });
    this.state = 'current';
    this.code = this.reason = this.effectId = null;
  }

  /** The machine that it could not be read on is there again. */
  mayReadAgain(): void {
    if (this.state === 'failed') this.askedFor = null;
  }

  /** What was read before stays, and says so. */
  fail(code: string, reason: string): void {
    this.state = 'failed';
    this.code = code;
    this.reason = reason;
    this.effectId = null;
  }

  view(): ChangesView {
    const { taskId, state, code, reason, checkpointId, generation, headSha, mergeBaseSha, version } = this;
    const { ahead, behind, unpushed, dirty, files, added, removed, truncated } = this;
    return {
      ...{ taskId, state, code, reason, checkpointId, generation, headSha, mergeBaseSha, version },
      ...{ ahead, behind, unpushed, dirty, files, added, removed, truncated },
      readAt: this.readAt?.toISOString() ?? null,
    };
  }
}
