import { Id64, QueryMessage } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { Permission } from './names.js';

/**
 * What a person may do with one repository of an organization. `permission`: what GitHub said last; null when it was
 * never asked. `isCurrent`: that is fresh enough to refuse by.
 */
export const RepositoryAccess = z.object({
  repositoryId: Id64,
  isPrivate: z.boolean(),
  permission: Permission.nullable(),
  isCurrent: z.boolean(),
});
export type RepositoryAccess = z.infer<typeof RepositoryAccess>;

/** Every repository of the organization, with what this person may do with it. From stored rows, never from GitHub. */
export class RepositoryAccessOf extends QueryMessage<RepositoryAccess[]> {
  constructor(
    readonly userId: Id64,
    readonly organizationId: Id64,
  ) {
    super();
  }
}
