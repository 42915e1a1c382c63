import { authenticationRequired, notFound, notPermitted, Refused } from '../http/refused.js';
import type { Installation } from '../state/app-records.js';
import { Level, type Permissions, type Repository, Role } from '../state/records.js';
import type { World } from '../state/world.js';
import type { Caller, InstallationCaller, UserCaller } from './caller.js';

/** What a route needs: a permission of the App and its level. */
export type Need = readonly [permission: string, level: Level];

const strength = (level: Level | undefined) => (level ? Level.options.indexOf(level) + 1 : 0);
const rank = (role: Role) => Role.options.indexOf(role);

export function covers(granted: Permissions, [permission, level]: Need): boolean {
  return strength(granted[permission]) >= strength(level);
}

/** What a person may do in a repository: the highest of owner, organization role, base role, collaboration. */
export function roleIn(world: World, userId: number, repository: Repository): Role {
  if (repository.ownerId === userId) return 'admin';
  const membership = world.membership(repository.ownerId, userId);
  const active = membership?.state === 'active';
  if (active && membership.role === 'admin') return 'admin';
  const base = active ? (world.organizations.get(repository.ownerId)?.baseRole ?? 'none') : 'none';
  const given = world.collaborators.find((row) => row.repositoryId === repository.id && row.userId === userId)?.role;
  const best = given && rank(given) > rank(base) ? given : base;
  return best === 'none' && !repository.private ? 'read' : best;
}

export function atLeast(role: Role, wanted: Role): boolean {
  return rank(role) >= rank(wanted);
}

function inSelection(installation: Installation, repository: Repository): boolean {
  return (
    installation.accountId === repository.ownerId &&
    (installation.selection === 'all' || installation.repositoryIds.includes(repository.id))
  );
}

/** The installation of the caller's App through which this repository is reached. */
function installationFor(world: World, caller: InstallationCaller | UserCaller, repository: Repository) {
  const installation =
    caller.kind === 'installation' ? caller.installation : world.installationOf(caller.app.id, repository.ownerId);
  if (!installation || installation.suspendedAt || !inSelection(installation, repository)) return undefined;
  const { repositoryIds } = caller.token;
  return repositoryIds && !repositoryIds.includes(repository.id) ? undefined : installation;
}

/** What the token may do through the installation: never more than granted now, nor than it was narrowed to. */
function grantedTo({ token }: InstallationCaller | UserCaller, { permissions }: Installation): Permissions {
  if (!token.permissions) return permissions;
  return Object.fromEntries(
    Object.entries(token.permissions).filter(([name, level]) => covers(permissions, [name, level])),
  );
}

/** Whether the caller may know that the repository exists. */
export function sees(world: World, caller: Caller, repository: Repository): boolean {
  if (!repository.private) return true;
  if (caller.kind !== 'installation' && caller.kind !== 'user') return false;
  if (!installationFor(world, caller, repository)) return false;
  return caller.kind === 'installation' || roleIn(world, caller.user.id, repository) !== 'none';
}

/**
 * Refuses as GitHub does: 404 when the repository must not be known, 403 when it may not be done. Reading a public
 * repository is free for all. A person also needs the role `role` for writing; `null` when any reader may.
 */
export function mustReach(
  world: World,
  caller: Caller,
  repository: Repository,
  need: Need,
  role: Role | null = need[1] === 'read' ? null : 'write',
): void {
  if (!sees(world, caller, repository)) throw notFound();
  const [permission, level] = need;
  if (level === 'read' && !repository.private) return;
  if (caller.kind === 'anonymous') throw authenticationRequired();
  const needs = `${permission}=${level}`;
  if (caller.kind !== 'installation' && caller.kind !== 'user') throw notPermitted(needs);
  const installation = installationFor(world, caller, repository);
  if (!installation || !covers(grantedTo(caller, installation), need)) throw notPermitted(needs);
  if (caller.kind === 'user' && role && !atLeast(roleIn(world, caller.user.id, repository), role)) {
    throw new Refused(403, 'Must have push access to the repository.');
  }
  if (level !== 'read' && repository.archived) throw new Refused(403, 'Repository was archived so is read-only.');
}

/** Refuses unless the installation of this account grants the permission to the token. */
export function mustHave(world: World, caller: Caller, accountId: number, need: Need): void {
  const needs = need.join('=');
  if (caller.kind === 'anonymous') throw authenticationRequired();
  if (caller.kind !== 'installation' && caller.kind !== 'user') throw notPermitted(needs);
  const installation =
    caller.kind === 'installation' ? caller.installation : world.installationOf(caller.app.id, accountId);
  if (installation?.accountId !== accountId || installation.suspendedAt) throw notPermitted(needs);
  if (!covers(grantedTo(caller, installation), need)) throw notPermitted(needs);
}

/** What the caller may do in a repository, in the words of GitHub's `permissions` object. */
export function rightsIn(world: World, caller: Caller, repository: Repository): Record<string, boolean> {
  const role =
    caller.kind === 'user' ? roleIn(world, caller.user.id, repository) : installationRole(world, caller, repository);
  return rightsOf(role);
}

function installationRole(world: World, caller: Caller, repository: Repository): Role {
  if (caller.kind !== 'installation') return 'read';
  const installation = installationFor(world, caller, repository);
  return installation && covers(grantedTo(caller, installation), ['contents', 'write']) ? 'write' : 'read';
}

export function rightsOf(role: Role): Record<string, boolean> {
  return {
    admin: atLeast(role, 'admin'),
    maintain: atLeast(role, 'maintain'),
    push: atLeast(role, 'write'),
    triage: atLeast(role, 'triage'),
    pull: atLeast(role, 'read'),
  };
}
