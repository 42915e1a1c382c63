import { Id64, Timestamp, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';

const person = { userId: '9919', login: 'octocat', name: 'The Octocat', avatarUrl: null, version: 1 };

/** A person as others see them: what GitHub shows of the account. */
export const UserView = z
  .object({
    userId: Id64.meta({ description: 'GitHub id of the person.' }),
    login: z.string().meta({ description: 'Login at GitHub.' }),
    name: z.string().nullable().meta({ description: 'Name at GitHub, if they gave one.' }),
    avatarUrl: z.string().nullable().meta({ description: 'Address of their picture.' }),
    version: z.int().meta({ description: 'Rises with each change.' }),
  })
  .meta({ id: 'User', description: 'A person.', examples: [person] });
export type UserView = z.infer<typeof UserView>;

/** What an API token opens; a token never may more than its person at that moment. */
export const TokenScope = z
  .enum(['tasks:read', 'tasks:write', 'organization:read', 'organization:write', 'audit:read'])
  .meta({ id: 'TokenScope', description: 'What an API token opens.', examples: ['tasks:read'] });
export type TokenScope = z.infer<typeof TokenScope>;

/** An API token as its list shows it: never the secret, nor its hash. */
export const ApiTokenView = z
  .object({
    tokenId: Uuid.meta({ description: 'Id of the token.' }),
    name: z.string().meta({ description: 'What its person calls it.' }),
    prefix: z.string().meta({ description: 'Its first characters, to tell tokens apart.' }),
    scopes: z.array(TokenScope).meta({ description: 'What it opens.' }),
    organizationId: Id64.nullable().meta({ description: 'The one organization it is limited to, or null.' }),
    createdAt: Timestamp.meta({ description: 'When it was made.' }),
    expiresAt: Timestamp.meta({ description: 'From when on it is refused.' }),
    lastUsedAt: Timestamp.nullable().meta({ description: 'Last use, to the minute.' }),
    revokedAt: Timestamp.nullable().meta({ description: 'When it was revoked.' }),
    version: z.int().meta({ description: 'Rises with each change.' }),
  })
  .meta({
    id: 'ApiToken',
    description: 'An API token, without its secret.',
    examples: [
      {
        tokenId: '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11',
        name: 'nightly',
        prefix: 'fdy_4cK9aQ',
        scopes: ['tasks:read'],
        organizationId: null,
        createdAt: '2030-01-01T12:00:00.000Z',
        expiresAt: '2030-04-01T12:00:00.000Z',
        lastUsedAt: null,
        revokedAt: null,
        version: 1,
      },
    ],
  });
export type ApiTokenView = z.infer<typeof ApiTokenView>;

/** Whom a presented API token stands for. `expired`: its time is over, but it was theirs and not revoked. */
export interface TokenOwner {
  tokenId: string;
  userId: string;
  scopes: TokenScope[];
  organizationId: string | null;
  expired: boolean;
}
