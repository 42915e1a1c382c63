import type { Delta } from '@foundry/messaging/contracts';
import { z } from 'zod';
import type { VisibleRepositories } from '../visibility/visible-repositories.js';

const Listing = z.looseObject({ tasks: z.array(z.looseObject({ repositoryId: z.string() })) });
const Repositories = z.looseObject({
  repositories: z.array(z.looseObject({ repositoryId: z.string(), private: z.boolean(), state: z.string() })),
});

/** What a viewer may see of a delta of tasks or repositories; null: nothing. Other deltas are for every member. */
export function visiblePart(delta: Delta, visible: VisibleRepositories | null): Delta | null {
  switch (delta.type) {
    case 'access':
      return null;
    case 'tasks':
    case 'tasksRemoved':
      return visible && tasksOf(delta, visible);
    case 'repositories':
      return visible && repositoriesOf(delta, visible);
    default:
      return delta;
  }
}

function tasksOf(delta: Delta, visible: VisibleRepositories): Delta | null {
  if (visible.all) return delta;
  const { tasks, ...rest } = Listing.parse(delta.data);
  const seen = tasks.filter(({ repositoryId }) => visible.sees(repositoryId));
  if (seen.length === 0) return null;
  return seen.length === tasks.length ? delta : { ...delta, data: { ...rest, tasks: seen } };
}

/** One that is public now is for every member, though it was not known when their right was checked. */
function repositoriesOf(delta: Delta, visible: VisibleRepositories): Delta | null {
  if (visible.all) return delta;
  const { repositories, ...rest } = Repositories.parse(delta.data);
  const seen = repositories.filter(
    ({ repositoryId, state, ...row }) => visible.sees(repositoryId) || (!row.private && state === 'available'),
  );
  if (seen.length === 0) return null;
  return seen.length === repositories.length ? delta : { ...delta, data: { ...rest, repositories: seen } };
}
