import { type Attempt, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { z } from 'zod';
import { AsPerson } from '../access/as-person.js';
import { type Fresh, Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { RecordClaim, UserTokens, VerifyClaim } from '../contracts/index.js';
import { GithubInstallation, installationOf } from '../reading/account.js';

const Installations = z.object({ installations: z.array(GithubInstallation) });

/** A claim counts only when GitHub lists the installation for the person's own token. */
@Injectable()
@PerformEffect(VerifyClaim)
export class VerifyClaimEffect implements PerformsEffect<VerifyClaim> {
  constructor(
    private readonly github: Github,
    @Optional() @Inject(UserTokens) private readonly tokens: UserTokens | null,
  ) {}

  async perform({ payload }: VerifyClaim, attempt: Attempt): Promise<CommandMessage> {
    const { userId, installationId, nonceHash } = payload;
    const person = await AsPerson.begin(this.github, this.tokens, userId, { abort: attempt.abort });
    if ('refused' in person) return refused(payload, person.refused);
    try {
      for (let page: number | null = 1; page !== null;) {
        const answer: Fresh<z.output<typeof Installations>> = await person.ask(
          'GET /user/installations',
          { per_page: 100, page },
          Installations,
        );
        const row = answer.data.installations.find(({ id }) => id === installationId);
        if (row) {
          const at = { observedAt: row.updated_at, reason: null };
          return new RecordClaim({ userId, nonceHash, installation: installationOf(row), ...at });
        }
        page = answer.nextPage;
      }
      return refused(payload, 'claim.foreign');
    } catch (error) {
      if (error instanceof GithubFailure) return refused(payload, error.code);
      throw error;
    }
  }

  giveUp({ payload }: VerifyClaim, { code }: Failure): CommandMessage {
    return refused(payload, code);
  }
}

function refused({ userId, nonceHash }: VerifyClaim['payload'], reason: string): RecordClaim {
  return new RecordClaim({ userId, nonceHash, installation: null, reason, observedAt: new Date().toISOString() });
}
