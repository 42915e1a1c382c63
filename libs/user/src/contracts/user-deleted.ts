import { event, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';

/** A person deleted their account here. `version` is the person's. */
export class UserDeleted extends event({
  name: 'user.deleted',
  entity: 'userId',
  organization: null,
  payload: z.object({ userId: Id64, version: z.number().int() }),
}) {}
