import { z } from 'zod';
import { ApiTokenView, TokenScope } from '../contracts/index.js';

const time = z.date().transform((at) => at.toISOString());

/** A row of `"user".api_tokens`, as lists show it. */
export const TokenRow = z
  .object({
    ...ApiTokenView.shape,
    createdAt: time,
    expiresAt: time,
    lastUsedAt: time.nullable(),
    revokedAt: time.nullable(),
  })
  .pipe(ApiTokenView);

export const OwnerRow = z.object({
  tokenId: z.string(),
  userId: z.string(),
  scopes: z.array(TokenScope),
  organizationId: z.string().nullable(),
  expired: z.boolean(),
  noted: z.boolean(),
});
