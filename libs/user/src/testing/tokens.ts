import { NOON } from '@foundry/messaging/testing';
import { CreateApiToken } from '../contracts/index.js';
import { ApiToken } from '../domain/api-token.entity.js';
import { hashOf, newTokenSecret, prefixOf } from '../domain/token-secret.js';

export const ANA = '1';
export const BEN = '2';
export const TOKEN_ID = '0197a6f0-5f0e-7c3a-9c1b-2f4b6f0f8a11';
export const SECRET = newTokenSecret();

export const inDays = (days: number): Date => new Date(NOON.getTime() + days * 86_400_000);

export const aRequest = (over: Partial<CreateApiToken['payload']> = {}): CreateApiToken =>
  new CreateApiToken({
    userId: ANA,
    tokenId: TOKEN_ID,
    name: 'nightly',
    hash: hashOf(SECRET).toString('hex'),
    prefix: prefixOf(SECRET),
    scopes: ['tasks:read'],
    organizationId: null,
    expiresAt: inDays(90).toISOString(),
    ...over,
  });

export function aToken(): ApiToken {
  const { payload } = aRequest();
  return ApiToken.create({ ...payload, expiresAt: new Date(payload.expiresAt) }, NOON);
}
