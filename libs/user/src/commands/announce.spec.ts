import type { Actor } from '@foundry/messaging/contracts';
import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, it } from '@jest/globals';
import { AnnounceSessionsEnded, AnnounceSignIn, SessionEnded, SignedIn } from '../contracts/index.js';
import { ANA, BEN } from '../testing/tokens.js';
import { AnnounceSessionsEndedHandler } from './announce-sessions-ended.handler.js';
import { AnnounceSignInHandler } from './announce-sign-in.handler.js';

const by = (userId: string): { actor: Actor } => ({ actor: { kind: 'user', userId, via: 'session' } });
const ana = { userId: ANA, login: 'ana', name: 'Ana', avatarUrl: null, version: 3 };
const signIn = decidedBy(new AnnounceSignInHandler());
const ended = decidedBy(new AnnounceSessionsEndedHandler());
const ending = new AnnounceSessionsEnded({ userId: ANA, reason: 'signed_out' });

describe('what the API did beside the queue', () => {
  it('is told: a sign-in with the person as they are now', () =>
    signIn()
      .answering([ana])
      .when(new AnnounceSignIn({ userId: ANA }), by(ANA))
      .then([like(SignedIn, { userId: ANA, version: 3, user: ana })]));

  it('is told: the end of sessions, and why', () =>
    ended()
      .answering([ana])
      .when(ending, by(ANA))
      .then([like(SessionEnded, { userId: ANA, version: 3, reason: 'signed_out' })]));

  it('is not told of others, nor of those who left', async () => {
    await ended().answering([ana]).when(ending, by(BEN)).thenRejected('resource.not_found');
    await ended().answering([]).when(ending, by(ANA)).thenRejected('resource.not_found');
  });
});
