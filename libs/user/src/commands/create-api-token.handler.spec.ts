import { decidedBy, like } from '@foundry/messaging/testing';
import type { UserActor } from '@foundry/messaging/contracts';
import { describe, expect, it } from '@jest/globals';
import { ApiTokensChanged } from '../contracts/index.js';
import { ANA, aRequest, aToken, BEN, inDays } from '../testing/tokens.js';
import { CreateApiTokenHandler } from './create-api-token.handler.js';

const given = decidedBy(new CreateApiTokenHandler());
const by = (userId: string, via: UserActor['via'] = 'session') => ({
  actor: { kind: 'user', userId, via } satisfies UserActor,
});

describe('making an API token', () => {
  it('answers and tells the token without secret and hash', async () => {
    const { result, events } = await given()
      .answering([{ live: 0 }])
      .when(aRequest(), by(ANA))
      .then([like(ApiTokensChanged, { userId: ANA, version: 1, token: { name: 'nightly', scopes: ['tasks:read'] } })]);
    expect(JSON.stringify([result, events])).not.toContain(aRequest().payload.hash);
  });

  it('is possible for the operator’s command line', () =>
    given()
      .answering([{ live: 0 }])
      .when(aRequest(), { actor: { kind: 'system', module: 'operator' } })
      .then([like(ApiTokensChanged)]));

  it('answers the same request again with the same token', async () => {
    const { result } = await given(aToken()).when(aRequest(), by(ANA)).thenNothing();
    expect(result).toEqual(aToken().view());
  });

  it('refuses another request under its id', () =>
    given(aToken())
      .when(aRequest({ name: 'other' }), by(ANA))
      .thenRejected('token.id_taken'));

  it('refuses the fifty-first', () =>
    given()
      .answering([{ live: 50 }])
      .when(aRequest(), by(ANA))
      .thenRejected('token.limit'));

  it.each([0.5, 366])('refuses a life of %d days', (days) =>
    given()
      .when(aRequest({ expiresAt: inDays(days).toISOString() }), by(ANA))
      .thenRejected('token.expiry'),
  );

  it.each([[['tasks:fly']], [['tasks:read', 'tasks:read']]])('refuses the scopes %j', (scopes) =>
    given().when(aRequest({ scopes }), by(ANA)).thenRejected('token.scope'),
  );

  it('refuses tokens, and other people as if there were nobody', async () => {
    await given().when(aRequest(), by(ANA, 'api_token')).thenRejected('token.scope_missing');
    await given().when(aRequest(), by(BEN)).thenRejected('resource.not_found');
  });
});
