import { Router } from 'express';
import { z } from 'zod';
import { commitTree, moveRef, treeWith } from '../git/change.js';
import { contentAt, log, refs, resolve } from '../git/read.js';
import type { Github } from '../github.js';
import { changes, ok, reads } from '../http/call.js';
import { notFound, Refused } from '../http/refused.js';
import { signatureOf } from '../pulls/merging.js';
import { afterPush } from '../pulls/pushed.js';
import type { Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { commitView } from './commit.view.js';
import { actorOf, reached, RepositoryPath, Rest } from './finding.js';
import { repositoryUrl } from './repository.view.js';

const Place = RepositoryPath.extend({ path: Rest.default('') });
const Writing = z.object({
  message: z.string().min(1),
  content: z.base64(),
  sha: z.string().optional(),
  branch: z.string().optional(),
});

interface Entry {
  readonly path: string;
  readonly sha: string;
  readonly size: number;
  readonly type: 'file' | 'dir';
}

function entryView(world: World, repository: Repository, ref: string, { path, sha, size, type }: Entry) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const api = repositoryUrl(world, repository);
  const html = `${world.addresses.web}/${world.fullName(repository)}`;
  const url = `${api}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = `${api}/git/${type === 'file' ? 'blobs' : 'trees'}/${sha}`;
  const page = `${html}/${type === 'file' ? 'blob' : 'tree'}/${ref}/${encoded}`;
  return {
    name: path.split('/').at(-1) ?? path,
    path,
    sha,
    size,
    url,
    html_url: page,
    git_url: git,
    download_url: type === 'file' ? `${html}/raw/${ref}/${encoded}` : null,
    type,
    _links: { self: url, git, html: page },
  };
}

/** Files and folders of a commit, and writing one file as a commit. */
export function contentRoutes(github: Github): Router {
  const { world, git } = github;
  const routes = Router();
  routes.get(
    ['/repos/:owner/:repo/contents', '/repos/:owner/:repo/contents/*path'],
    reads(Place, z.object({ ref: z.string().optional() }), async ({ caller, path, query }) => {
      const repository = reached(github, caller, path, ['contents', 'read']);
      const folder = await git.of(repository);
      const ref = query.ref ?? repository.defaultBranch;
      const sha = await resolve(folder, ref);
      if (sha === null) throw new Refused(404, `No commit found for the ref ${ref}`);
      const found = await contentAt(folder, sha, path.path);
      if (!found) throw notFound();
      if (found.kind === 'file') {
        const entry = { path: path.path, sha: found.sha, size: found.size, type: 'file' as const };
        return ok({ ...entryView(world, repository, ref, entry), content: found.bytes, encoding: 'base64' });
      }
      return ok(
        found.entries.map((row) =>
          entryView(world, repository, ref, {
            path: [path.path, row.name].filter(Boolean).join('/'),
            sha: row.sha,
            size: row.size,
            type: row.kind === 'blob' ? 'file' : 'dir',
          }),
        ),
      );
    }),
  );
  routes.put(
    '/repos/:owner/:repo/contents/*path',
    changes(Place, Writing, async ({ caller, path, body }) => {
      const repository = reached(github, caller, path, ['contents', 'write']);
      if (path.path.startsWith('.github/workflows/')) throw new Refused(403, 'Resource not accessible by integration');
      return writeFile(github, repository, path.path, body, actorOf(github, caller));
    }),
  );
  return routes;
}

/** Commits one file to a branch and tells it as a push. 409 when the file is another than `sha` says. */
export async function writeFile(
  github: Github,
  repository: Repository,
  path: string,
  { message, content, sha, branch = repository.defaultBranch }: z.infer<typeof Writing>,
  byId: number,
) {
  const { world, git } = github;
  return git.exclusively(repository.id, async () => {
    const folder = await git.of(repository);
    const before = await refs(folder);
    const parent = before.get(`refs/heads/${branch}`) ?? null;
    if (parent === null && before.size > 0) throw new Refused(404, `Branch ${branch} not found`);
    const present = parent === null ? null : await contentAt(folder, parent, path);
    const known = present?.kind === 'file' ? present.sha : undefined;
    if (known !== undefined && sha === undefined) throw new Refused(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    if (known !== sha) throw new Refused(409, `${path} does not match ${sha ?? ''}`);
    const bytes = Buffer.from(content, 'base64');
    const { tree, blob } = await treeWith(folder, parent, path, bytes);
    const by = signatureOf(github, byId);
    const commit = await commitTree(folder, { tree, parents: parent === null ? [] : [parent], message, by });
    await moveRef(folder, `refs/heads/${branch}`, commit);
    await afterPush(github, repository, before, byId);
    const [row] = await log(folder, commit, 1);
    const entry = { path, sha: blob ?? '', size: bytes.length, type: 'file' as const };
    return {
      status: known === undefined ? 201 : 200,
      body: { content: entryView(world, repository, branch, entry), commit: row && gitCommit(world, repository, row) },
    };
  });
}

function gitCommit(world: World, repository: Repository, row: Parameters<typeof commitView>[2]) {
  const { sha, node_id, html_url, commit, parents } = commitView(world, repository, row);
  return { sha, node_id, html_url, ...commit, parents };
}
