import { decidedBy, like, NOON } from '@foundry/messaging/testing';
import type { UserActor } from '@foundry/messaging/contracts';
import { describe, it } from '@jest/globals';
import { ApiTokensChanged, RevokeApiToken } from '../contracts/index.js';
import { ANA, aToken, BEN, TOKEN_ID } from '../testing/tokens.js';
import { RevokeApiTokenHandler } from './revoke-api-token.handler.js';

const given = decidedBy(new RevokeApiTokenHandler());
const by = (userId: string, via: UserActor['via'] = 'session') => ({
  actor: { kind: 'user', userId, via } satisfies UserActor,
});
const revoke = (userId = ANA) => new RevokeApiToken({ userId, tokenId: TOKEN_ID });

describe('revoking an API token', () => {
  it('tells the end of it', () =>
    given(aToken())
      .when(revoke(), by(ANA))
      .then([like(ApiTokensChanged, { version: 2, token: { revokedAt: NOON.toISOString() } })]));

  it('does nothing the second time', () => {
    const token = aToken();
    token.revoke(NOON);
    return given(token).when(revoke(), by(ANA)).thenNothing();
  });

  it('does not know tokens of others', async () => {
    await given(aToken()).when(revoke(BEN), by(BEN)).thenRejected('resource.not_found');
    await given(aToken()).when(revoke(ANA), by(BEN)).thenRejected('resource.not_found');
    await given().when(revoke(), by(ANA)).thenRejected('resource.not_found');
  });

  it('is refused to tokens', () =>
    given(aToken()).when(revoke(), by(ANA, 'api_token')).thenRejected('token.scope_missing'));
});
