import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import { IdentityOf } from '@foundry/user/contracts';
import { ask } from '@foundry/messaging';
import { QueryBus } from '@nestjs/cqrs';
import { CredentialsInstallation, type SignedIn } from './credentials-installation.js';

describe('what a person lends', () => {
  let foundry: CredentialsInstallation;
  let priya: SignedIn;
  let storefront: Awaited<ReturnType<CredentialsInstallation['repository']>>;

  beforeAll(async () => {
    foundry = await CredentialsInstallation.start();
    priya = await foundry.signIn('priya-raman');
    storefront = await foundry.repository('storefront');
    await foundry.github.act('collaborator.set', {
      repository: storefront.fullName,
      login: priya.login,
      role: 'write',
      by: 'mira-okafor',
    });
    await foundry.rested();
  });
  beforeEach(() => foundry.github.noFaults());
  afterAll(() => foundry.stop());

  const request = (purpose: 'turn' | 'clone' | 'pull_request' = 'turn') => ({
    userId: priya.userId,
    organizationId: storefront.organizationId,
    repositoryId: storefront.repositoryId,
    purpose,
  });

  it('reaches one repository, carries their name, and is theirs', async () => {
    const lent = await foundry.lend(request());
    const other = await foundry.repository('payments');
    expect(lent).toMatchObject({ mode: 'user', username: 'x-access-token' });
    expect(await foundry.asks(lent.secret.reveal(), `/repos/${storefront.fullName}`)).toBe(200);
    expect(await foundry.asks(lent.secret.reveal(), `/repos/${other.fullName}`)).not.toBe(200);
    expect(lent.identity).toMatchObject({ userId: priya.userId, commitName: 'Priya Raman' });
    expect(lent.identity.commitEmail).toBe(`${priya.userId}+priya-raman@users.noreply.127.0.0.1`);
    expect(lent.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
    expect(await foundry.credentials.isLive(lent.leaseId)).toBe(true);
    const queries = foundry.kernel.workerApp.get(QueryBus, { strict: false });
    expect(await ask(queries, new IdentityOf(priya.userId))).toEqual(lent.identity);
  });
});
