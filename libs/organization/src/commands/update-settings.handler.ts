import { Handler, type Tx } from '@foundry/messaging';
import { CommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { SettingsChanged, type SettingsView, UpdateSettings } from '../contracts/index.js';
import { newsOf } from '../domain/member-news.js';
import { Member } from '../domain/member.entity.js';
import { Organization } from '../domain/organization.entity.js';
import { only, type SettingsChange } from '../domain/settings.js';
import { SandboxOffer } from '../instance/sandbox-offer.js';
import { actingMember } from './acting-member.js';

const Followers = z.array(z.object({ userId: z.string() }));

@CommandHandler(UpdateSettings)
export class UpdateSettingsHandler extends Handler<UpdateSettings> {
  constructor(private readonly offer: SandboxOffer) {
    super();
  }

  async handle({ payload }: UpdateSettings, tx: Tx): Promise<SettingsView> {
    const { organizationId, patch, expectedVersion } = payload;
    const organization = await tx.load(Organization, { organizationId });
    const by = await actingMember(tx, organization, 'admin', { audited: true });
    organization.mustBeAt(expectedVersion, organization.settingsView());
    const change = organization.changeSettings(patch, by.role, this.offer, tx.now);
    if (!change) return organization.settingsView();

    await tx.save(organization);
    const view = organization.settingsView();
    tx.emit(new SettingsChanged({ ...view, previous: change.before }));
    tx.audit({ subject: { type: 'organization', id: organizationId }, details: detailsOf(change) });
    if (change.keys.includes('defaultRole')) await followDefaultRole(tx, organization);
    return view;
  }
}

const detailsOf = ({ keys, before, after }: SettingsChange) => ({
  keys,
  old: only(before, keys),
  new: only(after, keys),
});

/** Members whom nobody here granted a role have the default one. */
async function followDefaultRole(tx: Tx, organization: Organization): Promise<void> {
  const { organizationId } = organization;
  const rows =
    await tx.sql`select user_id as "userId" from organization.members where organization_id = ${organizationId}
    and state = 'active' and granted_role is null and github_role = 'member' order by user_id`;
  for (const { userId } of Followers.parse(rows)) {
    const member = await tx.load(Member, { organizationId, userId });
    const event = newsOf(organization, member, member.followRules(organization.roleRules(), tx.now), tx.now);
    if (!event) continue;
    await tx.save(member);
    tx.emit(event);
  }
}
