import { Module } from '@nestjs/common';
import { MembershipOfQuery, OrganizationsOfQuery } from './queries/membership.query.js';
import { FindTaskQuery, TaskSeedQuery } from './queries/task-answers.query.js';

/** Answers to other modules, in whichever process they ask. */
@Module({ providers: [MembershipOfQuery, OrganizationsOfQuery, FindTaskQuery, TaskSeedQuery] })
export class OrganizationQueriesModule {}
