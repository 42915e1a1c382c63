import { Module } from '@nestjs/common';
import { HiddenTasksQuery } from './queries/hidden-tasks.query.js';
import { MembershipOfQuery, OrganizationsOfQuery } from './queries/membership.query.js';
import { OrganizationQuery } from './queries/organization.query.js';
import { TaskAccessQuery } from './queries/task-access.query.js';
import { FindTaskQuery, TaskSeedQuery } from './queries/task-answers.query.js';
import { TaskRightsQuery } from './queries/task-rights.query.js';
import { VisibleRepositoriesQuery } from './queries/visible-repositories.query.js';
import { TaskVisibility } from './visibility/task-visibility.js';

/** Answers to other modules, in whichever process they ask. */
@Module({
  providers: [
    MembershipOfQuery,
    OrganizationsOfQuery,
    FindTaskQuery,
    TaskSeedQuery,
    TaskAccessQuery,
    TaskRightsQuery,
    VisibleRepositoriesQuery,
    HiddenTasksQuery,
    TaskVisibility,
    OrganizationQuery,
  ],
})
export class OrganizationQueriesModule {}
