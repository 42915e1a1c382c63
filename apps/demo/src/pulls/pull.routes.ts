import { Router } from 'express';
import { z } from 'zod';
import { mustReach } from '../access/reach.js';
import { changedFiles, log, mergeBase, patchOf, resolve } from '../git/read.js';
import type { Github } from '../github.js';
import { changes, created, Nothing, ok, reads } from '../http/call.js';
import { paged, Paging } from '../http/paging.js';
import { invalid, notFound } from '../http/refused.js';
import { commitView, fileView } from '../repositories/commit.view.js';
import { actorOf, PullPath, reached, reachedPull, RepositoryPath } from '../repositories/finding.js';
import { numberedPath } from '../repositories/moved.js';
import type { Pull, Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { closePull, editPull, openPull, reopenPull } from './changing.js';
import { measure } from './measuring.js';
import { mergePull, updateBranch } from './merging.js';
import { pullFull, pullSimple } from './pull.view.js';

const Listing = Paging.extend({
  state: z.enum(['open', 'closed', 'all']).catch('open'),
  sort: z.enum(['created', 'updated', 'popularity', 'long-running']).catch('created'),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  head: z.string().optional(),
  base: z.string().optional(),
});

const Opening = z.object({
  title: z.string().min(1).max(256),
  head: z.string(),
  base: z.string(),
  body: z.string().max(65_536).nullable().default(null),
  draft: z.boolean().default(false),
  head_repo: z.string().optional(),
});

const Edit = z.object({
  title: z.string().min(1).max(256).optional(),
  body: z.string().max(65_536).nullable().optional(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});

const Merging = z.object({
  merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
});

function listed(world: World, repository: Repository, query: z.infer<typeof Listing>): Pull[] {
  const key = query.sort === 'updated' ? 'updatedAt' : 'createdAt';
  const sign = (query.direction ?? (query.sort === 'created' ? 'desc' : 'asc')) === 'asc' ? 1 : -1;
  return world
    .pullsOf(repository.id)
    .filter(({ state }) => query.state === 'all' || state === query.state)
    .filter(({ base }) => query.base === undefined || base.branch === query.base)
    .filter(({ head }) => {
      const label = `${world.account(head.ownerId).record.login}:${head.branch}`;
      return query.head === undefined || label === query.head;
    })
    .sort((a, b) => sign * (a[key] === b[key] ? a.number - b.number : a[key] < b[key] ? -1 : 1));
}

/** The repository that `owner:branch` names: this one, or the owner's fork of it. */
function headOf(world: World, repository: Repository, head: string): { repository: Repository; branch: string } {
  const [owner, ...branch] = head.includes(':')
    ? head.split(':')
    : [world.account(repository.ownerId).record.login, head];
  const account = world.accountByLogin(owner ?? '')?.record.id;
  const from = [repository, ...[...world.repositories.values()].filter(({ parentId }) => parentId === repository.id)];
  const found = from.find(({ ownerId }) => ownerId === account);
  if (!found) throw invalid('PullRequest', { field: 'head', code: 'invalid' });
  return { repository: found, branch: branch.join(':') };
}

/** Routes about pull requests. */
export function pullRoutes(github: Github): Router {
  const { world, git } = github;
  const address = world.addresses.web;
  const routes = Router();
  const pulls = '/repos/:owner/:repo/pulls';
  const one = `${pulls}/:number`;
  routes.get(
    pulls,
    reads(RepositoryPath, Listing, (call) => {
      const repository = reached(github, call.caller, call.path, ['pull_requests', 'read']);
      return paged(call, address, {
        items: listed(world, repository, call.query),
        view: (pull) => pullSimple(world, pull),
        linkPath: numberedPath(call.request.originalUrl, repository.id),
      });
    }),
  );
  routes.post(
    pulls,
    changes(RepositoryPath, Opening, async ({ caller, path, body }) => {
      const repository = reached(github, caller, path, ['pull_requests', 'write'], null);
      const head = headOf(world, repository, body.head);
      if (head.repository.id === repository.id) mustReach(world, caller, repository, ['pull_requests', 'write']);
      const pull = await openPull(github, repository, { ...body, head }, actorOf(github, caller));
      const view = pullFull(world, pull, await measure(github, pull));
      return created(view, view.url);
    }),
  );
  routes.get(
    one,
    reads(PullPath, Nothing, async ({ caller, path }) => {
      const { pull } = reachedPull(github, caller, path, ['pull_requests', 'read']);
      return ok(pullFull(world, pull, await measure(github, pull)));
    }),
  );
  routes.patch(
    one,
    changes(PullPath, Edit, async ({ caller, path, body }) => {
      const { pull, repository } = reachedPull(github, caller, path, ['pull_requests', 'write'], null);
      if (caller.kind === 'user' && caller.user.id !== pull.authorId) {
        mustReach(world, caller, repository, ['pull_requests', 'write']);
      }
      const byId = actorOf(github, caller);
      const sha = body.base === undefined ? null : await resolve(await git.of(repository), body.base);
      if (body.base !== undefined && sha === null) throw invalid('PullRequest', { field: 'base', code: 'invalid' });
      const base = body.base !== undefined && sha !== null ? { branch: body.base, sha } : undefined;
      editPull(github, pull, { title: body.title, body: body.body, base }, byId);
      if (body.state === 'closed') closePull(github, pull, byId);
      if (body.state === 'open') reopenPull(github, pull, byId);
      return ok(pullFull(world, pull, await measure(github, pull)));
    }),
  );
  routes.get(
    `${one}/merge`,
    reads(PullPath, Nothing, ({ caller, path }) => {
      if (!reachedPull(github, caller, path, ['pull_requests', 'read']).pull.mergedAt) throw notFound();
      return { status: 204 };
    }),
  );
  routes.put(
    `${one}/merge`,
    changes(PullPath, Merging, async ({ caller, path, body }) => {
      const { pull } = reachedPull(github, caller, path, ['contents', 'write']);
      const merge = {
        method: body.merge_method,
        title: body.commit_title,
        message: body.commit_message,
        expectedHead: body.sha,
      };
      const sha = await mergePull(github, pull, merge, actorOf(github, caller));
      return ok({ sha, merged: true, message: 'Pull Request successfully merged' });
    }),
  );
  routes.put(
    `${one}/update-branch`,
    changes(PullPath, z.object({ expected_head_sha: z.string().optional() }), async ({ caller, path, body }) => {
      const { pull } = reachedPull(github, caller, path, ['pull_requests', 'write']);
      await updateBranch(github, pull, body.expected_head_sha, actorOf(github, caller));
      return { status: 202, body: { message: 'Updating pull request branch.', url: pullSimple(world, pull).html_url } };
    }),
  );
  routes.get(
    `${one}/commits`,
    reads(PullPath, Paging, async (call) => {
      const { repository, pull } = reachedPull(github, call.caller, call.path, ['pull_requests', 'read']);
      const folder = await git.of(repository);
      const commits = await log(folder, `${pull.base.sha}..${pull.head.sha}`);
      return paged(call, address, { items: commits.reverse(), view: (row) => commitView(world, repository, row) });
    }),
  );
  routes.get(
    `${one}/files`,
    reads(PullPath, Paging, async (call) => {
      const { repository, pull } = reachedPull(github, call.caller, call.path, ['pull_requests', 'read']);
      const folder = await git.of(repository);
      const { sha } = pull.head;
      const base = (await mergeBase(folder, pull.base.sha, sha)) ?? pull.base.sha;
      const files = await changedFiles(folder, base, sha);
      const items = await Promise.all(
        files.map(async (file) => ({ ...file, patch: await patchOf(folder, base, sha, file.path) })),
      );
      return paged(call, address, { items, view: (file) => fileView(world, repository, sha, file) });
    }),
  );
  return routes;
}
