import { Module } from '@nestjs/common';
import { AdmitMemberHandler } from './commands/admit-member.handler.js';
import { GrantRoleHandler } from './commands/grant-role.handler.js';
import { RegisterOrganizationHandler } from './commands/register-organization.handler.js';
import { RemoveMemberHandler } from './commands/remove-member.handler.js';
import { ReviewMembersHandler } from './commands/review-members.handler.js';
import { UpdateProfileHandler } from './commands/update-profile.handler.js';
import { UpdateSettingsHandler } from './commands/update-settings.handler.js';
import { SandboxOffer } from './instance/sandbox-offer.js';
import { manifest } from './manifest.js';
import { OrganizationQueriesModule } from './organization-queries.module.js';
import { FRAMES } from './realtime/organization-frames.js';

/** What the worker runs of this module: every command, and the frames of every event. */
@Module({
  imports: [OrganizationQueriesModule],
  providers: [
    RegisterOrganizationHandler,
    AdmitMemberHandler,
    ReviewMembersHandler,
    RemoveMemberHandler,
    GrantRoleHandler,
    UpdateProfileHandler,
    UpdateSettingsHandler,
    { provide: SandboxOffer, useFactory: () => SandboxOffer.from(process.env) },
    ...FRAMES,
  ],
})
export class OrganizationWorkerModule {
  static readonly manifest = manifest;
}
