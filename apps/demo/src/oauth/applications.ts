import { Router } from 'express';
import { z } from 'zod';
import type { Caller } from '../access/caller.js';
import { live, mint, revoke } from '../access/tokens.js';
import { accountView, simpleUser } from '../accounts/account.view.js';
import { fromSeconds } from '../app/app.view.js';
import { Narrowing, narrowed } from '../app/narrowing.js';
import type { Github } from '../github.js';
import { changes, done, ok } from '../http/call.js';
import { authenticationRequired, notFound, Refused } from '../http/refused.js';
import type { App, Installation, Token } from '../state/app-records.js';
import { endGrant, userTokenLifetime } from './grants.js';

const Path = z.object({ client: z.string() });
const Given = z.object({ access_token: z.string() });
const Scoped = Narrowing.extend({
  access_token: z.string(),
  target: z.string().optional(),
  target_id: z.number().int().optional(),
});

/** These routes are for the App itself, by its client id and secret. */
function clientOf(caller: Caller, clientId: string): App {
  if (caller.kind === 'anonymous') throw authenticationRequired();
  if (caller.kind !== 'client' || caller.app.clientId !== clientId) throw notFound();
  return caller.app;
}

function userToken({ world, clock }: Github, app: App, text: string): Token & { userId: number } {
  const token = live(world, clock, text);
  if (token?.kind !== 'user' || token.appId !== app.id || token.userId === null) throw notFound();
  return { ...token, userId: token.userId };
}

function authorization(
  { world }: Github,
  app: App,
  row: Token & { userId: number },
  text: string,
  through?: Installation,
) {
  const narrowedTo = through && {
    permissions: row.permissions ?? through.permissions,
    repository_selection: row.repositoryIds ? 'selected' : through.selection,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    repositories_url: `${world.addresses.api}/user/repos`,
    account: accountView(world, world.account(through.accountId)),
  };
  return {
    id: row.id,
    url: `${world.addresses.api}/authorizations/${row.id}`,
    app: { client_id: app.clientId, name: app.name, url: app.url },
    token: text,
    hashed_token: Buffer.from(row.hash, 'base64').toString('hex'),
    token_last_eight: row.lastEight,
    note: null,
    note_url: null,
    scopes: [],
    fingerprint: null,
    created_at: fromSeconds(row.createdAt),
    updated_at: fromSeconds(row.createdAt),
    expires_at: fromSeconds(row.expiresAt),
    user: simpleUser(world, row.userId),
    installation: narrowedTo ?? null,
  };
}

/** Routes with which an App checks, replaces, narrows and ends the tokens of its users. */
export function applicationRoutes(github: Github): Router {
  const { world, clock } = github;
  const routes = Router();
  routes.post(
    '/applications/:client/token',
    changes(Path, Given, ({ caller, path, body }) => {
      const app = clientOf(caller, path.client);
      return ok(authorization(github, app, userToken(github, app, body.access_token), body.access_token));
    }),
  );
  routes.patch(
    '/applications/:client/token',
    changes(Path, Given, ({ caller, path, body }) => {
      const app = clientOf(caller, path.client);
      const { hash, userId, family } = userToken(github, app, body.access_token);
      revoke(world, (token) => token.hash === hash);
      const { text, row } = mint(world, clock, {
        kind: 'user',
        appId: app.id,
        userId,
        family,
        lifetime: userTokenLifetime,
      });
      return ok(authorization(github, app, { ...row, userId }, text));
    }),
  );
  routes.post(
    '/applications/:client/token/scoped',
    changes(Path, Scoped, ({ caller, path, body }) => {
      const app = clientOf(caller, path.client);
      return ok(scopedToken(github, app, body));
    }),
  );
  routes.delete(
    '/applications/:client/token',
    changes(Path, Given, ({ caller, path, body }) => {
      const app = clientOf(caller, path.client);
      const { hash } = userToken(github, app, body.access_token);
      revoke(world, (token) => token.hash === hash);
      return done;
    }),
  );
  routes.delete(
    '/applications/:client/grant',
    changes(Path, Given, ({ caller, path, body }) => {
      const app = clientOf(caller, path.client);
      endGrant(github, app, userToken(github, app, body.access_token).userId);
      return done;
    }),
  );
  return routes;
}

/** A token of the same person that reaches less; it lives no longer than the one it was made from. */
function scopedToken(github: Github, app: App, body: z.infer<typeof Scoped>) {
  const { world, clock } = github;
  const parent = userToken(github, app, body.access_token);
  const target = body.target === undefined ? body.target_id : world.accountByLogin(body.target)?.record.id;
  if (target === undefined)
    throw new Refused(422, 'Validation Failed', { errors: ['target or target_id is required'] });
  const installation = world.installationOf(app.id, target);
  if (!installation || installation.suspendedAt) throw notFound();
  const limits = narrowed(world, installation, body);
  const { text, row } = mint(world, clock, {
    kind: 'user',
    appId: app.id,
    userId: parent.userId,
    family: parent.family,
    installationId: installation.id,
    repositoryIds: limits.repositoryIds ?? world.installedRepositories(installation).map(({ id }) => id),
    permissions: limits.permissions ?? installation.permissions,
    lifetime: parent.expiresAt - clock.seconds(),
  });
  return authorization(github, app, { ...row, userId: parent.userId }, text, installation);
}
