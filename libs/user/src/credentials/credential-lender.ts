import { randomUUID } from 'node:crypto';
import { InstallationLoans, LiveAccess, Permission } from '@foundry/github-data/contracts';
import { ask, Database, Outbox, RunningEffects, Secret, type SqlRunner, StaleLease } from '@foundry/messaging';
import { MembershipOf } from '@foundry/organization/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CredentialLeases, type NewLease } from '../auth-rows/credential-leases.js';
import type { HeldToken } from '../auth-rows/github-accounts.js';
import {
  type CredentialHolder,
  type CredentialRefusal,
  type CredentialRequest,
  EndCredentials,
  GithubCredentials,
  IdentityOf,
  type LentCredential,
} from '../contracts/index.js';
import { leasedEntry, refusedLeaseEntry } from './lease-entries.js';
import { NarrowedTokens, type Narrowed } from './narrowed-tokens.js';
import { PersonTokens } from './person-tokens.js';

const LONGEST_MS = 60 * 60_000;
/** What a token has to live still, so that it is of use. */
const FRESH_SECONDS = 10 * 60;
const ACTOR = { kind: 'system', module: 'user' } as const;
/** GitHub that does not answer is no judgement about a person. */
const AUDITED: readonly CredentialRefusal[] = ['member.required', 'user.reauthorize', 'repository.access_denied'];

type Refused = { refused: CredentialRefusal };

/** Lends the authority of one person for one repository to one effect, after everything that may speak against it. */
@Injectable()
export class CredentialLender extends GithubCredentials {
  private readonly log = new Logger('credentials');

  constructor(
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly effects: RunningEffects,
    private readonly leases: CredentialLeases,
    private readonly tokens: PersonTokens,
    private readonly narrowed: NarrowedTokens,
    private readonly access: LiveAccess,
    private readonly loans: InstallationLoans,
  ) {
    super();
  }

  async lease(
    request: CredentialRequest,
    holder: CredentialHolder,
  ): Promise<{ credential: LentCredential } | { refused: CredentialRefusal }> {
    const decided = await this.decide(request, holder);
    if ('credential' in decided || !AUDITED.includes(decided.refused)) return decided;
    const entry = refusedLeaseEntry(request, holder.effectId, decided.refused);
    await holder.guarded((sql) => this.outbox.put(sql, [entry], { actor: ACTOR }));
    return decided;
  }

  isLive(leaseId: string): Promise<boolean> {
    return this.leases.isLive(this.database.sql, leaseId);
  }

  async release(leaseId: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const userId = await this.leases.close(sql, leaseId, 'released');
      if (userId === null) return;
      const end = new EndCredentials({ userId, leaseIds: [leaseId], reason: 'released' });
      await this.outbox.put(sql, [end], { actor: ACTOR });
    });
  }

  private async decide(request: CredentialRequest, holder: CredentialHolder) {
    const { userId, organizationId, repositoryId, purpose } = request;
    if (!(await this.isHeld(request, holder))) return { refused: 'lease.stale' } satisfies Refused;
    const [membership, identity] = await Promise.all([
      ask(this.queries, new MembershipOf(userId, organizationId)),
      ask(this.queries, new IdentityOf(userId)),
    ]);
    if (!membership || membership.role === 'viewer' || !identity)
      return { refused: 'member.required' } satisfies Refused;
    const on = { organizationId, userId, repositoryId };
    const known = await this.access.known(on);
    if (known !== null && !suffices(known, purpose)) return { refused: 'repository.access_denied' } satisfies Refused;
    const person = await this.tokens.of(userId, { seconds: FRESH_SECONDS });
    if ('refused' in person) return person;
    const allowed = known === null ? await this.asked(request, person, holder) : person;
    if ('refused' in allowed) return allowed;
    const narrowed = await this.narrowed.of(request, allowed);
    return 'refused' in narrowed ? narrowed : { credential: await this.store(request, holder, narrowed, identity) };
  }

  /** The effect that asks is guarded when something is written; another one that is named has to run. */
  private async isHeld({ holderId }: CredentialRequest, { effectId }: CredentialHolder): Promise<boolean> {
    if (holderId === undefined || holderId === effectId) return true;
    return (await this.effects.of([holderId])).has(holderId);
  }

  /** Asks GitHub now; where it takes the token no more, once more with another one. */
  private async asked(request: CredentialRequest, person: HeldToken, { abort }: CredentialHolder) {
    const { organizationId, userId, repositoryId, purpose } = request;
    let token = person;
    for (let isRepeated = false; ; isRepeated = true) {
      const answer = await this.access.ask({ organizationId, userId, repositoryId }, token.token.reveal(), abort);
      if ('permission' in answer) {
        return suffices(answer.permission, purpose)
          ? token
          : ({ refused: 'repository.access_denied' } satisfies Refused);
      }
      if (answer.refused !== 'unauthorized') return { refused: answer.refused } satisfies Refused;
      if (isRepeated) return { refused: 'user.reauthorize' } satisfies Refused;
      const next = await this.tokens.of(userId, { seconds: FRESH_SECONDS, notVersion: token.version });
      if ('refused' in next) return next;
      token = next;
    }
  }

  private async store(
    request: CredentialRequest,
    holder: CredentialHolder,
    { token, mode, isOwn, expiresAt }: Narrowed,
    identity: LentCredential['identity'],
  ): Promise<LentCredential> {
    const { userId, organizationId, repositoryId, purpose } = request;
    const leaseId = randomUUID();
    const holderId = request.holderId ?? holder.effectId;
    const ends = new Date(Math.min(expiresAt?.getTime() ?? Infinity, Date.now() + LONGEST_MS));
    const lease = {
      leaseId,
      userId,
      organizationId,
      repositoryId,
      holderId,
      purpose,
      mode,
      token,
      isOwn,
      expiresAt: ends,
    };
    try {
      await holder.guarded(async (sql) => {
        await this.replaceEarlier(sql, lease);
        await this.leases.add(sql, lease);
        await this.outbox.put(sql, [leasedEntry(request, holder.effectId, { leaseId, mode })], { actor: ACTOR });
      });
    } catch (error) {
      if (isOwn) await this.discard(mode, token, error);
      throw error;
    }
    return { leaseId, mode, username: 'x-access-token', secret: token, expiresAt: ends, identity };
  }

  /** One lease for a holder and a purpose: a machine has one credential, whoever's it was before. */
  private async replaceEarlier(
    sql: SqlRunner,
    lease: Pick<NewLease, 'holderId' | 'purpose' | 'repositoryId'>,
  ): Promise<void> {
    const earlier = await this.leases.closeEarlier(sql, lease);
    const commands = earlier.map(
      ({ userId, leaseId }) => new EndCredentials({ userId, leaseIds: [leaseId], reason: 'replaced' }),
    );
    await this.outbox.put(sql, commands, { actor: ACTOR });
  }

  /** Nobody has it, so nobody may keep it. */
  private async discard(mode: Narrowed['mode'], token: Secret, cause: unknown): Promise<void> {
    const isEnded = mode === 'user' ? await this.narrowed.end(token) : await this.loans.end(token.reveal());
    const reason = cause instanceof StaleLease ? 'the holder was lost' : 'the lease was not stored';
    if (!isEnded) this.log.warn({ reason }, 'a token was made in vain and could not be ended; it lapses by itself');
  }
}

const level = (permission: Permission): number => Permission.options.indexOf(permission);

const suffices = (permission: Permission, purpose: CredentialRequest['purpose']): boolean =>
  level(permission) >= level(purpose === 'clone' ? 'read' : 'write');
