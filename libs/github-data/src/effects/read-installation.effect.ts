import { type Attempt, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { ReadInstallation, RecordInstallationRead } from '../contracts/index.js';
import { GithubInstallation, installationOf } from '../reading/account.js';

/** Reads one installation as the App. */
@Injectable()
@PerformEffect(ReadInstallation)
export class ReadInstallationEffect implements PerformsEffect<ReadInstallation> {
  constructor(private readonly github: Github) {}

  async perform({ payload }: ReadInstallation, attempt: Attempt): Promise<CommandMessage> {
    const { organizationId, installationId } = payload;
    const observedAt = new Date().toISOString();
    try {
      const answer = await this.github.ask({
        authority: { as: 'app' },
        route: 'GET /app/installations/{installation_id}',
        parameters: { installation_id: installationId },
        answer: GithubInstallation,
        abort: attempt.abort,
      });
      if (!answer.changed) throw new GithubFailure('unreadable', 304);
      // GitHub's own time, because it is compared with that of events.
      const at = answer.data.updated_at;
      const installation = installationOf(answer.data);
      return new RecordInstallationRead({ organizationId, installationId, installation, error: null, observedAt: at });
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      const code = error.kind === 'missing' ? null : error.code;
      return new RecordInstallationRead({
        organizationId,
        installationId,
        installation: null,
        error: code,
        observedAt,
      });
    }
  }

  giveUp({ payload }: ReadInstallation, { code }: { code: string }): CommandMessage {
    const observedAt = new Date().toISOString();
    return new RecordInstallationRead({ ...payload, installation: null, error: code, observedAt });
  }
}
