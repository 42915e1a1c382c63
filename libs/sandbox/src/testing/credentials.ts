import { randomUUID } from 'node:crypto';
import { Secret } from '@foundry/messaging';
import { Global, Module } from '@nestjs/common';
import { type LeasedCredential, type LeaseRefused, type LeaseRequest, MachineCredentials } from '../contracts/index.js';

/** Tokens that a test gives to people; each lease is a token of its own, as GitHub's are. */
export class GivenCredentials extends MachineCredentials {
  static readonly leases = new Map<string, { token: string; userId: string; isEnded: boolean }>();
  static readonly refused = new Map<string, string>();
  /** Tokens that the remote takes; the test hands it to its server. */
  static readonly live = new Set<string>();

  lease({ userId }: LeaseRequest): Promise<{ credential: LeasedCredential } | LeaseRefused> {
    const code = GivenCredentials.refused.get(userId);
    if (code !== undefined) return Promise.resolve({ refused: code });
    const leaseId = randomUUID();
    const token = `ghu_planted_${userId}_${leaseId.slice(0, 8)}`;
    GivenCredentials.leases.set(leaseId, { token, userId, isEnded: false });
    GivenCredentials.live.add(token);
    const credential: LeasedCredential = {
      leaseId,
      username: 'x-access-token',
      secret: new Secret(token),
      mode: 'user',
      expiresAt: new Date(Date.now() + 60 * 60_000),
      identity: { login: `user${userId}`, commitName: `User ${userId}`, commitEmail: `${userId}@users.example.test` },
    };
    return Promise.resolve({ credential });
  }

  release(leaseId: string): Promise<void> {
    const lease = GivenCredentials.leases.get(leaseId);
    if (lease) {
      lease.isEnded = true;
      GivenCredentials.live.delete(lease.token);
    }
    return Promise.resolve();
  }

  readOnly(): Promise<null> {
    return Promise.resolve(null);
  }

  static clear(): void {
    GivenCredentials.leases.clear();
    GivenCredentials.refused.clear();
    GivenCredentials.live.clear();
  }
}

@Global()
@Module({
  providers: [{ provide: MachineCredentials, useClass: GivenCredentials }],
  exports: [MachineCredentials],
})
export class CredentialsModule {
  static readonly manifest = {
    name: 'credentials',
    entities: [],
    migrations: [],
    commands: [],
    events: [],
    effects: [],
  };
}
