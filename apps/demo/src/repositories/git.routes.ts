import { Router } from 'express';
import { z } from 'zod';
import { nodeId } from '../accounts/account.view.js';
import { validRef } from '../git/change.js';
import { changedFiles, type CommitRead, countCommits, log, mergeBase, patchOf, refs, resolve } from '../git/read.js';
import type { Github } from '../github.js';
import { type Answer, type Call, changes, created, done, Nothing, ok, reads } from '../http/call.js';
import { paged, Paging } from '../http/paging.js';
import { notFound, Refused } from '../http/refused.js';
import type { Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { commitView, fileView } from './commit.view.js';
import { changeRef } from './branching.js';
import { actorOf, reached, RepositoryPath, Rest } from './finding.js';
import { numberedPath } from './moved.js';
import { repositoryUrl } from './repository.view.js';

const OfRef = RepositoryPath.extend({ ref: Rest });
const Sha = z.string().regex(/^[0-9a-f]{40}$/);

function refView(world: World, repository: Repository, ref: string, sha: string) {
  const api = repositoryUrl(world, repository);
  return {
    ref,
    node_id: nodeId('Ref', `${repository.id}:${ref}`),
    url: `${api}/git/${ref}`,
    object: { sha, type: 'commit', url: `${api}/git/commits/${sha}` },
  };
}

async function oneCommit(folder: string, sha: string): Promise<CommitRead> {
  const [commit] = await log(folder, sha, 1);
  if (!commit) throw notFound();
  return commit;
}

/** Routes about branches, refs, commits and how they differ. */
export function gitRoutes(github: Github): Router {
  const { world, git } = github;
  const address = world.addresses.web;
  const routes = Router();
  const base = '/repos/:owner/:repo';
  routes.get(
    `${base}/branches`,
    reads(RepositoryPath, Paging, async (call) => {
      const repository = reached(github, call.caller, call.path, ['contents', 'read']);
      const items = [...(await refs(await git.of(repository)))];
      return paged(call, address, {
        items,
        view: ([ref, sha]) => ({
          name: ref.replace('refs/heads/', ''),
          commit: { sha, url: `${repositoryUrl(world, repository)}/commits/${sha}` },
          protected: false,
        }),
        linkPath: numberedPath(call.request.originalUrl, repository.id),
      });
    }),
  );
  routes.get(
    `${base}/branches/*ref`,
    reads(OfRef, Nothing, async ({ caller, path }) => {
      const repository = reached(github, caller, path, ['contents', 'read']);
      const folder = await git.of(repository);
      const sha = (await refs(folder, `refs/heads/${path.ref}`)).get(`refs/heads/${path.ref}`);
      if (sha === undefined) throw new Refused(404, 'Branch not found');
      return ok(branchView(world, repository, path.ref, await oneCommit(folder, sha)));
    }),
  );
  routes.get(
    [`${base}/git/ref/*ref`, `${base}/git/refs/*ref`],
    reads(OfRef, Nothing, async ({ caller, path }) => {
      const repository = reached(github, caller, path, ['contents', 'read']);
      const ref = `refs/${path.ref}`;
      const sha = (await refs(await git.of(repository), ref)).get(ref);
      if (sha === undefined) throw notFound();
      return ok(refView(world, repository, ref, sha));
    }),
  );
  routes.post(
    `${base}/git/refs`,
    changes(RepositoryPath, z.object({ ref: z.string(), sha: Sha }), async ({ caller, path, body }) => {
      const repository = reached(github, caller, path, ['contents', 'write']);
      if (!body.ref.startsWith('refs/heads/') || !(await validRef(body.ref))) {
        throw new Refused(422, 'Reference name is not valid');
      }
      await changeRef(github, repository, body.ref, body.sha, 'create', actorOf(github, caller));
      const view = refView(world, repository, body.ref, body.sha);
      return created(view, view.url);
    }),
  );
  routes.patch(
    `${base}/git/refs/*ref`,
    changes(OfRef, z.object({ sha: Sha, force: z.boolean().default(false) }), async ({ caller, path, body }) => {
      const repository = reached(github, caller, path, ['contents', 'write']);
      const ref = `refs/${path.ref}`;
      const how = body.force ? 'force' : 'forward';
      await changeRef(github, repository, ref, body.sha, how, actorOf(github, caller));
      return ok(refView(world, repository, ref, body.sha));
    }),
  );
  routes.delete(
    `${base}/git/refs/*ref`,
    changes(OfRef, Nothing, async ({ caller, path }) => {
      const repository = reached(github, caller, path, ['contents', 'write']);
      await changeRef(github, repository, `refs/${path.ref}`, null, 'force', actorOf(github, caller));
      return done;
    }),
  );
  routes.get(
    `${base}/commits`,
    reads(RepositoryPath, Paging.extend({ sha: z.string().optional() }), async (call) => {
      const repository = reached(github, call.caller, call.path, ['contents', 'read']);
      const folder = await git.of(repository);
      const sha = await resolve(folder, call.query.sha ?? repository.defaultBranch);
      if (sha === null) throw new Refused(409, 'Git Repository is empty.');
      const items = await log(folder, sha, 1000);
      return paged(call, address, { items, view: (row) => commitView(world, repository, row) });
    }),
  );
  routes.get(
    `${base}/commits/:ref`,
    reads(RepositoryPath.extend({ ref: z.string() }), Nothing, async ({ caller, path }) => {
      const repository = reached(github, caller, path, ['contents', 'read']);
      const folder = await git.of(repository);
      const sha = await resolve(folder, path.ref);
      if (sha === null) throw new Refused(422, `No commit found for SHA: ${path.ref}`);
      const commit = await oneCommit(folder, sha);
      const [parent] = commit.parents;
      const files = parent === undefined ? [] : await changedFiles(folder, parent, sha);
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      return ok({
        ...commitView(world, repository, commit),
        stats: { total: additions + deletions, additions, deletions },
        files: files.map((file) => fileView(world, repository, sha, file)),
      });
    }),
  );
  routes.get(
    `${base}/compare/*ref`,
    reads(OfRef, Paging, (call) => compare(github, call)),
  );
  return routes;
}

function branchView(world: World, repository: Repository, name: string, commit: CommitRead) {
  const api = repositoryUrl(world, repository);
  const html = `${world.addresses.web}/${world.fullName(repository)}/tree/${name}`;
  return {
    name,
    commit: commitView(world, repository, commit),
    _links: { self: `${api}/branches/${name}`, html },
    protected: false,
    protection: { enabled: false, required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] } },
    protection_url: `${api}/branches/${name}/protection`,
  };
}

async function compare(
  github: Github,
  { caller, path, query }: Call & { path: z.infer<typeof OfRef>; query: Paging },
): Promise<Answer> {
  const { world, git } = github;
  const repository = reached(github, caller, path, ['contents', 'read']);
  const folder = await git.of(repository);
  const [from = '', to = ''] = path.ref.split(/\.{2,3}/, 2);
  const before = await resolve(folder, from);
  const after = await resolve(folder, to);
  const common = before && after && (await mergeBase(folder, before, after));
  if (!before || !after || !common) throw notFound();
  const ahead = await countCommits(folder, `${before}..${after}`);
  const behind = await countCommits(folder, `${after}..${before}`);
  const commits = (await log(folder, `${before}..${after}`)).reverse();
  const files = await changedFiles(folder, common, after);
  const shown = await Promise.all(
    files.slice(0, 300).map(async (file) => ({ ...file, patch: await patchOf(folder, common, after, file.path) })),
  );
  const html = `${world.addresses.web}/${world.fullName(repository)}/compare/${from}...${to}`;
  return ok({
    url: `${repositoryUrl(world, repository)}/compare/${from}...${to}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: commitView(world, repository, await oneCommit(folder, before)),
    merge_base_commit: commitView(world, repository, await oneCommit(folder, common)),
    status: ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical',
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: commits
      .slice((query.page - 1) * query.per_page, query.page * query.per_page)
      .map((row) => commitView(world, repository, row)),
    files: shown.map((file) => fileView(world, repository, after, file)),
  });
}
