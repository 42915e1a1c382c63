import { Column } from 'typeorm';
import type {
  AgentView,
  CheckpointView,
  CredentialMode,
  CredentialNeedKind,
  CredentialState,
  HoldKind,
  Isolation,
  OnExpired,
  ProviderName,
  RepositoryCopyState,
  SandboxState,
  SandboxStep,
  SandboxView,
} from '../contracts/index.js';
import type { Intent } from './intents.js';

export interface Hold {
  holdId: string;
  kind: HoldKind;
  /** RFC 3339 in UTC. */
  until: string;
}

export interface CredentialNeed {
  needId: string;
  userId: string;
  kind: CredentialNeedKind;
  generation: number;
}

/** What happens once the work is saved. */
export type Plan = 'pause' | 'recreate' | 'destroy';

const at = (value: Date | null): string | null => value?.toISOString() ?? null;

/** The columns of a sandbox, what people see of them, and what was decided and is not kept yet. */
export abstract class SandboxRow {
  abstract sandboxId: string;
  @Column('bigint', { name: 'organization_id' }) organizationId!: string;
  @Column('uuid', { name: 'task_id' }) taskId!: string;
  @Column('bigint', { name: 'repository_id' }) protected repositoryId!: string;
  @Column('text', { name: 'clone_url' }) protected cloneUrl!: string;
  @Column('text') protected branch!: string;
  @Column('text', { name: 'base_branch' }) protected baseBranch!: string;
  @Column('text', { name: 'branch_mode' }) protected branchMode!: 'any' | 'existing';
  @Column('bigint', { name: 'requested_by', nullable: true }) protected requestedBy!: string | null;
  @Column('text') protected provider!: ProviderName;
  @Column('text', { nullable: true }) protected isolation!: Isolation | null;
  @Column('integer') generation!: number;
  @Column('text') protected state!: SandboxState;
  @Column('timestamptz', { name: 'state_since' }) protected stateSince!: Date;
  @Column('text', { nullable: true }) protected step!: SandboxStep | null;
  @Column('uuid', { name: 'step_id', nullable: true }) protected stepId!: string | null;
  @Column('uuid', { name: 'step_effect_id', nullable: true }) protected stepEffectId!: string | null;
  @Column('timestamptz', { name: 'deadline_at', nullable: true }) protected deadlineAt!: Date | null;
  @Column('text', { name: 'failed_state', nullable: true }) protected failedState!: SandboxState | null;
  @Column('text', { nullable: true }) protected plan!: Plan | null;
  @Column('text', { name: 'next_provider', nullable: true }) protected nextProvider!: ProviderName | null;
  @Column('text', { name: 'error_code', nullable: true }) protected errorCode!: string | null;
  @Column('text', { name: 'error_text', nullable: true }) protected errorText!: string | null;
  @Column('text', { name: 'notice_code', nullable: true }) protected noticeCode!: string | null;
  @Column('text', { name: 'notice_text', nullable: true }) protected noticeText!: string | null;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) protected expiresAt!: Date | null;
  @Column('boolean', { name: 'max_life' }) protected maxLife!: boolean;
  @Column('integer', { name: 'idle_minutes' }) protected idleMinutes!: number;
  @Column('timestamptz', { name: 'idle_at', nullable: true }) protected idleAt!: Date | null;
  @Column('timestamptz', { name: 'last_activity_at' }) protected lastActivityAt!: Date;
  @Column('text', { name: 'on_expired' }) protected onExpired!: OnExpired;
  @Column('text', { name: 'home_path', nullable: true }) protected homePath!: string | null;
  @Column('text', { name: 'repo_path', nullable: true }) protected repoPath!: string | null;
  @Column('text', { name: 'repo_state' }) protected repoState!: RepositoryCopyState;
  @Column('text', { name: 'repo_code', nullable: true }) protected repoCode!: string | null;
  @Column('boolean') protected trusted!: boolean;
  @Column('jsonb', { nullable: true }) protected agents!: AgentView[] | null;
  @Column('timestamptz', { name: 'agents_at', nullable: true }) protected agentsAt!: Date | null;
  @Column('integer', { name: 'disk_used_mb', nullable: true }) protected diskUsedMb!: number | null;
  @Column('jsonb') protected holds!: Hold[];
  @Column('uuid', { name: 'watch_id', nullable: true }) protected watchId!: string | null;
  @Column('uuid', { name: 'watch_effect_id', nullable: true }) protected watchEffectId!: string | null;
  @Column('text', { name: 'credential_state' }) protected credentialState!: CredentialState;
  @Column('bigint', { name: 'credential_user_id', nullable: true }) protected credentialUserId!: string | null;
  @Column('text', { name: 'credential_login', nullable: true }) protected credentialLogin!: string | null;
  @Column('text', { name: 'credential_mode', nullable: true }) protected credentialMode!: CredentialMode | null;
  @Column('timestamptz', { name: 'credential_expires_at', nullable: true }) protected credentialExpiresAt!: Date | null;
  @Column('uuid', { name: 'credential_lease_id', nullable: true }) protected credentialLeaseId!: string | null;
  @Column('text', { name: 'credential_code', nullable: true }) protected credentialCode!: string | null;
  @Column('uuid', { name: 'credential_attempt_id', nullable: true }) protected credentialAttemptId!: string | null;
  @Column('uuid', { name: 'credential_effect_id', nullable: true }) protected credentialEffectId!: string | null;
  @Column('jsonb', { name: 'credential_needs' }) protected credentialNeeds!: CredentialNeed[];
  @Column('integer', { name: 'checkpoint_number' }) protected checkpointNumber!: number;
  @Column('jsonb', { name: 'last_checkpoint', nullable: true }) protected lastCheckpoint!: CheckpointView | null;
  @Column('uuid', { name: 'restore_checkpoint_id', nullable: true }) protected restoreCheckpointId!: string | null;
  @Column('integer', { name: 'destroy_attempts' }) protected destroyAttempts!: number;
  @Column('integer') protected version!: number;
  @Column('timestamptz', { name: 'created_at' }) protected createdAt!: Date;
  @Column('timestamptz', { name: 'destroyed_at', nullable: true }) protected destroyedAt!: Date | null;

  /** Decided, and not yet part of the transaction; `keep` empties it. */
  protected intents: Intent[] = [];

  takeIntents(): Intent[] {
    return this.intents.splice(0);
  }

  /** The row remembers which effect works for it. */
  remember(as: 'step' | 'watch' | 'credential', effectId: string): void {
    if (as === 'step') this.stepEffectId = effectId;
    else if (as === 'watch') this.watchEffectId = effectId;
    else this.credentialEffectId = effectId;
  }

  view(): SandboxView {
    return {
      sandboxId: this.sandboxId,
      organizationId: this.organizationId,
      taskId: this.taskId,
      repositoryId: this.repositoryId,
      branch: this.branch,
      baseBranch: this.baseBranch,
      provider: this.provider,
      isolation: this.isolation,
      generation: this.generation,
      state: this.state,
      stateSince: this.stateSince.toISOString(),
      step: this.step,
      deadlineAt: at(this.deadlineAt),
      error: this.errorCode === null ? null : { code: this.errorCode, message: this.errorText ?? '' },
      notice: this.noticeCode === null ? null : { code: this.noticeCode, message: this.noticeText ?? '' },
      expiresAt: at(this.expiresAt),
      idleAt: at(this.idleAt),
      lastActivityAt: this.lastActivityAt.toISOString(),
      onExpired: this.onExpired,
      trusted: this.trusted,
      holds: this.shownHolds(),
      repository: { state: this.repoState, code: this.repoCode },
      credential: {
        state: this.credentialState,
        userId: this.credentialUserId,
        login: this.credentialLogin,
        mode: this.credentialMode,
        expiresAt: at(this.credentialExpiresAt),
        code: this.credentialCode,
      },
      lastCheckpoint: this.lastCheckpoint,
      resources: { diskUsedMb: this.diskUsedMb },
      createdAt: this.createdAt.toISOString(),
      destroyedAt: at(this.destroyedAt),
      version: this.version,
    };
  }

  /** One version more, with everything that an event of it says beside its own fields. */
  protected next(): { organizationId: string; sandboxId: string; version: number; sandbox: SandboxView } {
    this.version += 1;
    return {
      organizationId: this.organizationId,
      sandboxId: this.sandboxId,
      version: this.version,
      sandbox: this.view(),
    };
  }

  protected get named(): { organizationId: string; sandboxId: string } {
    return { organizationId: this.organizationId, sandboxId: this.sandboxId };
  }

  /** The longest hold of each kind. */
  private shownHolds(): SandboxView['holds'] {
    const longest = new Map<HoldKind, string>();
    for (const { kind, until } of this.holds) {
      if ((longest.get(kind) ?? '') < until) longest.set(kind, until);
    }
    return [...longest].map(([kind, until]) => ({ kind, until })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
  }
}
