import { revoke } from '../access/tokens.js';
import { simpleUser } from '../accounts/account.view.js';
import type { Github } from '../github.js';
import { repositoryStub } from '../repositories/repository.view.js';
import type { App, Installation } from '../state/app-records.js';
import type { Permissions } from '../state/records.js';
import { installationView } from './app.view.js';

/** The life of an installation. Every act tells the App, as GitHub does. */
export interface Choice {
  readonly accountId: number;
  readonly selection: 'all' | 'selected';
  readonly repositoryIds: readonly number[];
}

function stubs({ world }: Github, installation: Installation) {
  return world.installedRepositories(installation).map((repository) => repositoryStub(world, repository));
}

function announce(github: Github, installation: Installation, action: string, senderId: number, rest = {}): void {
  github.announcer.aboutInstallation('installation', installation, senderId, {
    action,
    installation: installationView(github.world, installation),
    repositories: stubs(github, installation),
    requester: null,
    ...rest,
  });
}

/** Installs an App on an account; when it is there already, its selection is changed. */
export function install(github: Github, app: App, choice: Choice, byId: number): Installation {
  const { world, clock } = github;
  const present = world.installationOf(app.id, choice.accountId);
  if (present) return select(github, present, choice, byId);
  const installation: Installation = {
    id: world.newId(),
    appId: app.id,
    accountId: choice.accountId,
    selection: choice.selection,
    repositoryIds: [...choice.repositoryIds],
    permissions: app.permissions,
    events: app.events,
    suspendedAt: null,
    suspendedById: null,
    createdAt: clock.text(),
    updatedAt: clock.text(),
  };
  world.installations.set(installation.id, installation);
  world.touch();
  announce(github, installation, 'created', byId);
  return installation;
}

/** Changes which repositories an installation reaches. */
export function select(
  github: Github,
  installation: Installation,
  { selection, repositoryIds }: Pick<Choice, 'selection' | 'repositoryIds'>,
  byId: number,
): Installation {
  const { world, clock, announcer } = github;
  const before = world.installedRepositories(installation);
  Object.assign(installation, { selection, repositoryIds: [...repositoryIds], updatedAt: clock.text() });
  world.touch();
  const after = world.installedRepositories(installation);
  const added = after.filter((row) => !before.includes(row));
  const removed = before.filter((row) => !after.includes(row));
  for (const [action, rows] of [
    ['added', added],
    ['removed', removed],
  ] as const) {
    if (rows.length === 0) continue;
    announcer.aboutInstallation('installation_repositories', installation, byId, {
      action,
      installation: installationView(world, installation),
      repository_selection: selection,
      repositories_added: added.map((row) => repositoryStub(world, row)),
      repositories_removed: removed.map((row) => repositoryStub(world, row)),
      requester: null,
    });
  }
  return installation;
}

export function suspend(github: Github, installation: Installation, byId: number): void {
  if (installation.suspendedAt) return;
  Object.assign(installation, {
    suspendedAt: github.clock.text(),
    suspendedById: byId,
    updatedAt: github.clock.text(),
  });
  github.world.touch();
  announce(github, installation, 'suspend', byId);
}

export function unsuspend(github: Github, installation: Installation, byId: number): void {
  if (!installation.suspendedAt) return;
  Object.assign(installation, { suspendedAt: null, suspendedById: null, updatedAt: github.clock.text() });
  github.world.touch();
  announce(github, installation, 'unsuspend', byId);
}

/** Removes an installation; its tokens end at once. */
export function uninstall(github: Github, installation: Installation, byId: number): void {
  const { world } = github;
  announce(github, installation, 'deleted', byId);
  world.installations.delete(installation.id);
  revoke(world, (token) => token.installationId === installation.id);
  world.touch();
}

/** The owner accepts (or, with fewer, an operator of a test takes away) permissions. */
export function permit(github: Github, installation: Installation, permissions: Permissions, byId: number): void {
  Object.assign(installation, { permissions, updatedAt: github.clock.text() });
  github.world.touch();
  announce(github, installation, 'new_permissions_accepted', byId, { sender: simpleUser(github.world, byId) });
}
