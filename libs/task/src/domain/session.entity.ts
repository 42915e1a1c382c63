import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgentCommand, SessionState, SessionView } from '../contracts/index.js';
import type { AgentFacts } from './agent-facts.js';
import type { Turn } from './turn.entity.js';

export interface NewSession {
  organizationId: Id64;
  taskId: string;
  sessionId: string;
  number: number;
  agent: string;
  model: string | null;
  mode: string | null;
  name: string | null;
  createdBy: Id64 | null;
}

/** One conversation with one agent. */
@Entity({ schema: 'task', name: 'sessions' })
export class Session {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId!: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('integer') number!: number;
  @Column('text') name!: string;
  @Column('text', { name: 'name_source' }) nameSource!: 'automatic' | 'agent' | 'user';
  @Column('text') agent!: string;
  @Column('text', { nullable: true }) model!: string | null;
  @Column('text', { nullable: true }) mode!: string | null;
  @Column('text', { nullable: true }) reasoning!: string | null;
  /** What the agent offers behind a slash. */
  @Column('jsonb') commands!: AgentCommand[];
  /** Written by the effect that starts the agent, alone. */
  @Column({ type: 'jsonb', name: 'agent_facts', nullable: true, insert: false, update: false })
  agentFacts!: AgentFacts | null;
  @Column('text') state!: SessionState;
  @Column('text', { name: 'error_code', nullable: true }) errorCode!: string | null;
  @Column('text', { name: 'error_text', nullable: true }) errorText!: string | null;
  @Column('text', { name: 'agent_session_id', nullable: true }) agentSessionId!: string | null;
  /** Counts the starts of the agent; with the session's id it names the agent server's connection. */
  @Column('integer', { name: 'connection_no' }) connectionNo!: number;
  /** The machine that the agent runs on. */
  @Column('integer', { nullable: true }) generation!: number | null;
  @Column('uuid', { name: 'start_effect_id', nullable: true }) startEffectId!: string | null;
  @Column('boolean') used!: boolean;
  @Column('boolean', { name: 'queue_held' }) queueHeld!: boolean;
  @Column('integer', { name: 'message_count' }) messageCount!: number;
  /** Counted by SQL alone: a running turn adds items beside the commands. */
  @Column({ type: 'bigint', name: 'head_seq', insert: false, update: false }) headSeq!: string;
  @Column('bigint', { name: 'created_by', nullable: true }) createdBy!: Id64 | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt!: Date | null;
  @Column('integer') version!: number;

  static open({ name, ...wanted }: NewSession, now: Date): Session {
    const session = new Session();
    Object.assign(session, wanted);
    session.name = name ?? `Session ${String(wanted.number)}`;
    session.nameSource = name === null ? 'automatic' : 'user';
    session.reasoning = session.errorCode = session.errorText = session.agentSessionId = null;
    session.commands = [];
    session.agentFacts = null;
    session.state = 'pending';
    session.connectionNo = session.messageCount = session.version = 0;
    session.generation = session.startEffectId = null;
    session.used = session.queueHeld = false;
    session.headSeq = '0';
    session.createdAt = now;
    session.closedAt = null;
    return session;
  }

  /** The agent starts on this machine. Reports of former starts are refused from now on. */
  start(generation: number): void {
    this.state = 'starting';
    this.generation = generation;
    this.connectionNo += 1;
    this.errorCode = this.errorText = null;
  }

  /** Its machine has ended for good. Another sandbox counts its machines anew, so the same number would be another one. */
  leaveMachine(): void {
    this.generation = null;
  }

  ready(agentSessionId: string): void {
    this.state = 'ready';
    this.agentSessionId = agentSessionId;
    this.startEffectId = null;
  }

  fail(code: string, text: string): void {
    this.state = 'error';
    this.errorCode = code;
    this.errorText = text;
    this.startEffectId = null;
  }

  /** The next message starts the agent again. */
  mayStartAgain(): void {
    if (this.state === 'error' || this.state === 'ready') this.state = 'pending';
    this.errorCode = this.errorText = null;
  }

  close(now: Date): void {
    this.state = 'closed';
    this.closedAt = now;
    this.queueHeld = false;
    this.startEffectId = null;
  }

  view(queued: number, turn: Turn | null): SessionView {
    return {
      sessionId: this.sessionId,
      taskId: this.taskId,
      number: this.number,
      name: this.name,
      agent: this.agent,
      model: this.model,
      mode: this.mode,
      reasoning: this.reasoning,
      commands: this.commands,
      state: this.state,
      code: this.errorCode,
      reason: this.errorText,
      queueHeld: this.queueHeld,
      queued,
      turn: turn?.view() ?? null,
      headSeq: Number(this.headSeq),
      createdBy: this.createdBy,
      createdAt: this.createdAt.toISOString(),
      closedAt: this.closedAt?.toISOString() ?? null,
      version: this.version,
    };
  }
}
