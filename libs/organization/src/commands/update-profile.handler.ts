import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { type OrganizationView, UpdateProfile } from '../contracts/index.js';
import { Organization } from '../domain/organization.entity.js';
import { actingMember } from './acting-member.js';
import { announceOrganization } from './announce.js';

@CommandHandler(UpdateProfile)
export class UpdateProfileHandler extends Handler<UpdateProfile> {
  async handle({ payload }: UpdateProfile, tx: Tx): Promise<OrganizationView> {
    const { organizationId, displayName, expectedVersion } = payload;
    const organization = await tx.load(Organization, { organizationId });
    await actingMember(tx, organization, 'admin');
    const before = organization.view();
    organization.mustBeAt(expectedVersion, before);
    if (!organization.rename(displayName, tx.now)) return before;
    await tx.save(organization);
    await announceOrganization(tx, organization);
    tx.audit({
      subject: { type: 'organization', id: organizationId },
      details: { old: before.customName, new: displayName },
    });
    return organization.view();
  }
}
