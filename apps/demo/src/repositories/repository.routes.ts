import { Router } from 'express';
import { z } from 'zod';
import { rightsIn, rightsOf, roleIn } from '../access/reach.js';
import { mustHave } from '../access/reach.js';
import { personOf } from '../accounts/account.routes.js';
import { simpleUser } from '../accounts/account.view.js';
import { appOf } from '../app/app.routes.js';
import { installationView } from '../app/app.view.js';
import type { Github } from '../github.js';
import { Nothing, ok, reads } from '../http/call.js';
import { paged, Paging } from '../http/paging.js';
import { authenticationRequired, notFound, notPermitted } from '../http/refused.js';
import type { Installation, Token } from '../state/app-records.js';
import type { Repository } from '../state/records.js';
import type { World } from '../state/world.js';
import { reached, RepositoryPath } from './finding.js';
import { fullRepository, repositoryView, repositoryWithRights } from './repository.view.js';

const ById = z.object({ id: z.coerce.number().int() });

function within({ repositoryIds }: Token, rows: Repository[]): Repository[] {
  return repositoryIds ? rows.filter(({ id }) => repositoryIds.includes(id)) : rows;
}

/** Installations of the App that a person can see: on their own account, and where they can reach a repository. */
function visibleTo(world: World, appId: number, userId: number): Installation[] {
  return [...world.installations.values()].filter((row) => {
    if (row.appId !== appId) return false;
    if (row.accountId === userId || world.membership(row.accountId, userId)?.state === 'active') return true;
    return world.installedRepositories(row).some((repository) => given(world, repository, userId));
  });
}

function given(world: World, { id }: Repository, userId: number): boolean {
  return world.collaborators.some((row) => row.repositoryId === id && row.userId === userId);
}

/** Routes about repositories and which of them a token reaches. */
export function repositoryRoutes(github: Github): Router {
  const { world } = github;
  const address = world.addresses.web;
  const routes = Router();
  routes.get(
    '/installation/repositories',
    reads(Nothing, Paging, (call) => {
      const { caller } = call;
      if (caller.kind === 'anonymous') throw authenticationRequired();
      if (caller.kind !== 'installation') throw notPermitted();
      const { installation, token } = caller;
      return paged(call, address, {
        items: within(token, world.installedRepositories(installation)),
        view: (row) => repositoryWithRights(world, row, rightsIn(world, caller, row)),
        wrap: (repositories, total_count) => ({
          total_count,
          repository_selection: installation.selection,
          repositories,
        }),
      });
    }),
  );
  routes.get(
    '/user/installations',
    reads(Nothing, Paging, (call) => {
      const { app, user } = personOf(call.caller);
      return paged(call, address, {
        items: visibleTo(world, app.id, user.id),
        view: (row) => installationView(world, row),
        wrap: (installations, total_count) => ({ total_count, installations }),
      });
    }),
  );
  routes.get(
    '/user/installations/:id/repositories',
    reads(ById, Paging, (call) => {
      const { app, user, token } = personOf(call.caller);
      const installation = visibleTo(world, app.id, user.id).find(({ id }) => id === call.path.id);
      if (!installation) throw notFound();
      const rows = within(token, world.installedRepositories(installation));
      return paged(call, address, {
        items: rows.filter((row) => roleIn(world, user.id, row) !== 'none'),
        view: (row) => repositoryWithRights(world, row, rightsOf(roleIn(world, user.id, row))),
        wrap: (repositories, total_count) => ({
          total_count,
          repository_selection: installation.selection,
          repositories,
        }),
      });
    }),
  );
  routes.get(
    '/repos/:owner/:repo',
    reads(RepositoryPath, Nothing, ({ caller, path }) => {
      const repository = reached(github, caller, path, ['metadata', 'read']);
      return ok(fullRepository(world, repository, rightsIn(world, caller, repository)));
    }),
  );
  routes.get(
    '/repos/:owner/:repo/installation',
    reads(RepositoryPath, Nothing, ({ caller, path }) => {
      const app = appOf(caller);
      const repository = world.repositoryNamed(`${path.owner}/${path.repo}`);
      const found = repository && world.installationsSeeing(repository).find(({ appId }) => appId === app.id);
      if (!found) throw notFound();
      return ok(installationView(world, found));
    }),
  );
  routes.get(
    '/orgs/:org/repos',
    reads(z.object({ org: z.string() }), Paging, (call) => {
      const organization = world.organizationByLogin(call.path.org);
      if (!organization) throw notFound();
      mustHave(world, call.caller, organization.id, ['metadata', 'read']);
      return paged(call, address, {
        items: world.repositoriesOf(organization.id),
        view: (row) => repositoryWithRights(world, row, rightsIn(world, call.caller, row)),
      });
    }),
  );
  routes.get(
    '/repos/:owner/:repo/collaborators/:login/permission',
    reads(RepositoryPath.extend({ login: z.string() }), Nothing, ({ caller, path }) => {
      const repository = reached(github, caller, path, ['metadata', 'read']);
      const user = world.userByLogin(path.login);
      if (!user) throw notFound();
      const role = roleIn(world, user.id, repository);
      const coarse = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
      return ok({
        permission: coarse,
        role_name: role,
        user: { ...simpleUser(world, user.id), permissions: rightsOf(role), role_name: role },
      });
    }),
  );
  routes.get(
    '/repos/:owner/:repo/forks',
    reads(RepositoryPath, Paging, (call) => {
      const { id } = reached(github, call.caller, call.path, ['metadata', 'read']);
      const items = [...world.repositories.values()].filter(({ parentId }) => parentId === id);
      return paged(call, address, { items, view: (row) => repositoryView(world, row) });
    }),
  );
  return routes;
}
