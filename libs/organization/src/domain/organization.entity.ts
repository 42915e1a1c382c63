import { VersionConflict } from '@foundry/messaging';
import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  MemberRole,
  OrganizationKind,
  OrganizationView,
  Settings,
  SettingsPatch,
  SettingsView,
} from '../contracts/index.js';
import type { RoleRules } from './roles.js';
import { changeSettings, type ProvidersOffered, type SettingsChange, storedSettings } from './settings.js';

/** What GitHub says about an account. Absent: unchanged. */
export interface Account {
  kind: OrganizationKind;
  login: string;
  name?: string | null | undefined;
  avatarUrl?: string | null | undefined;
  /** When GitHub showed it so; absent: now. */
  observedAt?: Date | undefined;
}

/** The tenant: a GitHub account with what was decided about it here. */
@Entity({ schema: 'organization', name: 'organizations' })
export class Organization {
  @PrimaryColumn('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @Column('text') private kind!: OrganizationKind;
  @Column('text') private login!: string;
  @Column('text', { name: 'github_name', nullable: true }) private githubName!: string | null;
  @Column('text', { name: 'display_name', nullable: true }) private displayName!: string | null;
  @Column('text', { name: 'avatar_url', nullable: true }) private avatarUrl!: string | null;
  @Column('timestamptz', { name: 'profile_at', nullable: true }) private profileAt!: Date | null;
  @Column('text') private state!: 'unclaimed' | 'active';
  @Column('timestamptz', { name: 'claimed_at', nullable: true }) private claimedAt!: Date | null;
  @Column('jsonb') private settings!: Partial<Settings>;
  @Column('integer') private version!: number;
  @Column('timestamptz', { name: 'created_at' }) private createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) private updatedAt!: Date;

  /** An account that nobody of here belongs to yet. `settings` is what this instance starts organizations with. */
  static register(organizationId: Id64, account: Account, settings: Partial<Settings>, now: Date): Organization {
    const organization = new Organization();
    organization.organizationId = organizationId;
    organization.kind = account.kind;
    organization.login = account.login;
    organization.githubName = account.name ?? null;
    organization.avatarUrl = account.avatarUrl ?? null;
    organization.profileAt = account.observedAt ?? now;
    organization.displayName = null;
    organization.state = 'unclaimed';
    organization.claimedAt = null;
    organization.settings = settings;
    organization.version = 1;
    organization.createdAt = now;
    organization.updatedAt = now;
    return organization;
  }

  /** Takes over what GitHub says. The name chosen here and the settings stay. False: nothing new, or older than known. */
  refresh(account: Account, now: Date): boolean {
    const { login, name = this.githubName, avatarUrl = this.avatarUrl, observedAt = now } = account;
    if (this.profileAt !== null && observedAt < this.profileAt) return false;
    if (login === this.login && name === this.githubName && avatarUrl === this.avatarUrl) return false;
    this.login = login;
    this.githubName = name;
    this.avatarUrl = avatarUrl;
    this.profileAt = observedAt;
    return this.changed(now);
  }

  /** The first member arrived. False: somebody was here before. */
  claim(now: Date): boolean {
    if (this.state === 'active') return false;
    this.state = 'active';
    this.claimedAt = now;
    return this.changed(now);
  }

  /**
   * The person whose account this is deleted theirs here: their names go, until GitHub tells of them again because they
   * came back. False: it is the account of a company, or of somebody else.
   */
  forgetHolder(userId: Id64, now: Date): boolean {
    if (this.kind !== 'personal' || userId !== this.organizationId) return false;
    this.login = `deleted-${this.organizationId}`;
    this.githubName = null;
    this.displayName = null;
    this.avatarUrl = null;
    this.profileAt = now;
    return this.changed(now);
  }

  /** Null returns to GitHub's name. False: it is called that already. */
  rename(displayName: string | null, now: Date): boolean {
    if (displayName === this.displayName) return false;
    this.displayName = displayName;
    return this.changed(now);
  }

  /** Merges, validates the whole, and says what changed; null when nothing did. */
  changeSettings(patch: SettingsPatch, by: MemberRole, offered: ProvidersOffered, now: Date): SettingsChange | null {
    const change = changeSettings(storedSettings(this.settings), patch, by, offered);
    if (change === null) return null;
    this.settings = change.after;
    this.changed(now);
    return change;
  }

  /** Refuses with `version.conflict` and the present state when somebody changed it since. */
  mustBeAt(version: number | undefined, current: unknown): void {
    if (version !== undefined && version !== this.version) throw new VersionConflict(current);
  }

  /** In a personal organization only the account holder can be a member. */
  admits(userId: Id64): boolean {
    return this.kind === 'company' || userId === this.organizationId;
  }

  roleRules(): RoleRules {
    return { kind: this.kind, defaultRole: storedSettings(this.settings).defaultRole };
  }

  view(): OrganizationView {
    return {
      id: this.organizationId,
      kind: this.kind,
      login: this.login,
      displayName: this.displayName ?? this.githubName ?? this.login,
      customName: this.displayName,
      githubName: this.githubName,
      avatarUrl: this.avatarUrl,
      state: this.state,
      claimedAt: this.claimedAt?.toISOString() ?? null,
      createdAt: this.createdAt.toISOString(),
      updatedAt: this.updatedAt.toISOString(),
      version: this.version,
    };
  }

  settingsView(): SettingsView {
    return { organizationId: this.organizationId, settings: storedSettings(this.settings), version: this.version };
  }

  private changed(now: Date): true {
    this.version += 1;
    this.updatedAt = now;
    return true;
  }
}
