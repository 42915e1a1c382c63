import { UserTokens } from '@foundry/github-data/contracts';
import { type Attempt, Database, EffectFailed, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { DeleteGithubGrant, RecordGrantEnded } from '../contracts/index.js';
import { GithubGrants } from './github-grants.js';

/**
 * Takes the grant back with the person's own last token. Not possible any more: the tokens lapse by themselves, and the
 * person can remove the grant in their settings at GitHub.
 */
@Injectable()
@PerformEffect(DeleteGithubGrant)
export class DeleteGithubGrantEffect implements PerformsEffect<DeleteGithubGrant> {
  constructor(
    private readonly database: Database,
    private readonly grants: GithubGrants,
    @Optional() @Inject(UserTokens) private readonly tokens: UserTokens | null,
  ) {}

  async perform({ payload }: DeleteGithubGrant, attempt: Attempt): Promise<CommandMessage> {
    const { userId } = payload;
    if (!(await this.isStillGone(payload))) return ended(payload, 'kept');
    const given = (await this.tokens?.tokenOf(userId)) ?? { refused: 'user.reauthorize' as const };
    if ('refused' in given) {
      if (given.refused === 'user.reauthorize') return ended(payload, 'kept');
      throw new EffectFailed(given.refused, 'GitHub did not refresh the token that the grant is ended with.');
    }
    return ended(payload, (await this.grants.end(given.token, attempt.abort)) ? 'deleted' : 'kept');
  }

  giveUp({ payload }: DeleteGithubGrant): CommandMessage {
    return ended(payload, 'kept');
  }

  /** Whoever came back signed in with a new grant, which is not this one. */
  private async isStillGone({ userId }: DeleteGithubGrant['payload']): Promise<boolean> {
    const rows = await this.database.sql`
      select 1 from "user".users u join "user".github_accounts a on a.user_id = u.user_id
      where u.user_id = ${userId} and u.deleted_at is not null`;
    return rows.length > 0;
  }
}

const ended = ({ userId }: DeleteGithubGrant['payload'], outcome: 'deleted' | 'kept') =>
  new RecordGrantEnded({ userId, outcome });
