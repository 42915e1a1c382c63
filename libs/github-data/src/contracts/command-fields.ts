import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** What most commands of this module have: the organization as their entity. */
export const keyed = { entity: 'organizationId', organization: 'organizationId' } as const;
export const organizationId = Id64;
export const organizationOf = (payload: { organizationId: string }) => ({
  subject: { type: 'organization', id: payload.organizationId },
});
/** A stable code of a failure. */
export const code = z.string().max(80);
/** Calls to GitHub that a report tells of. */
export const requests = z.int().min(0);
