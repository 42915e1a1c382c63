import { Module } from '@nestjs/common';
import { MembershipOfQuery, OrganizationsOfQuery } from './queries/membership.query.js';

/** Answers to other modules, in whichever process they ask. */
@Module({ providers: [MembershipOfQuery, OrganizationsOfQuery] })
export class OrganizationQueriesModule {}
