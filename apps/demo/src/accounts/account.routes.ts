import { Router } from 'express';
import { z } from 'zod';
import type { Caller, UserCaller } from '../access/caller.js';
import { mustHave } from '../access/reach.js';
import { appOf } from '../app/app.routes.js';
import { installationView } from '../app/app.view.js';
import type { Github } from '../github.js';
import { Nothing, ok, reads } from '../http/call.js';
import { paged, Paging } from '../http/paging.js';
import { authenticationRequired, notFound, notPermitted, Refused } from '../http/refused.js';
import type { Organization } from '../state/records.js';
import type { World } from '../state/world.js';
import {
  accountView,
  membershipView,
  organizationFull,
  organizationSimple,
  privateUser,
  publicUser,
  simpleUser,
} from './account.view.js';

const ByOrganization = z.object({ org: z.string() });
const ByLogin = z.object({ login: z.string() });
const Members = Paging.extend({ role: z.enum(['all', 'admin', 'member']).catch('all') });
const Memberships = Paging.extend({ state: z.enum(['active', 'pending']).optional() });

/** Only a person's own token may ask about the person. */
export function personOf(caller: Caller): UserCaller {
  if (caller.kind === 'anonymous') throw authenticationRequired();
  if (caller.kind !== 'user') throw notPermitted();
  return caller;
}

function organizationOf(world: World, login: string): Organization {
  const organization = world.organizationByLogin(login);
  if (!organization) throw notFound();
  return organization;
}

/** Routes about people, organizations and their members. */
export function accountRoutes(github: Github): Router {
  const { world } = github;
  const routes = Router();
  routes.get(
    '/user',
    reads(Nothing, Nothing, ({ caller }) => ok(privateUser(world, personOf(caller).user))),
  );
  routes.get(
    '/user/emails',
    reads(Nothing, Paging, (call) => emails(github, call)),
  );
  routes.get(
    '/user/orgs',
    reads(Nothing, Paging, (call) => {
      const { user } = personOf(call.caller);
      const rows = world.memberships.filter(({ userId, state }) => userId === user.id && state === 'active');
      const items = rows.flatMap(({ organizationId }) => world.organizations.get(organizationId) ?? []);
      return paged(call, world.addresses.web, { items, view: (row) => organizationSimple(world, row) });
    }),
  );
  routes.get(
    '/user/memberships/orgs',
    reads(Nothing, Memberships, (call) => {
      const { user, app } = personOf(call.caller);
      const items = world.memberships.filter(
        ({ userId, organizationId, state }) =>
          userId === user.id && world.installationOf(app.id, organizationId) && (call.query.state ?? state) === state,
      );
      return paged(call, world.addresses.web, { items, view: (row) => membershipView(world, row) });
    }),
  );
  routes.get(
    '/user/memberships/orgs/:org',
    reads(ByOrganization, Nothing, ({ caller, path }) => {
      const person = personOf(caller);
      const organization = organizationOf(world, path.org);
      mustHave(world, caller, organization.id, ['members', 'read']);
      const row = world.membership(organization.id, person.user.id);
      if (!row) throw notFound();
      return ok(membershipView(world, row));
    }),
  );
  routes.get(
    '/users/:login',
    reads(ByLogin, Nothing, ({ path }) => {
      const account = world.accountByLogin(path.login);
      if (!account) throw notFound();
      if (account.kind === 'User') return ok(publicUser(world, account.record));
      return ok({ ...accountView(world, account), ...organizationFull(world, account.record), ...organizationCounts });
    }),
  );
  routes.get(
    '/orgs/:org',
    reads(ByOrganization, Nothing, ({ path }) => ok(organizationFull(world, organizationOf(world, path.org)))),
  );
  routes.get(
    '/orgs/:org/members',
    reads(ByOrganization, Members, (call) => members(github, call)),
  );
  routes.get(
    '/orgs/:org/memberships/:login',
    reads(ByOrganization.extend({ login: z.string() }), Nothing, ({ caller, path }) => {
      const organization = organizationOf(world, path.org);
      mustHave(world, caller, organization.id, ['members', 'read']);
      const row = world.membership(organization.id, world.userByLogin(path.login)?.id ?? 0);
      if (!row) throw notFound();
      return ok(membershipView(world, row));
    }),
  );
  for (const path of ['/orgs/:login/installation', '/users/:login/installation']) {
    routes.get(
      path,
      reads(ByLogin, Nothing, ({ caller, path: { login } }) => {
        const account = world.accountByLogin(login);
        const installation = account && world.installationOf(appOf(caller).id, account.record.id);
        if (!installation) throw notFound();
        return ok(installationView(world, installation));
      }),
    );
  }
  return routes;
}

const organizationCounts = { company: null, location: null, email: null, hireable: null, bio: null };

function emails({ world }: Github, call: Parameters<typeof paged>[0]) {
  const { user, app, token } = personOf(call.caller);
  const granted = app.permissions['email_addresses'];
  if (!granted || token.permissions) throw new Refused(403, 'Resource not accessible by integration');
  const items = user.email === null ? [] : [user.email];
  return paged(call, world.addresses.web, {
    items,
    view: (email) => ({ email, primary: true, verified: true, visibility: 'private' }),
  });
}

function members(
  { world }: Github,
  call: Parameters<typeof paged>[0] & { path: { org: string }; query: z.infer<typeof Members> },
) {
  const organization = organizationOf(world, call.path.org);
  mustHave(world, call.caller, organization.id, ['members', 'read']);
  const wanted = call.query.role;
  const rows = world.memberships.filter(
    ({ organizationId, state, role }) =>
      organizationId === organization.id && state === 'active' && (wanted === 'all' || wanted === role),
  );
  return paged(call, world.addresses.web, {
    items: rows.sort((a, b) => a.userId - b.userId),
    view: ({ userId }) => simpleUser(world, userId),
  });
}
