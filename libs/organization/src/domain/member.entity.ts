import { isDeepStrictEqual } from 'node:util';
import { RoleTooLow, type RejectionOptions } from '@foundry/messaging';
import type { Id64 } from '@foundry/messaging/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GithubRole, GrantedRole, MemberRole, MemberView } from '../contracts/index.js';
import { GithubOwner, MemberUnknown } from './rejections.js';
import { atLeast, presentRole, roleFrom, type RoleRules } from './roles.js';

/** A person as GitHub confirmed them. */
export interface Confirmation {
  login: string;
  name: string | null;
  avatarUrl: string | null;
  githubRole: GithubRole;
  verifiedAt: Date;
}

/** What a verb did: what others are told. `none`: nothing that anybody sees. */
export type MemberChange =
  | { type: 'none' }
  | { type: 'joined' }
  | { type: 'changed'; previousRole: MemberRole }
  | { type: 'removed'; reason: string };

const BLOCKED = 'blocked';
export const USER_DELETED = 'user_deleted';

/** A person in one organization. The row stays after removal, so that an old confirmation cannot bring them back. */
@Entity({ schema: 'organization', name: 'members' })
export class Member {
  @PrimaryColumn('bigint', { name: 'organization_id' }) organizationId!: Id64;
  @PrimaryColumn('bigint', { name: 'user_id' }) userId!: Id64;
  @Column('text') private login!: string;
  @Column('text', { nullable: true }) private name!: string | null;
  @Column('text', { name: 'avatar_url', nullable: true }) private avatarUrl!: string | null;
  @Column('text', { name: 'github_role' }) private githubRole!: GithubRole;
  @Column('text', { name: 'granted_role', nullable: true }) private grantedRole!: GrantedRole | null;
  @Column('text') private role!: MemberRole;
  @Column('text') private state!: 'active' | 'removed';
  @Column('timestamptz', { name: 'verified_at' }) private verifiedAt!: Date;
  @Column('timestamptz', { name: 'joined_at' }) private joinedAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) private removedAt!: Date | null;
  @Column('text', { name: 'removed_reason', nullable: true }) private removedReason!: string | null;
  @Column('integer') private version!: number;

  /** A person whom GitHub confirmed for the first time. */
  static admit(organizationId: Id64, userId: Id64, seen: Confirmation, rules: RoleRules, now: Date): Member {
    const member = new Member();
    member.organizationId = organizationId;
    member.userId = userId;
    member.grantedRole = null;
    member.state = 'active';
    member.joinedAt = now;
    member.removedAt = null;
    member.removedReason = null;
    member.version = 1;
    member.take(seen, rules);
    return member;
  }

  isActive(): boolean {
    return this.state === 'active';
  }

  /** The role that counts now. */
  roleAt(now: Date, rules: RoleRules): MemberRole {
    return presentRole(this.role, this.verifiedAt, rules.kind, now);
  }

  mustBeAtLeast(needed: MemberRole, rules: RoleRules, now: Date, options?: RejectionOptions): void {
    if (!atLeast(this.roleAt(now, rules), needed)) throw new RoleTooLow(needed, options);
  }

  /** GitHub confirmed the person. Older than what is known, or blocked here: nothing happens. */
  confirm(seen: Confirmation, rules: RoleRules, now: Date): MemberChange {
    if (this.grantedRole === BLOCKED || this.knowsBetterThan(seen.verifiedAt)) return { type: 'none' };
    const before = this.shown();
    const previousRole = this.roleAt(now, rules);
    this.take(seen, rules);
    if (!this.isActive()) return this.enter(now);
    const same = previousRole === this.roleAt(now, rules) && isDeepStrictEqual(before, this.shown());
    return same ? { type: 'none' } : this.changed(previousRole);
  }

  /** What a member list said: the role at GitHub, or null for no longer a member. Later knowledge wins. */
  review(githubRole: GithubRole | null, observedAt: Date, rules: RoleRules, now: Date): MemberChange {
    if (this.knowsBetterThan(observedAt)) return { type: 'none' };
    if (githubRole === null) return this.remove('github_removed', now);
    if (!this.isActive()) return { type: 'none' };
    const previousRole = this.roleAt(now, rules);
    const before = this.githubRole;
    this.verifiedAt = observedAt;
    this.githubRole = githubRole;
    this.role = roleFrom(githubRole, this.grantedRole, rules);
    return before === githubRole && previousRole === this.roleAt(now, rules)
      ? { type: 'none' }
      : this.changed(previousRole);
  }

  /**
   * Ends the membership. Of someone blocked it only notes why, so that unblocking does not bring them back. Of someone who
   * deleted their account nothing stays but the id.
   */
  remove(reason: string, now: Date): MemberChange {
    if (reason === USER_DELETED) this.forgetPerson();
    if (!this.isActive()) {
      if (this.removedReason === BLOCKED) this.removedReason = reason;
      return { type: 'none' };
    }
    return this.leave(reason, now);
  }

  /** What an owner or admin decided; null takes it back. GitHub's owners cannot be changed here. */
  grant(role: GrantedRole | null, rules: RoleRules, now: Date): MemberChange {
    if (!this.isActive() && this.grantedRole !== BLOCKED) throw new MemberUnknown();
    if (this.githubRole === 'admin' || rules.kind === 'personal') throw new GithubOwner();
    if (role === this.grantedRole) return { type: 'none' };
    const previousRole = this.roleAt(now, rules);
    this.grantedRole = role;
    this.role = roleFrom(this.githubRole, role, rules);
    if (role === BLOCKED) return this.leave(BLOCKED, now);
    if (this.isActive()) return this.changed(previousRole);
    if (this.removedReason === BLOCKED) return this.enter(now);
    return this.changed(previousRole);
  }

  /** The organization's default role is another one. */
  followRules(rules: RoleRules, now: Date): MemberChange {
    const previousRole = this.roleAt(now, rules);
    const role = roleFrom(this.githubRole, this.grantedRole, rules);
    if (role === this.role) return { type: 'none' };
    this.role = role;
    return this.changed(previousRole);
  }

  /** How the person is shown where they act. */
  person(): { userId: Id64; login: string; avatarUrl: string | null } {
    return { userId: this.userId, login: this.login, avatarUrl: this.avatarUrl };
  }

  view(rules: RoleRules, now: Date): MemberView {
    return {
      organizationId: this.organizationId,
      userId: this.userId,
      login: this.login,
      name: this.name,
      avatarUrl: this.avatarUrl,
      githubRole: this.githubRole,
      grantedRole: this.grantedRole,
      role: this.roleAt(now, rules),
      state: this.state,
      joinedAt: this.joinedAt.toISOString(),
      version: this.version,
    };
  }

  private knowsBetterThan(at: Date): boolean {
    return at < this.verifiedAt || (this.removedAt !== null && at < this.removedAt);
  }

  private take(seen: Confirmation, rules: RoleRules): void {
    this.login = seen.login;
    this.name = seen.name;
    this.avatarUrl = seen.avatarUrl;
    this.githubRole = seen.githubRole;
    this.verifiedAt = seen.verifiedAt;
    this.role = roleFrom(seen.githubRole, this.grantedRole, rules);
  }

  private shown(): readonly unknown[] {
    return [this.login, this.name, this.avatarUrl, this.githubRole, this.role];
  }

  private forgetPerson(): void {
    this.login = `deleted-${this.userId}`;
    this.name = null;
    this.avatarUrl = null;
  }

  private enter(now: Date): MemberChange {
    this.state = 'active';
    this.joinedAt = now;
    this.removedAt = null;
    this.removedReason = null;
    this.version += 1;
    return { type: 'joined' };
  }

  private leave(reason: string, now: Date): MemberChange {
    this.state = 'removed';
    this.removedAt = now;
    this.removedReason = reason;
    this.version += 1;
    return { type: 'removed', reason };
  }

  private changed(previousRole: MemberRole): MemberChange {
    this.version += 1;
    return { type: 'changed', previousRole };
  }
}
