import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { OrganizationChanged, OrganizationRegistered, RegisterOrganization } from '../contracts/index.js';
import { Organization } from '../domain/organization.entity.js';
import { SandboxOffer } from '../instance/sandbox-offer.js';
import { ACME, ANA, anOrganization, by } from '../testing/people.js';
import { RegisterOrganizationHandler } from './register-organization.handler.js';

const given = decidedBy(new RegisterOrganizationHandler(new SandboxOffer(['docker', 'local'], ['docker'])));
const register = (over: Partial<RegisterOrganization['payload']> = {}) =>
  new RegisterOrganization({ accountId: ACME, kind: 'company', login: 'acme', name: 'Acme', ...over });

describe('registering an organization', () => {
  it('inserts it unclaimed, audited, with what the instance starts with', async () => {
    const { rows, audits } = await given()
      .when(register())
      .then([like(OrganizationRegistered, { version: 1, organization: { state: 'unclaimed', displayName: 'Acme' } })]);
    const [organization] = rows.filter((row) => row instanceof Organization);
    expect(organization?.settingsView().settings).toMatchObject({
      sandboxProviders: ['docker'],
      defaultProvider: 'docker',
    });
    expect(audits).toEqual([
      { subject: { type: 'organization', id: ACME }, details: { login: 'acme', kind: 'company' } },
    ]);
  });

  it('takes over another login without an entry, and keeps the name chosen here', async () => {
    const named = anOrganization();
    named.rename('Our Acme', new Date());
    const { audits } = await given(named)
      .answering([])
      .when(register({ login: 'acme-inc' }))
      .then([like(OrganizationChanged, { organization: { login: 'acme-inc', displayName: 'Our Acme' } })]);
    expect(audits).toEqual([]);
  });

  it('does nothing when nothing is new', () => given(anOrganization()).when(register()).thenNothing());

  it('is refused to people', () => given().when(register(), by(ANA)).thenRejected('command.wrong_sender'));
});
