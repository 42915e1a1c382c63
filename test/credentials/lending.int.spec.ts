import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundry/messaging/testing';
import { type CredentialPurpose, type CredentialRequest, IdentityOf, SweepCredentials } from '@foundry/user/contracts';
import { ask } from '@foundry/messaging';
import { QueryBus } from '@nestjs/cqrs';
import { CredentialsInstallation, type SignedIn } from './credentials-installation.js';

describe('what a person lends', () => {
  let foundry: CredentialsInstallation;
  let priya: SignedIn;
  let storefront: Awaited<ReturnType<CredentialsInstallation['repository']>>;

  beforeAll(async () => {
    foundry = await CredentialsInstallation.start();
    // so that what one person may do is what was given to them, and not to all members
    await foundry.github.act('organization.baseRole', {
      organization: 'harbour-goods',
      role: 'read',
      by: 'mira-okafor',
    });
    priya = await foundry.signIn('priya-raman');
    storefront = await foundry.repository('storefront');
    await setRole('write');
    await foundry.rested();
  });
  beforeEach(() => foundry.github.noFaults());
  afterAll(() => foundry.stop());

  const request = (
    purpose: CredentialPurpose = 'turn',
    { userId }: Pick<SignedIn, 'userId'> = priya,
    on: typeof storefront = storefront,
  ): CredentialRequest => ({
    userId,
    organizationId: on.organizationId,
    repositoryId: on.repositoryId,
    purpose,
  });
  const setRole = async (role: string, login = priya.login, repository = storefront.fullName) => {
    await foundry.github.act('collaborator.set', { repository, login, role, by: 'mira-okafor' });
    await foundry.delivered();
  };
  /** What was asked a minute ago is asked again. */
  const forgetAnswers = () =>
    foundry.sql`update github_data.repository_access set checked_at = now() - interval '61 seconds'`;
  const outcomeOf = async (asked: CredentialRequest) => {
    const outcome = await foundry.credentials.lease(asked, foundry.holder());
    return 'refused' in outcome ? outcome.refused : outcome.credential.mode;
  };
  const isDeadAtGithub = (token: string) =>
    eventually(async () => expect(await foundry.asks(token, `/repos/${storefront.fullName}`)).toBe(401));

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

  it('takes one call of GitHub while what it said is fresh, and two when it has to be asked', async () => {
    await foundry.lend(request());
    await foundry.rested();
    await foundry.calls();
    await foundry.lend(request());
    const narrowing = expect.stringMatching(/^POST .*\/token\/scoped 200$/);
    expect(await foundry.calls()).toEqual([narrowing]);
    await forgetAnswers();
    await foundry.lend(request());
    expect(await foundry.calls()).toEqual([expect.stringMatching(/^GET .*storefront 200$/), narrowing]);
  });

  it('ends when it is given back: here at once, at GitHub soon, and no copy is left', async () => {
    const lent = await foundry.lend(request());
    await foundry.credentials.release(lent.leaseId);
    expect(await foundry.credentials.isLive(lent.leaseId)).toBe(false);
    await isDeadAtGithub(lent.secret.reveal());
    await foundry.rested();
    const rows = await foundry.sql`select token, key_id, end_reason from "user".credential_leases
      where lease_id = ${lent.leaseId}`;
    expect(rows).toEqual([{ token: null, key_id: null, end_reason: 'released' }]);
  });

  it('is one for a machine: the next owner\u2019s ends the former one\u2019s, a hundred times', async () => {
    const mira = await foundry.signIn('mira-okafor');
    const machine = foundry.holder();
    let former: Awaited<ReturnType<typeof foundry.lend>> | null = null;
    for (let turn = 0; turn < 100; turn += 1) {
      const owner = turn % 2 === 0 ? priya : mira;
      const lent = await foundry.lend(request('turn', owner), machine);
      expect(lent.identity.userId).toBe(owner.userId);
      expect(await foundry.credentials.isLive(lent.leaseId)).toBe(true);
      if (former) expect(await foundry.credentials.isLive(former.leaseId)).toBe(false);
      former = lent;
    }
    await foundry.rested();
    const live = await foundry.sql`select lease_id as id from "user".credential_leases
      where holder_id = ${machine.effectId} and ended_at is null`;
    expect(live).toEqual([{ id: former?.leaseId }]);
  });

  it('is refused to strangers, and to whoever may not write; reading is enough to clone', async () => {
    const sunniva = await foundry.signIn('sunniva-dahl');
    expect(await outcomeOf(request('turn', sunniva))).toBe('member.required');
    expect(await outcomeOf(request('turn', { userId: '4711' }))).toBe('member.required');
    await setRole('read');
    await foundry.rested();
    expect(await outcomeOf(request('turn'))).toBe('repository.access_denied');
    expect(await outcomeOf(request('clone'))).toBe('user');
    expect(await outcomeOf({ ...request('turn'), repositoryId: '4711' })).toBe('repository.access_denied');
    await setRole('write');
    await foundry.rested();
    expect(await outcomeOf(request('turn'))).toBe('user');
    await foundry.rested();
    const kinds = await foundry.auditKinds(storefront.organizationId);
    expect(kinds).toContain('credential.leased');
    expect(kinds).toContain('credential.refused repository.access_denied');
    expect(kinds).toContain('credential.refused member.required');
  });

  it('is refused within a minute when GitHub took the right away without a word', async () => {
    const before = await foundry.lend(request());
    await foundry.rested();
    await foundry.github.control('PUT', '/webhooks', { mode: 'lost' });
    await setRole('read');
    await foundry.github.control('PUT', '/webhooks', { mode: 'deliver' });
    await forgetAnswers();
    expect(await outcomeOf(request())).toBe('repository.access_denied');
    // and what was lent before ends by what GitHub said now
    await eventually(async () => expect(await foundry.credentials.isLive(before.leaseId)).toBe(false));
    await isDeadAtGithub(before.secret.reveal());
    await setRole('write');
    await foundry.rested();
  });

  it('ends at once when GitHub says that the right is gone, and is audited', async () => {
    const lent = await foundry.lend(request());
    await setRole('none');
    await eventually(async () => expect(await foundry.credentials.isLive(lent.leaseId)).toBe(false), 5_000);
    await foundry.rested();
    expect(await foundry.auditKinds(storefront.organizationId)).toContain('credential.ended');
    expect(
      foundry.told.filter(({ name }) => name === 'user.credentialsEnded').map(({ payload }) => payload),
    ).toContainEqual(
      expect.objectContaining({
        reason: 'access_lowered',
        leases: expect.arrayContaining([
          expect.objectContaining({ leaseId: lent.leaseId, repositoryId: storefront.repositoryId }),
        ]),
      }),
    );
    await setRole('write');
    await foundry.rested();
  });

  it('ends with the membership', async () => {
    const tomas = await foundry.signIn('tomas-vega');
    const payments = await foundry.repository('payments');
    await setRole('write', tomas.login, payments.fullName);
    await foundry.rested();
    const lent = await foundry.lend(request('turn', tomas, payments));
    await foundry.github.act('member.remove', { organization: 'harbour-goods', login: tomas.login, by: 'mira-okafor' });
    await eventually(async () => expect(await foundry.credentials.isLive(lent.leaseId)).toBe(false), 5_000);
    expect(await outcomeOf(request('turn', tomas, payments))).toBe('member.required');
  });

  it('is the App\u2019s for that repository where GitHub narrows nobody\u2019s token; pull requests stay the person\u2019s', async () => {
    await foundry.github.fault({ kind: 'missing', path: '/token/scoped' });
    const lent = await foundry.lend(request());
    expect(lent).toMatchObject({ mode: 'installation', identity: { commitName: 'Priya Raman' } });
    expect(await foundry.asks(lent.secret.reveal(), `/repos/${storefront.fullName}`)).toBe(200);
    expect(
      await foundry.asks(lent.secret.reveal(), `/repos/${(await foundry.repository('payments')).fullName}`),
    ).not.toBe(200);
    const own = await foundry.lend(request('pull_request'));
    expect(own.mode).toBe('user');
    expect(await foundry.asks(own.secret.reveal(), '/user')).toBe(200);
    // it is remembered for a while, so that each lease is one call still
    await foundry.rested();
    await foundry.calls();
    await foundry.lend(request());
    expect(await foundry.calls()).toEqual([expect.stringMatching(/access_tokens 201$/)]);
    // a person's whole token is not ended with a lease
    await foundry.credentials.release(own.leaseId);
    await foundry.credentials.release(lent.leaseId);
    await isDeadAtGithub(lent.secret.reveal());
    expect(await foundry.asks(own.secret.reveal(), '/user')).toBe(200);
  });

  it('is for a holder that lives: one that was lost gets nothing, and nothing is left of what was made for it', async () => {
    const before = await foundry.sql`select count(*) from "user".credential_leases`;
    const { outcome } = foundry.borrow(request(), async (attempt) => {
      await foundry.sql`update messaging.effect set fence = fence + 1, lease_owner = gen_random_uuid(), lease_until = now() where id = ${attempt.effectId}`;
    });
    await expect(outcome).rejects.toThrow(/held by another worker/);
    expect(await foundry.sql`select count(*) from "user".credential_leases`).toEqual(before);
    expect(await foundry.calls()).toContainEqual(expect.stringMatching(/^DELETE .*\/token 204$/));
    const ended = { ...request(), holderId: foundry.holder().effectId };
    expect(await outcomeOf(ended)).toBe('lease.stale');
  });

  it('does not outlive its holder, nor its hour, when nobody gives it back', async () => {
    const borrowed = foundry.borrow(request());
    const lent = await borrowed.outcome;
    const sweep = () => foundry.handled(new SweepCredentials({ installation: 'credentials' }));
    await sweep();
    await foundry.sent();
    expect(await foundry.credentials.isLive(lent.leaseId)).toBe(true);
    borrowed.done();
    await foundry.rested();
    await sweep();
    await eventually(async () => expect(await foundry.credentials.isLive(lent.leaseId)).toBe(false));
    await isDeadAtGithub(lent.secret.reveal());

    const other = foundry.borrow(request());
    const old = await other.outcome;
    await foundry.sql`update "user".credential_leases set expires_at = now() where lease_id = ${old.leaseId}`;
    expect(await foundry.credentials.isLive(old.leaseId)).toBe(false);
    await sweep();
    await isDeadAtGithub(old.secret.reveal());
    other.done();
    await foundry.rested();
  });

  it('says so when GitHub does not answer', async () => {
    await forgetAnswers();
    await foundry.github.fault({ kind: 'error', path: `/repos/${storefront.fullName}` });
    expect(await outcomeOf(request())).toBe('repository.access_unknown');
    await foundry.github.noFaults();
    await foundry.github.fault({ kind: 'secondary', path: `/repos/${storefront.fullName}`, retryAfter: 1 });
    expect(await outcomeOf(request())).toBe('repository.access_unknown');
  });
});
