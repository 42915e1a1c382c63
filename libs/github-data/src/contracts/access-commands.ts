import { command, Id64, Timestamp } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed, organizationId } from './command-fields.js';
import { Permission } from './names.js';

/** What a person may do in these repositories; `complete`: in all others nothing. */
export class RecordAccess extends command({
  name: 'github-data.recordAccess',
  ...keyed,
  payload: z.object({
    organizationId,
    userId: Id64,
    access: z.array(z.object({ repositoryId: Id64, permission: Permission })).max(500),
    checkedAt: Timestamp,
    complete: z.boolean(),
  }),
  audit: { none: 'derived' },
}) {}
