import { Module } from '@nestjs/common';
import { MembersController } from './http/members.controller.js';
import { OrganizationController } from './http/organization.controller.js';
import { TasksController } from './http/tasks.controller.js';
import { manifest } from './manifest.js';
import { OrganizationQueriesModule } from './organization-queries.module.js';
import { MembersQuery } from './queries/members.query.js';
import { OrganizationQuery } from './queries/organization.query.js';
import { TaskRightsQuery } from './queries/task-rights.query.js';
import { TasksQuery } from './queries/tasks.query.js';
import { OrganizationTopic } from './realtime/organization.topic.js';
import { TaskVisibility } from './visibility/task-visibility.js';

/** What the API shows of this module: routes, the topic `organization:<id>` and answers to other modules. */
@Module({
  imports: [OrganizationQueriesModule],
  controllers: [OrganizationController, MembersController, TasksController],
  providers: [OrganizationQuery, MembersQuery, TasksQuery, TaskVisibility, TaskRightsQuery, OrganizationTopic],
})
export class OrganizationApiModule {
  static readonly manifest = manifest;
}
