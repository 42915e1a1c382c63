import { Module } from '@nestjs/common';
import { AdmitMemberHandler } from './commands/admit-member.handler.js';
import { ApplyPullRequestsHandler } from './commands/apply-pull-requests.handler.js';
import { ApplyRepositoriesHandler } from './commands/apply-repositories.handler.js';
import { CreateTaskHandler } from './commands/create-task.handler.js';
import { GrantRoleHandler } from './commands/grant-role.handler.js';
import { NoteActivityHandler } from './commands/note-activity.handler.js';
import { NoteBranchHandler } from './commands/note-branch.handler.js';
import { PruneVirtualTasksHandler } from './commands/prune-virtual-tasks.handler.js';
import { RecordTaskSummaryHandler } from './commands/record-task-summary.handler.js';
import { RegisterOrganizationHandler } from './commands/register-organization.handler.js';
import { ReleaseTaskHandler } from './commands/release-task.handler.js';
import { RemoveMemberHandler } from './commands/remove-member.handler.js';
import { ReviewMembersHandler } from './commands/review-members.handler.js';
import { SetVirtualTaskArchivedHandler } from './commands/set-virtual-task-archived.handler.js';
import { UpdateProfileHandler } from './commands/update-profile.handler.js';
import { UpdateSettingsHandler } from './commands/update-settings.handler.js';
import { BranchNames } from './instance/branch-names.js';
import { SandboxOffer } from './instance/sandbox-offer.js';
import { manifest } from './manifest.js';
import { OrganizationQueriesModule } from './organization-queries.module.js';
import { GITHUB_REACTIONS } from './reactions/github-reactions.js';
import { OnUserDeleted } from './reactions/user-reactions.js';
import { FRAMES } from './realtime/organization-frames.js';

/** What the worker runs of this module: every command, its reactions, and the frames of every event. */
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
    CreateTaskHandler,
    ApplyPullRequestsHandler,
    ApplyRepositoriesHandler,
    RecordTaskSummaryHandler,
    SetVirtualTaskArchivedHandler,
    ReleaseTaskHandler,
    NoteActivityHandler,
    NoteBranchHandler,
    PruneVirtualTasksHandler,
    BranchNames,
    { provide: SandboxOffer, useFactory: () => SandboxOffer.from(process.env) },
    ...GITHUB_REACTIONS,
    OnUserDeleted,
    ...FRAMES,
  ],
})
export class OrganizationWorkerModule {
  static readonly manifest = manifest;
}
