import { Id64, QueryMessage } from '@foundry/messaging/contracts';
import { z } from 'zod';

/**
 * What a person may do with one repository of an organization. `permission`: what GitHub said last; null when it was
 * never asked. `current`: that is fresh enough to refuse by.
 */
export const RepositoryAccess = z.object({
  repositoryId: Id64,
  isPrivate: z.boolean(),
  permission: z.enum(['none', 'read', 'triage', 'write', 'maintain', 'admin']).nullable(),
  isCurrent: z.boolean(),
});
export type RepositoryAccess = z.infer<typeof RepositoryAccess>;

/** Every repository of the organization, with what this person may do with it. From stored rows, never from GitHub. */
export class RepositoryAccessOf extends QueryMessage<RepositoryAccess[]> {
  constructor(
    readonly userId: string,
    readonly organizationId: string,
  ) {
    super();
  }
}
