import { z } from 'zod';
import {
  addMember,
  inviteMember,
  removeMember,
  renameOrganization,
  renameUser,
  setCollaborator,
} from '../accounts/membering.js';
import { permit, select, suspend, uninstall, unsuspend, install } from '../app/installing.js';
import { notFound } from '../http/refused.js';
import { revokeByPerson } from '../oauth/grants.js';
import {
  createRepository,
  deleteRepository,
  editRepository,
  renameRepository,
  setArchived,
  setPrivate,
  transferRepository,
} from '../repositories/changing.js';
import { Permissions, Role } from '../state/records.js';
import { type Act, act, installationOf, Login, OnInstallation, OnOrganization, OnRepository } from './act.js';
import { organizationOf, person, repositoryOf } from './act.js';

/** What people do with repositories, memberships and installations. */
export const accountActs: Record<string, Act> = {
  'repository.create': act(
    z.object({ owner: z.string(), name: z.string(), private: z.boolean().default(true), by: Login }),
    (github, { owner, name, private: hidden, by }) => {
      const account = github.world.accountByLogin(owner);
      if (!account) throw notFound();
      const fields = { ownerId: account.record.id, name, private: hidden };
      return createRepository(github, fields, person(github, by).id);
    },
  ),
  'repository.delete': act(OnRepository, (github, body) =>
    deleteRepository(github, repositoryOf(github, body), person(github, body.by).id),
  ),
  'repository.archive': act(OnRepository.extend({ on: z.boolean().default(true) }), (github, body) =>
    setArchived(github, repositoryOf(github, body), body.on, person(github, body.by).id),
  ),
  'repository.private': act(OnRepository.extend({ on: z.boolean().default(true) }), (github, body) =>
    setPrivate(github, repositoryOf(github, body), body.on, person(github, body.by).id),
  ),
  'repository.rename': act(OnRepository.extend({ name: z.string() }), (github, body) =>
    renameRepository(github, repositoryOf(github, body), body.name, person(github, body.by).id),
  ),
  'repository.edit': act(
    OnRepository.extend({ description: z.string().optional(), defaultBranch: z.string().optional() }),
    (github, { description, defaultBranch, ...body }) => {
      const edit = {
        ...(description === undefined ? {} : { description }),
        ...(defaultBranch === undefined ? {} : { defaultBranch }),
      };
      editRepository(github, repositoryOf(github, body), edit, person(github, body.by).id);
    },
  ),
  'repository.transfer': act(OnRepository.extend({ to: z.string() }), (github, body) => {
    const account = github.world.accountByLogin(body.to);
    if (!account) throw notFound();
    transferRepository(github, repositoryOf(github, body), account.record.id, person(github, body.by).id);
  }),
  'collaborator.set': act(OnRepository.extend({ login: Login, role: Role }), (github, body) =>
    setCollaborator(
      github,
      repositoryOf(github, body),
      person(github, body.login),
      body.role,
      person(github, body.by).id,
    ),
  ),
  'member.add': act(
    OnOrganization.extend({ login: Login, role: z.enum(['admin', 'member']).default('member') }),
    (github, body) =>
      addMember(
        github,
        organizationOf(github, body),
        person(github, body.login),
        body.role,
        person(github, body.by).id,
      ),
  ),
  'member.invite': act(OnOrganization.extend({ login: Login }), (github, body) =>
    inviteMember(github, organizationOf(github, body), person(github, body.login), person(github, body.by).id),
  ),
  'member.remove': act(OnOrganization.extend({ login: Login }), (github, body) =>
    removeMember(github, organizationOf(github, body), person(github, body.login), person(github, body.by).id),
  ),
  'organization.rename': act(OnOrganization.extend({ login: z.string() }), (github, body) =>
    renameOrganization(github, organizationOf(github, body), body.login, person(github, body.by).id),
  ),
  'organization.baseRole': act(OnOrganization.extend({ role: Role }), (github, body) => {
    organizationOf(github, body).baseRole = body.role;
    github.world.touch();
  }),
  'user.rename': act(z.object({ user: Login, login: z.string() }), (github, body) =>
    renameUser(github, person(github, body.user), body.login),
  ),
  'user.revokeAuthorization': act(z.object({ login: Login, app: z.string() }), (github, body) => {
    const app = [...github.world.apps.values()].find(({ slug }) => slug === body.app);
    if (!app) throw notFound();
    revokeByPerson(github, app, person(github, body.login).id);
  }),
  'installation.create': act(
    OnInstallation.extend({ repositories: z.array(z.string()).optional() }),
    (github, { account, app: slug, by, repositories }) => {
      const owner = github.world.accountByLogin(account);
      const app = [...github.world.apps.values()].find((row) => slug === undefined || row.slug === slug);
      if (!owner || !app) throw notFound();
      const repositoryIds = (repositories ?? []).map((repository) => repositoryOf(github, { repository }).id);
      const selection = repositories ? ('selected' as const) : ('all' as const);
      return install(github, app, { accountId: owner.record.id, selection, repositoryIds }, person(github, by).id);
    },
  ),
  'installation.select': act(
    OnInstallation.extend({ repositories: z.array(z.string()).nullable() }),
    (github, body) => {
      const repositoryIds = (body.repositories ?? []).map((repository) => repositoryOf(github, { repository }).id);
      const selection = body.repositories === null ? ('all' as const) : ('selected' as const);
      select(github, installationOf(github, body), { selection, repositoryIds }, person(github, body.by).id);
    },
  ),
  'installation.suspend': act(OnInstallation, (github, body) =>
    suspend(github, installationOf(github, body), person(github, body.by).id),
  ),
  'installation.unsuspend': act(OnInstallation, (github, body) =>
    unsuspend(github, installationOf(github, body), person(github, body.by).id),
  ),
  'installation.delete': act(OnInstallation, (github, body) =>
    uninstall(github, installationOf(github, body), person(github, body.by).id),
  ),
  'installation.permit': act(OnInstallation.extend({ permissions: Permissions }), (github, body) =>
    permit(github, installationOf(github, body), body.permissions, person(github, body.by).id),
  ),
};
