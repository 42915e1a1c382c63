import type { RequestHandler } from 'express';
import { callerOf } from '../access/caller.js';
import { sees } from '../access/reach.js';
import type { Github } from '../github.js';
import { Refused } from '../http/refused.js';

const byName = /^\/repos\/([^/]+)\/([^/]+)/;
const byId = /^\/repositories\/(\d+)/;

/** Lets `/repositories/{id}/…` do the same as `/repos/{owner}/{repo}/…`, and sends old names there. */
export function movedRepositories(github: Github): RequestHandler {
  const { world, clock } = github;
  return (request, _response, next) => {
    const id = byId.exec(request.url)?.[1];
    const numbered = id === undefined ? undefined : world.repositories.get(Number(id));
    if (numbered) {
      request.url = request.url.replace(byId, `/repos/${world.fullName(numbered)}`);
      next();
      return;
    }
    const [matched, owner, repo] = byName.exec(request.url) ?? [];
    const named = world.repositoryNamed(`${owner ?? ''}/${repo ?? ''}`);
    if (!matched || !named || world.fullName(named).toLowerCase() === `${owner}/${repo}`.toLowerCase()) {
      next();
      return;
    }
    const caller = callerOf(world, clock, request.get('authorization'), request.ip ?? '');
    if (!sees(world, caller, named)) {
      next();
      return;
    }
    const target = `${world.addresses.api}${request.url.replace(byName, `/repositories/${named.id}`)}`;
    const status = request.method === 'GET' ? 301 : 307;
    throw new Refused(status, status === 301 ? 'Moved Permanently' : 'Temporary Redirect', {
      headers: { Location: target },
    });
  };
}

/** The path of a repository's list as GitHub writes it into `Link`: with the id, which renames do not change. */
export function numberedPath(originalUrl: string, repositoryId: number): string {
  const path = originalUrl.split('?')[0] ?? '';
  return path.replace(/\/repos\/[^/]+\/[^/]+/, `/repositories/${repositoryId}`);
}
