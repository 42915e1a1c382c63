import { Router } from 'express';
import { z } from 'zod';
import type { Github } from '../github.js';
import { changes, created, ok, reads } from '../http/call.js';
import { paged, Paging } from '../http/paging.js';
import { invalid } from '../http/refused.js';
import { actorOf, PullPath, reachedPull } from '../repositories/finding.js';
import { comment, issueCommentView, lineCommentView, review, reviewView } from './talking.js';

const kinds = { APPROVE: 'APPROVED', REQUEST_CHANGES: 'CHANGES_REQUESTED', COMMENT: 'COMMENTED' } as const;

const Review = z.object({
  event: z.enum(['APPROVE', 'REQUEST_CHANGES', 'COMMENT']).default('COMMENT'),
  body: z.string().default(''),
});

/** Routes about reviews and comments of pull requests. */
export function talkRoutes(github: Github): Router {
  const { world } = github;
  const address = world.addresses.web;
  const routes = Router();
  const of = (row: { repositoryId: number; number: number }, pull: { repositoryId: number; number: number }) =>
    row.repositoryId === pull.repositoryId && row.number === pull.number;
  routes.get(
    '/repos/:owner/:repo/pulls/:number/reviews',
    reads(PullPath, Paging, (call) => {
      const { pull } = reachedPull(github, call.caller, call.path, ['pull_requests', 'read']);
      const items = world.reviews.filter((row) => of(row, pull));
      return paged(call, address, { items, view: (row) => reviewView(world, row) });
    }),
  );
  routes.post(
    '/repos/:owner/:repo/pulls/:number/reviews',
    changes(PullPath, Review, ({ caller, path, body }) => {
      const { pull } = reachedPull(github, caller, path, ['pull_requests', 'write'], null);
      const byId = actorOf(github, caller);
      if (byId === pull.authorId && body.event !== 'COMMENT') {
        throw invalid('PullRequestReview', { message: 'Can not approve your own pull request' });
      }
      return ok(reviewView(world, review(github, pull, { state: kinds[body.event], body: body.body }, byId)));
    }),
  );
  routes.get(
    '/repos/:owner/:repo/pulls/:number/comments',
    reads(PullPath, Paging, (call) => {
      const { pull } = reachedPull(github, call.caller, call.path, ['pull_requests', 'read']);
      const items = world.comments.filter((row) => row.line && of(row, pull));
      return paged(call, address, { items, view: (row) => lineCommentView(world, row) });
    }),
  );
  routes.get(
    '/repos/:owner/:repo/issues/:number/comments',
    reads(PullPath, Paging, (call) => {
      const { pull } = reachedPull(github, call.caller, call.path, ['issues', 'read']);
      const items = world.comments.filter((row) => !row.line && of(row, pull));
      return paged(call, address, { items, view: (row) => issueCommentView(world, row) });
    }),
  );
  routes.post(
    '/repos/:owner/:repo/issues/:number/comments',
    changes(PullPath, z.object({ body: z.string().min(1) }), ({ caller, path, body }) => {
      const { pull } = reachedPull(github, caller, path, ['pull_requests', 'write'], null);
      return created(issueCommentView(world, comment(github, pull, body, actorOf(github, caller))));
    }),
  );
  return routes;
}
