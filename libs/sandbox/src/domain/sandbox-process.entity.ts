import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProcessOrigin, ProcessStatus, ProcessView } from '../contracts/index.js';
import { ProcessEnded, ProcessRunning } from './rejections.js';
import { shownArguments } from './shown-arguments.js';

const OPEN: readonly ProcessStatus[] = ['starting', 'running'];

export interface ProcessWanted {
  processId: string;
  organizationId: string;
  sandboxId: string;
  generation: number;
  title: string;
  argv: readonly string[];
  cwd: string;
  tty: boolean;
  origin: ProcessOrigin;
  createdBy: string | null;
}

/** A program or terminal on one machine. Its id is ours; the machine has another one. */
@Entity({ schema: 'sandbox', name: 'processes' })
export class SandboxProcess {
  @PrimaryColumn('uuid', { name: 'process_id' }) processId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'sandbox_id' }) sandboxId!: string;
  @Column('integer') generation!: number;
  @Column('text', { name: 'remote_id', nullable: true }) private remoteId!: string | null;
  @Column('text') private title!: string;
  @Column('jsonb') private argv!: string[];
  @Column('jsonb', { name: 'shown_argv' }) private shownArgv!: string[];
  @Column('text') private cwd!: string;
  @Column('boolean') private tty!: boolean;
  @Column('text') private status!: ProcessStatus;
  @Column('integer', { name: 'exit_code', nullable: true }) private exitCode!: number | null;
  @Column('text', { nullable: true }) private signal!: string | null;
  @Column('integer', { nullable: true }) private pid!: number | null;
  @Column('text') private origin!: ProcessOrigin;
  @Column('bigint', { name: 'created_by', nullable: true }) private createdBy!: string | null;
  @Column('timestamptz', { name: 'created_at' }) private createdAt!: Date;
  @Column('timestamptz', { name: 'exited_at', nullable: true }) private exitedAt!: Date | null;
  @Column('text', { name: 'error_code', nullable: true }) private errorCode!: string | null;
  @Column('integer') private version!: number;

  static request(wanted: ProcessWanted, now: Date): SandboxProcess {
    const process = new SandboxProcess();
    const { argv, ...rest } = wanted;
    Object.assign(process, rest);
    process.argv = [...argv];
    process.shownArgv = shownArguments(argv);
    process.status = 'starting';
    process.remoteId = process.signal = process.errorCode = null;
    process.exitCode = process.pid = null;
    process.createdAt = now;
    process.exitedAt = null;
    process.version = 1;
    return process;
  }

  /** Whether a repeated request asks for the same thing. */
  isFor(sandboxId: string, argv: readonly string[], cwd: string): boolean {
    return sandboxId === this.sandboxId && cwd === this.cwd && JSON.stringify(argv) === JSON.stringify(this.argv);
  }

  isOpen(): boolean {
    return OPEN.includes(this.status);
  }

  started(remoteId: string, pid: number | null): void {
    if (this.status !== 'starting') return;
    this.remoteId = remoteId;
    this.pid = pid;
    this.status = 'running';
    this.version += 1;
  }

  /** It could not be started, it exited, or its machine is gone. False: it had ended before. */
  ended(status: 'exited' | 'failed' | 'lost', exitCode: number | null, now: Date, code: string | null = null): boolean {
    if (!this.isOpen()) return false;
    this.status = status;
    this.exitCode = exitCode;
    this.errorCode = code;
    this.exitedAt = now;
    this.version += 1;
    return true;
  }

  /** What to signal on the machine. Refuses what has ended, or has not begun. */
  signalled(signal: 'term' | 'kill'): string {
    if (!this.isOpen() || this.remoteId === null) throw new ProcessEnded();
    this.signal = signal === 'kill' ? 'SIGKILL' : 'SIGTERM';
    this.version += 1;
    return this.remoteId;
  }

  mustHaveEnded(): void {
    if (this.isOpen()) throw new ProcessRunning();
  }

  view(): ProcessView {
    return {
      processId: this.processId,
      sandboxId: this.sandboxId,
      generation: this.generation,
      title: this.title,
      argv: this.shownArgv,
      cwd: this.cwd,
      tty: this.tty,
      status: this.status,
      exitCode: this.exitCode,
      signal: this.signal,
      pid: this.pid,
      origin: this.origin,
      createdBy: this.createdBy,
      createdAt: this.createdAt.toISOString(),
      exitedAt: this.exitedAt?.toISOString() ?? null,
      error: this.errorCode,
      version: this.version,
    };
  }
}
