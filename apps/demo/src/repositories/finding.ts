import { z } from 'zod';
import type { Caller } from '../access/caller.js';
import { mustReach, type Need, sees } from '../access/reach.js';
import type { Github } from '../github.js';
import { notFound } from '../http/refused.js';
import type { Pull, Repository, Role } from '../state/records.js';

export const RepositoryPath = z.object({ owner: z.string(), repo: z.string() });
export type RepositoryPath = z.infer<typeof RepositoryPath>;
export const PullPath = RepositoryPath.extend({ number: z.coerce.number().int().positive() });

/** The rest of a path with slashes in it, as Express gives it. */
export const Rest = z.array(z.string()).transform((parts) => parts.join('/'));

/** The repository of a path, when the caller may do there what `need` names. 404 and 403 as GitHub gives them. */
export function reached(
  { world }: Github,
  caller: Caller,
  { owner, repo }: RepositoryPath,
  need: Need,
  role?: Role | null,
): Repository {
  const repository = world.repositoryNamed(`${owner}/${repo}`);
  if (!repository || !sees(world, caller, repository)) throw notFound();
  mustReach(world, caller, repository, need, role);
  return repository;
}

/** The pull request of a path, under the same rules. */
export function reachedPull(
  github: Github,
  caller: Caller,
  path: z.infer<typeof PullPath>,
  need: Need,
  role?: Role | null,
): { repository: Repository; pull: Pull } {
  const repository = reached(github, caller, path, need, role);
  const pull = github.world.pull(repository.id, path.number);
  if (!pull) throw notFound();
  return { repository, pull };
}

/** Whose act it is: the person, or the App's bot for an installation token. */
export function actorOf({ world }: Github, caller: Caller): number {
  if (caller.kind === 'user') return caller.user.id;
  if (caller.kind !== 'installation') throw notFound();
  const login = `${caller.app.slug}[bot]`;
  const known = world.userByLogin(login);
  if (known) return known.id;
  const bot = { id: world.newId(), login, type: 'Bot' as const, name: null, email: null, bio: null };
  world.users.set(bot.id, { ...bot, createdAt: caller.app.createdAt });
  return bot.id;
}
