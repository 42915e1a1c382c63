import { Module } from '@nestjs/common';
import { MembersController } from './http/members.controller.js';
import { OrganizationController } from './http/organization.controller.js';
import { NewTaskController } from './http/new-task.controller.js';
import { TasksController } from './http/tasks.controller.js';
import { SandboxOffer } from './instance/sandbox-offer.js';
import { manifest } from './manifest.js';
import { OrganizationQueriesModule } from './organization-queries.module.js';
import { MembersQuery } from './queries/members.query.js';
import { OrganizationQuery } from './queries/organization.query.js';
import { OfferedProvidersQuery } from './queries/offered-providers.query.js';
import { TaskStandingQuery } from './queries/task-standing.query.js';
import { TasksQuery } from './queries/tasks.query.js';
import { OrganizationTopic } from './realtime/organization.topic.js';
import { TaskVisibility } from './visibility/task-visibility.js';
import { WorkingPlaces } from './visibility/working-places.js';

/** What the API shows of this module: routes, the topic `organization:<id>` and answers to other modules. */
@Module({
  imports: [OrganizationQueriesModule],
  controllers: [OrganizationController, MembersController, TasksController, NewTaskController],
  providers: [
    OrganizationQuery,
    MembersQuery,
    TasksQuery,
    TaskVisibility,
    WorkingPlaces,
    TaskStandingQuery,
    OfferedProvidersQuery,
    { provide: SandboxOffer, useFactory: () => SandboxOffer.from(process.env) },
    OrganizationTopic,
  ],
})
export class OrganizationApiModule {
  static readonly manifest = manifest;
}
