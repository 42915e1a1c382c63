import { type RequestHandler, Router } from 'express';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Caller } from '../access/caller.js';
import { mustReach } from '../access/reach.js';
import { nodeId } from '../accounts/account.view.js';
import type { Github } from '../github.js';
import { changes, Nothing, ok } from '../http/call.js';
import { authenticationRequired, Refused } from '../http/refused.js';
import { setDraft } from '../pulls/changing.js';
import { actorOf } from '../repositories/finding.js';
import type { Pull } from '../state/records.js';

/** REST cannot make a draft ready; this is the part of GitHub's schema that can. */
const schema = buildSchema(`
  type Query { viewer: Actor! }
  type Actor { login: String! }
  type PullRequest { id: ID! number: Int! isDraft: Boolean! state: String! url: String! }
  input MarkPullRequestReadyForReviewInput { pullRequestId: ID! clientMutationId: String }
  input ConvertPullRequestToDraftInput { pullRequestId: ID! clientMutationId: String }
  type PullRequestPayload { pullRequest: PullRequest clientMutationId: String }
  type Mutation {
    markPullRequestReadyForReview(input: MarkPullRequestReadyForReviewInput!): PullRequestPayload
    convertPullRequestToDraft(input: ConvertPullRequestToDraftInput!): PullRequestPayload
  }
`);

const Query = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });
const Input = z.object({ input: z.object({ pullRequestId: z.string(), clientMutationId: z.string().nullish() }) });

/** `POST /api/graphql`. */
export function graphqlRoutes(github: Github): Router {
  const routes = Router();
  const answer: RequestHandler = changes(Nothing, Query, async ({ caller, body }) => {
    if (caller.kind === 'anonymous') throw authenticationRequired();
    const result = await graphql({
      schema,
      source: body.query,
      rootValue: resolvers(github, caller),
      variableValues: body.variables ?? {},
    });
    return ok(result);
  });
  routes.post('/', answer);
  return routes;
}

function resolvers(github: Github, caller: Caller) {
  return {
    viewer: () => ({ login: github.world.user(actorOf(github, caller)).login }),
    markPullRequestReadyForReview: (input: unknown) => draft(github, caller, input, false),
    convertPullRequestToDraft: (input: unknown) => draft(github, caller, input, true),
  };
}

function draft(github: Github, caller: Caller, given: unknown, on: boolean) {
  const { input } = Input.parse(given);
  const { world } = github;
  const pull = world.allPulls().find(({ id }) => nodeId('PullRequest', id) === input.pullRequestId);
  if (!pull) throw typed('NOT_FOUND', `Could not resolve to a node with the global id of '${input.pullRequestId}'`);
  permit(github, caller, pull);
  setDraft(github, pull, on, actorOf(github, caller));
  const url = `${world.addresses.web}/${world.fullName(world.repository(pull.repositoryId))}/pull/${pull.number}`;
  const state = pull.state.toUpperCase();
  return {
    pullRequest: { id: input.pullRequestId, number: pull.number, isDraft: pull.draft, state, url },
    clientMutationId: input.clientMutationId ?? null,
  };
}

function permit({ world }: Github, caller: Caller, pull: Pull): void {
  try {
    mustReach(world, caller, world.repository(pull.repositoryId), ['pull_requests', 'write']);
  } catch (error) {
    if (error instanceof Refused) throw typed(error.status === 404 ? 'NOT_FOUND' : 'FORBIDDEN', error.message);
    throw error;
  }
}

/** An error with GitHub's `type`, which callers tell errors apart by. */
function typed(type: string, message: string): GraphQLError {
  return Object.defineProperty(new GraphQLError(message), 'toJSON', {
    value: () => ({ type, message, path: [], locations: [] }),
  });
}
