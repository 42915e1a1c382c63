import { event, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { ApiTokenView } from './views.js';

/** A token was made or revoked. Carries that token in full, neither secret nor hash. `version` is the token's. */
export class ApiTokensChanged extends event({
  name: 'user.apiTokensChanged',
  entity: 'userId',
  organization: null,
  payload: z.object({ userId: Id64, version: z.number().int(), token: ApiTokenView }),
}) {}
