import type { Delta } from '@foundry/messaging/contracts';
import { z } from 'zod';
import type { VisibleRepositories } from '../visibility/visible-repositories.js';

const Listing = z.looseObject({ tasks: z.array(z.looseObject({ repositoryId: z.string() })) });

/** What a viewer may see of a delta of tasks; null: nothing. Other deltas are for every member. */
export function visiblePart(delta: Delta, visible: VisibleRepositories | null): Delta | null {
  if (delta.type === 'access') return null;
  if (delta.type !== 'tasks' && delta.type !== 'tasksRemoved') return delta;
  if (visible === null) return null;
  if (visible.all) return delta;
  const { tasks, ...rest } = Listing.parse(delta.data);
  const seen = tasks.filter(({ repositoryId }) => visible.sees(repositoryId));
  if (seen.length === 0) return null;
  return seen.length === tasks.length ? delta : { ...delta, data: { ...rest, tasks: seen } };
}
