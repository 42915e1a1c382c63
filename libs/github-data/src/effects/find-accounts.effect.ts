import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { z } from 'zod';
import { type Asks, AsPerson } from '../access/as-person.js';
import { everyPage, readAccess } from '../access/read-access.js';
import { Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import {
  type Account,
  FindAccounts,
  type MembershipRole,
  RecordDiscovery,
  RecordInstallation,
  UserTokens,
} from '../contracts/index.js';
import { AllowedAccounts } from '../domain/allowed-accounts.js';
import { accountOf, GithubAccount, GithubInstallation, installationOf } from '../reading/account.js';

const Installations = z.object({ installations: z.array(GithubInstallation) });
const Membership = z.object({ state: z.string(), role: z.string() });
const Emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

interface Found {
  memberships: { organizationId: string; githubRole: MembershipRole }[];
  denied: string[];
  reason: string | null;
}

/**
 * Asks GitHub, with the person's own token, where they belong and what they may do there. What could not be asked says
 * nothing: no membership ends because GitHub failed.
 */
@Injectable()
@PerformEffect(FindAccounts)
export class FindAccountsEffect implements PerformsEffect<FindAccounts> {
  constructor(
    private readonly github: Github,
    @Optional() @Inject(UserTokens) private readonly tokens: UserTokens | null,
    private readonly allowed: AllowedAccounts,
  ) {}

  async perform({ payload: { userId } }: FindAccounts, attempt: Attempt): Promise<CommandMessage> {
    const person = await AsPerson.begin(this.github, this.tokens, userId, { abort: attempt.abort });
    if ('refused' in person) return nothingFound(userId, person.refused);
    try {
      return await this.find(userId, person.ask, attempt);
    } catch (error) {
      if (error instanceof GithubFailure) return nothingFound(userId, error.code);
      throw error;
    }
  }

  private async find(userId: string, asks: Asks, attempt: Attempt): Promise<CommandMessage> {
    const observedAt = new Date().toISOString();
    const [me, email, installations] = await Promise.all([
      asks('GET /user', {}, GithubAccount),
      emailOf(asks),
      everyPage(asks, 'GET /user/installations', {}, Installations, ({ installations: page }) => page),
    ]);
    const { login, name, avatarUrl } = accountOf(me.data);
    const own: Account = { accountId: userId, kind: 'personal', login, name, avatarUrl };
    const served = installations.filter(({ account }) => this.allowed.has(account.id, account.login));
    const found: Found = { memberships: [], denied: [], reason: null };
    for (const row of served) await this.about(userId, row, asks, attempt, found);
    const companies = served.map((row) => installationOf(row).account).filter(({ accountId }) => accountId !== userId);
    const accounts = [own, ...companies].slice(0, 200);
    const { memberships, denied, reason } = found;
    const mine = { organizationId: userId, githubRole: 'admin' as const };
    return new RecordDiscovery({
      userId,
      profile: { login, name, avatarUrl },
      email,
      accounts,
      memberships: [mine, ...memberships],
      denied,
      complete: reason === null,
      reason,
      observedAt,
    });
  }

  private async about(
    userId: string,
    row: z.output<typeof GithubInstallation>,
    asks: Asks,
    attempt: Attempt,
    found: Found,
  ): Promise<void> {
    const organizationId = row.account.id;
    const facts = installationOf(row);
    await attempt.send(
      `installation ${facts.installationId}`,
      new RecordInstallation({ organizationId, installation: facts, observedAt: row.updated_at }),
    );
    if (facts.state !== 'active') return;
    try {
      if (facts.account.kind === 'company' && !(await isMember(asks, facts.account, found))) return;
      await readAccess(asks, attempt, { organizationId, installationId: facts.installationId, userId });
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      found.reason = error.code;
    }
  }

  giveUp({ payload: { userId } }: FindAccounts, { code }: Failure): CommandMessage {
    return nothingFound(userId, code);
  }
}

async function isMember(asks: Asks, account: Account, found: Found): Promise<boolean> {
  try {
    const { data } = await asks('GET /user/memberships/orgs/{org}', { org: account.login }, Membership);
    if (data.state !== 'active') return false;
    const githubRole = data.role === 'admin' ? 'admin' : 'member';
    found.memberships.push({ organizationId: account.accountId, githubRole });
    return true;
  } catch (error) {
    if (!(error instanceof GithubFailure) || error.kind !== 'missing') throw error;
    found.denied.push(account.accountId);
    return false;
  }
}

/** The verified primary address; none when it may not be read. */
async function emailOf(asks: Asks): Promise<string | null> {
  try {
    const { data } = await asks('GET /user/emails', { per_page: 100 }, Emails);
    return data.find(({ primary, verified }) => primary && verified)?.email ?? null;
  } catch (error) {
    if (error instanceof GithubFailure) return null;
    throw error;
  }
}

function nothingFound(userId: string, reason: string): RecordDiscovery {
  return new RecordDiscovery({
    userId,
    profile: null,
    email: null,
    accounts: [],
    memberships: [],
    denied: [],
    complete: false,
    reason,
    observedAt: new Date().toISOString(),
  });
}
