import { Router } from 'express';
import { z } from 'zod';
import type { Caller } from '../access/caller.js';
import { hashed } from '../access/secrets.js';
import { mint, revoke } from '../access/tokens.js';
import type { Github } from '../github.js';
import { changes, created, done, Nothing, ok, reads } from '../http/call.js';
import { paged, Paging } from '../http/paging.js';
import { authenticationRequired, notFound, notPermitted, Refused, suspended } from '../http/refused.js';
import { repositoryWithRights } from '../repositories/repository.view.js';
import { rightsOf } from '../access/reach.js';
import type { App, Installation } from '../state/app-records.js';
import { appView, fromSeconds, installationView } from './app.view.js';
import { suspend, uninstall, unsuspend } from './installing.js';
import { Narrowing, narrowed } from './narrowing.js';

const tokenLifetime = 3600;
const ById = z.object({ id: z.coerce.number().int() });

/** The App that signed the JWT; every other caller is refused. */
export function appOf(caller: Caller): App {
  if (caller.kind === 'anonymous') throw authenticationRequired();
  if (caller.kind !== 'app') throw new Refused(401, 'A JSON web token could not be decoded');
  return caller.app;
}

function own({ world }: Github, caller: Caller, id: number): Installation {
  const app = appOf(caller);
  const installation = world.installations.get(id);
  if (installation?.appId !== app.id) throw notFound();
  return installation;
}

/** Routes of the App itself: what it is, where it is installed, and the tokens of its installations. */
export function appRoutes(github: Github): Router {
  const { world } = github;
  const routes = Router();
  routes.get(
    '/app',
    reads(Nothing, Nothing, ({ caller }) => ok(appView(world, appOf(caller)))),
  );
  routes.get(
    '/app/installations',
    reads(Nothing, Paging, (call) => {
      const app = appOf(call.caller);
      const items = [...world.installations.values()].filter(({ appId }) => appId === app.id);
      return paged(call, world.addresses.web, { items, view: (row) => installationView(world, row) });
    }),
  );
  routes.get(
    '/app/installations/:id',
    reads(ById, Nothing, ({ caller, path }) => ok(installationView(world, own(github, caller, path.id)))),
  );
  routes.delete(
    '/app/installations/:id',
    changes(ById, Nothing, ({ caller, path }) => {
      const installation = own(github, caller, path.id);
      uninstall(github, installation, appOf(caller).ownerId);
      return done;
    }),
  );
  routes.put(
    '/app/installations/:id/suspended',
    changes(ById, Nothing, ({ caller, path }) => {
      suspend(github, own(github, caller, path.id), appOf(caller).ownerId);
      return done;
    }),
  );
  routes.delete(
    '/app/installations/:id/suspended',
    changes(ById, Nothing, ({ caller, path }) => {
      unsuspend(github, own(github, caller, path.id), appOf(caller).ownerId);
      return done;
    }),
  );
  routes.post(
    '/app/installations/:id/access_tokens',
    changes(ById, Narrowing, ({ caller, path, body }) => created(newToken(github, own(github, caller, path.id), body))),
  );
  routes.delete(
    '/installation/token',
    changes(Nothing, Nothing, ({ caller }) => {
      if (caller.kind !== 'installation') throw notPermitted();
      revoke(world, ({ hash }) => hash === caller.token.hash);
      return done;
    }),
  );
  routes.post('/app-manifests/:code/conversions', conversion(github));
  return routes;
}

function newToken({ world, clock }: Github, installation: Installation, asked: Narrowing) {
  if (installation.suspendedAt) throw suspended();
  const limits = narrowed(world, installation, asked);
  const { text, row } = mint(world, clock, {
    kind: 'installation',
    appId: installation.appId,
    installationId: installation.id,
    lifetime: tokenLifetime,
    ...limits,
  });
  const chosen = limits.repositoryIds?.map((id) =>
    repositoryWithRights(world, world.repository(id), rightsOf('write')),
  );
  return {
    token: text,
    expires_at: fromSeconds(row.expiresAt),
    permissions: limits.permissions ?? installation.permissions,
    repository_selection: limits.repositoryIds ? 'selected' : installation.selection,
    ...(chosen ? { repositories: chosen } : {}),
  };
}

/** A manifest's code is exchanged once, within an hour; then the private key is gone from here. */
function conversion({ world, clock }: Github) {
  return changes(z.object({ code: z.string() }), Nothing, ({ path }) => {
    const row = world.conversions.get(hashed(path.code));
    if (!row || row.expiresAt <= clock.seconds()) throw notFound();
    world.conversions.delete(row.codeHash);
    world.touch();
    const app = world.app(row.appId);
    return created({
      ...appView(world, app),
      client_secret: app.clientSecret,
      webhook_secret: app.webhookSecret,
      pem: row.privateKey,
    });
  });
}
