import { type Attempt, Database, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { z } from 'zod';
import { type Asks, AsPerson } from '../access/as-person.js';
import { everyPage, readAccess } from '../access/read-access.js';
import { Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { ReadAccess, RecordAccess, RecordAccessRead, UserTokens } from '../contracts/index.js';
import { AllowedAccounts } from '../domain/allowed-accounts.js';
import { GithubInstallation, installationOf } from '../reading/account.js';

const Installations = z.object({ installations: z.array(GithubInstallation) });
const Organizations = z.array(z.object({ organizationId: z.string() }));

/** What a person may do, read again with their own token. What could not be read stays as it was known. */
@Injectable()
@PerformEffect(ReadAccess)
export class ReadAccessEffect implements PerformsEffect<ReadAccess> {
  constructor(
    private readonly github: Github,
    @Optional() @Inject(UserTokens) private readonly tokens: UserTokens | null,
    private readonly allowed: AllowedAccounts,
    private readonly database: Database,
  ) {}

  async perform({ payload: { userId } }: ReadAccess, attempt: Attempt): Promise<CommandMessage> {
    const options = { abort: attempt.abort, urgency: 'background' as const };
    const person = await AsPerson.begin(this.github, this.tokens, userId, options);
    return ended(userId, 'refused' in person ? person.refused : await this.read(userId, person.ask, attempt));
  }

  giveUp({ payload: { userId } }: ReadAccess, { code }: Failure): CommandMessage {
    return ended(userId, code);
  }

  /** Why not everything could be read, or null. */
  private async read(userId: string, asks: Asks, attempt: Attempt): Promise<string | null> {
    try {
      const rows = await everyPage(asks, 'GET /user/installations', {}, Installations, (page) => page.installations);
      let reason: string | null = null;
      for (const row of rows.filter(({ account }) => this.allowed.has(account.id, account.login))) {
        reason = (await readOne(userId, row, asks, attempt)) ?? reason;
      }
      await this.nothingElsewhere(
        userId,
        rows.map(({ account }) => account.id),
        attempt,
      );
      return reason;
    } catch (error) {
      if (error instanceof GithubFailure) return error.code;
      throw error;
    }
  }

  /** Where the App is installed and GitHub shows the person no installation, they reach nothing any more. */
  private async nothingElsewhere(userId: string, listed: readonly string[], attempt: Attempt): Promise<void> {
    const rows = Organizations.parse(
      await this.database.sql`
        select distinct a.organization_id as "organizationId" from github_data.repository_access a
        join github_data.installations i on i.organization_id = a.organization_id and i.state = 'active'
        where a.user_id = ${userId} and a.permission <> 'none' and a.organization_id <> all(${listed}::bigint[])`,
    );
    const checkedAt = new Date().toISOString();
    for (const { organizationId } of rows) {
      const nothing = new RecordAccess({ organizationId, userId, access: [], checkedAt, complete: true });
      await attempt.send(`access ${organizationId} ${String(attempt.number)} none`, nothing);
    }
  }
}

async function readOne(
  userId: string,
  row: z.output<typeof GithubInstallation>,
  asks: Asks,
  attempt: Attempt,
): Promise<string | null> {
  const { installationId, state, account } = installationOf(row);
  if (state !== 'active') return null;
  try {
    await readAccess(asks, attempt, { organizationId: account.accountId, installationId, userId });
    return null;
  } catch (error) {
    if (error instanceof GithubFailure) return error.code;
    throw error;
  }
}

const ended = (userId: string, reason: string | null): RecordAccessRead => new RecordAccessRead({ userId, reason });
