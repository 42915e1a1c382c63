import type { OperationResult, PullRequestFacts } from '../../contracts/index.js';
import { type GithubPullRequest, pullRequestFacts } from '../../reading/pull-request.js';
import type { Place } from './acting-person.js';

/** What an operation came to at GitHub. */
export interface Done {
  result: OperationResult;
  pullRequest: PullRequestFacts | null;
}

/** `existing`: it was so already. */
export function doneWith({ repositoryId }: Place, pull: GithubPullRequest, existing: boolean): Done {
  const facts = pullRequestFacts(repositoryId, pull);
  const { number, url, headSha } = facts;
  return { result: { existing, number, url, headSha }, pullRequest: facts };
}
