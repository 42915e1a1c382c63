import { randomUUID } from 'node:crypto';
import type { ModuleManifest } from '@foundry/messaging';
import { type CredentialRefusal, GithubCredentials, type LentCredential } from '@foundry/user/contracts';
import { Global, Module } from '@nestjs/common';
import { GivenTokens } from './foundry.js';

type Lent = { credential: LentCredential } | { refused: CredentialRefusal };

/** Lends the tokens that a test gave to people, for as long as somebody holds them. */
export class GivenCredentials extends GithubCredentials {
  static readonly held = new Set<string>();

  lease({ userId, purpose }: { userId: string; purpose: string }): Promise<Lent> {
    if (purpose !== 'pull_request') throw new Error(`Operations ask for no ${purpose}.`);
    const token = GivenTokens.tokens.get(userId);
    if (token === undefined) return Promise.resolve({ refused: 'user.reauthorize' });
    const leaseId = randomUUID();
    GivenCredentials.held.add(leaseId);
    const identity = { userId, login: 'x', avatarUrl: null, commitName: 'x', commitEmail: 'x@example.com' };
    const credential: LentCredential = {
      leaseId,
      mode: 'user',
      username: 'x-access-token',
      secret: { reveal: () => token },
      expiresAt: new Date(Date.now() + 3_600_000),
      identity,
    };
    return Promise.resolve({ credential });
  }

  isLive(leaseId: string): Promise<boolean> {
    return Promise.resolve(GivenCredentials.held.has(leaseId));
  }

  release(leaseId: string): Promise<void> {
    GivenCredentials.held.delete(leaseId);
    return Promise.resolve();
  }
}

@Global()
@Module({ providers: [{ provide: GithubCredentials, useClass: GivenCredentials }], exports: [GithubCredentials] })
export class CredentialsModule {
  static readonly manifest: ModuleManifest = {
    name: 'credentials',
    entities: [],
    migrations: [],
    commands: [],
    events: [],
    effects: [],
  };
}
