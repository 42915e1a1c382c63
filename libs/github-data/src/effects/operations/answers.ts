import { z } from 'zod';
import { GithubPullRequest } from '../../reading/pull-request.js';
import { cut } from '../../reading/values.js';

/** One pull request, with what only its own address tells. `mergeable` null: GitHub is still finding out. */
export const OperatedPullRequest = GithubPullRequest.extend({
  node_id: z.string().min(1).max(200),
  mergeable: z.boolean().nullish(),
  mergeable_state: z.string().nullish(),
});
export type OperatedPullRequest = z.output<typeof OperatedPullRequest>;

export const RepositoryHead = z.object({ default_branch: cut(1_024), archived: z.boolean().optional() });
export const Ref = z.object({ object: z.object({ sha: z.string().max(64) }) });

/** GraphQL says no with 200 and a list. */
export const GraphqlAnswer = z.object({
  errors: z.array(z.object({ type: z.string().nullish(), message: cut(300) })).nullish(),
});
