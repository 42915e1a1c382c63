import { z } from 'zod';
import { covers } from '../access/reach.js';
import { Refused } from '../http/refused.js';
import type { Installation } from '../state/app-records.js';
import { Permissions } from '../state/records.js';
import type { World } from '../state/world.js';

/** How a token is narrowed: repositories by name or id, and a subset of permissions. */
export const Narrowing = z.object({
  repositories: z.array(z.string()).max(500).optional(),
  repository_ids: z.array(z.number().int()).max(500).optional(),
  permissions: Permissions.optional(),
});
export type Narrowing = z.infer<typeof Narrowing>;

/** Repositories and permissions of a narrowed token; null means all that the installation has. 422 for more than that. */
export function narrowed(world: World, installation: Installation, asked: Narrowing) {
  const permissions = asked.permissions ?? null;
  if (permissions && !Object.entries(permissions).every((need) => covers(installation.permissions, need))) {
    throw new Refused(422, 'The permissions requested are not granted to this installation.');
  }
  if (!asked.repositories && !asked.repository_ids) return { permissions, repositoryIds: null };
  const reached = world.installedRepositories(installation);
  const names = asked.repositories ?? [];
  const ids = asked.repository_ids ?? [];
  const byName = names.map((name) => reached.find((row) => row.name.toLowerCase() === name.toLowerCase())?.id);
  const byId = ids.map((id) => reached.find((row) => row.id === id)?.id);
  const found = [...byName, ...byId].filter((id) => id !== undefined);
  if (found.length < names.length + ids.length || found.length === 0) {
    throw new Refused(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  return { permissions, repositoryIds: [...new Set(found)] };
}
