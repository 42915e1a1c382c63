import { type Attempt, EffectFailed, type Failure, PerformEffect, type PerformsEffect } from '@foundry/messaging';
import type { CommandMessage } from '@foundry/messaging/contracts';
import { Injectable } from '@nestjs/common';
import { Github } from '../client/github.js';
import { GithubFailure } from '../client/github-failure.js';
import { FetchPullRequest, type PullRequestFacts, RecordPullRequest } from '../contracts/index.js';
import { GithubPullRequest, pullRequestFacts } from '../reading/pull-request.js';

/** What GitHub answers about one pull request decides where events left something open. */
@Injectable()
@PerformEffect(FetchPullRequest)
export class FetchPullRequestEffect implements PerformsEffect<FetchPullRequest> {
  constructor(private readonly github: Github) {}

  async perform({ payload }: FetchPullRequest, attempt: Attempt): Promise<CommandMessage> {
    const { installationId, permissions, fullName, number, repositoryId } = payload;
    const [owner = '', repo = ''] = fullName.split('/', 2);
    const observedAt = new Date().toISOString();
    try {
      const answer = await this.github.ask({
        authority: { as: 'installation', installationId, permissions },
        route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
        parameters: { owner, repo, pull_number: number },
        answer: GithubPullRequest,
        abort: attempt.abort,
      });
      const facts = answer.changed ? pullRequestFacts(repositoryId, answer.data) : null;
      return report(payload, { pullRequest: facts, error: null, observedAt });
    } catch (error) {
      if (!(error instanceof GithubFailure)) throw error;
      if (error.kind === 'missing') return report(payload, { pullRequest: null, error: null, observedAt });
      if (error.until) throw new EffectFailed(error.code, error.message, error.until.getTime() - Date.now());
      return report(payload, { pullRequest: null, error: error.code, observedAt });
    }
  }

  giveUp({ payload }: FetchPullRequest, { code }: Failure): CommandMessage {
    return report(payload, { pullRequest: null, error: code, observedAt: new Date().toISOString() });
  }
}

function report(
  { organizationId, repositoryId, number }: FetchPullRequest['payload'],
  found: { pullRequest: PullRequestFacts | null; error: string | null; observedAt: string },
): RecordPullRequest {
  return new RecordPullRequest({ organizationId, repositoryId, number, ...found });
}
