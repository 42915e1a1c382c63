import { Id64, text, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { ApiTokenView, TokenScope } from '../contracts/index.js';

const DAYS = 90;

export const ApiTokenPath = z.strictObject({ tokenId: Uuid.meta({ description: 'Id of the token.' }) });
export type ApiTokenPath = z.infer<typeof ApiTokenPath>;

/** What a person asks for. The id may come from them, so that a repetition is not a second token. */
export const ApiTokenBody = z
  .strictObject({
    tokenId: Uuid.optional().meta({ description: 'Id of the new token; drawn here when absent.' }),
    name: text(80).min(1).meta({ description: 'What you call it.' }),
    scopes: z
      .array(TokenScope)
      .min(1)
      .max(TokenScope.options.length)
      .meta({ description: 'What it opens; each at most once.' }),
    organizationId: Id64.nullable().default(null).meta({ description: 'Limits it to one organization of yours.' }),
    expiresInDays: z.int().min(1).max(365).default(DAYS).meta({ description: 'Days until it is refused.' }),
  })
  .meta({
    id: 'ApiTokenBody',
    description: 'An API token to make.',
    examples: [{ name: 'nightly', scopes: ['tasks:read'], organizationId: null, expiresInDays: 90 }],
  });
export type ApiTokenBody = z.infer<typeof ApiTokenBody>;

export const CreatedApiToken = ApiTokenView.extend({
  secret: z
    .string()
    .nullable()
    .meta({ description: 'The token itself, shown this once; null when an Idempotency-Key is used again.' }),
}).meta({
  id: 'CreatedApiToken',
  description: 'A new API token with its secret.',
  examples: [
    {
      tokenId: '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11',
      name: 'nightly',
      prefix: 'fdy_000000',
      scopes: ['tasks:read' as const],
      organizationId: null,
      createdAt: '2030-01-01T12:00:00.000Z',
      expiresAt: '2030-04-01T12:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
      version: 1,
      secret: `fdy_${'0'.repeat(49)}`,
    },
  ],
});

export const ApiTokenList = z
  .strictObject({
    items: z.array(ApiTokenView).meta({ description: 'The tokens.' }),
    nextCursor: z.null().meta({ description: 'Always null: there is one page.' }),
  })
  .meta({ id: 'ApiTokenList', description: 'Your API tokens.', examples: [{ items: [], nextCursor: null }] });
export type ApiTokenList = z.infer<typeof ApiTokenList>;
