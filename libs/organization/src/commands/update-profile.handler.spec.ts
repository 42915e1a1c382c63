import { decidedBy, like } from '@foundry/messaging/testing';
import { describe, expect, it } from '@jest/globals';
import { OrganizationChanged, UpdateProfile } from '../contracts/index.js';
import { ACME, aMember, anAdmin, anOrganization, BEN, by, CLEO } from '../testing/people.js';
import { UpdateProfileHandler } from './update-profile.handler.js';

const given = decidedBy(new UpdateProfileHandler());
const rename = (displayName: string | null, expectedVersion = 2) =>
  new UpdateProfile({ organizationId: ACME, displayName, expectedVersion });

describe('renaming an organization', () => {
  it('shows the new name to every member', () =>
    given(anOrganization(), anAdmin(BEN))
      .answering([{ userId: BEN, role: 'admin', version: 2 }])
      .when(rename('Our Acme'), by(BEN))
      .then([like(OrganizationChanged, { version: 3, organization: { displayName: 'Our Acme' } })]));

  it('does nothing when it is called that, so null falls back to GitHub’s name', async () => {
    const { result } = await given(anOrganization(), anAdmin(BEN)).when(rename(null), by(BEN)).thenNothing();
    expect(result).toMatchObject({ displayName: 'Acme', customName: null });
  });

  it('refuses another version with the present state', async () => {
    const refusal = await given(anOrganization(), anAdmin(BEN))
      .when(rename('Our Acme', 1), by(BEN))
      .thenRejected('version.conflict');
    expect(refusal.details).toMatchObject({ current: { version: 2 } });
  });

  it('refuses members and strangers', async () => {
    await given(anOrganization(), aMember(CLEO)).when(rename('x'), by(CLEO)).thenRejected('role.too_low');
    await given(anOrganization()).when(rename('x'), by(CLEO)).thenRejected('resource.not_found');
  });
});
