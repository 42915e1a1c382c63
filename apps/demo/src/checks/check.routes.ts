import { Router } from 'express';
import { z } from 'zod';
import { resolve } from '../git/read.js';
import type { Github } from '../github.js';
import { reads } from '../http/call.js';
import { paged, Paging } from '../http/paging.js';
import { notFound } from '../http/refused.js';
import { reached, RepositoryPath } from '../repositories/finding.js';
import { repositoryUrl, repositoryView } from '../repositories/repository.view.js';
import type { Repository } from '../state/records.js';
import { checkRunView, combined, statusView, suitesOf, suiteView } from './check.view.js';
import { headCommit } from './checking.js';

const OfCommit = RepositoryPath.extend({ ref: z.string() });

async function shaOf({ git }: Github, repository: Repository, ref: string): Promise<string> {
  const sha = await resolve(await git.of(repository), ref);
  if (sha === null) throw notFound();
  return sha;
}

/** Routes about the state of a commit: statuses, check suites and check runs. */
export function checkRoutes(github: Github): Router {
  const { world } = github;
  const address = world.addresses.web;
  const routes = Router();
  const commit = '/repos/:owner/:repo/commits/:ref';
  routes.get(
    `${commit}/status`,
    reads(OfCommit, Paging, async (call) => {
      const repository = reached(github, call.caller, call.path, ['statuses', 'read']);
      const sha = await shaOf(github, repository, call.path.ref);
      const { state, statuses } = combined(world, repository.id, sha);
      const url = `${repositoryUrl(world, repository)}/commits/${sha}`;
      return paged(call, address, {
        items: statuses,
        view: (row) => statusView(world, row),
        wrap: (rows, total_count) => ({
          state,
          statuses: rows,
          sha,
          total_count,
          repository: repositoryView(world, repository),
          commit_url: url,
          url: `${url}/status`,
        }),
      });
    }),
  );
  routes.get(
    `${commit}/check-suites`,
    reads(OfCommit, Paging, async (call) => {
      const repository = reached(github, call.caller, call.path, ['checks', 'read']);
      const sha = await shaOf(github, repository, call.path.ref);
      const { full: _, ...head } = await headCommit(github, repository, sha);
      return paged(call, address, {
        items: suitesOf(world, repository.id, sha),
        view: (suite) => ({
          ...suiteView(world, repository, suite, head),
          repository: repositoryView(world, repository),
        }),
        wrap: (check_suites, total_count) => ({ total_count, check_suites }),
      });
    }),
  );
  routes.get(
    `${commit}/check-runs`,
    reads(OfCommit, Paging, async (call) => {
      const repository = reached(github, call.caller, call.path, ['checks', 'read']);
      const sha = await shaOf(github, repository, call.path.ref);
      return paged(call, address, {
        items: suitesOf(world, repository.id, sha).flatMap(({ runs }) => runs),
        view: (run) => checkRunView(world, run),
        wrap: (check_runs, total_count) => ({ total_count, check_runs }),
      });
    }),
  );
  return routes;
}
