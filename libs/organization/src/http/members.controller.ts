import {
  Allow,
  Answer,
  As,
  Asked,
  BodyOf,
  Commands,
  pageQuery,
  Pages,
  PathOf,
  QueryOf,
  Route,
  TopicLog,
  topicPageOf,
} from '@foundry/messaging';
import { text } from '@foundry/messaging/contracts';
import { Controller, Get, Put } from '@nestjs/common';
import { z } from 'zod';
import { GrantedRole, GrantRole, MemberRole, MemberView } from '../contracts/index.js';
import { memberGithubOwner, memberNeedsOwner, memberSelf, memberUnknown } from '../domain/rejections.js';
import { MemberPosition, positionOf } from '../queries/member-rows.js';
import { MembersQuery } from '../queries/members.query.js';
import { MemberPath, OrganizationPath } from './paths.js';

const RoleBody = z
  .strictObject({
    role: z.enum([...GrantedRole.options, 'none']).meta({ description: 'The role; none returns to the usual one.' }),
  })
  .meta({ id: 'RoleBody', description: 'A role to grant.', examples: [{ role: 'viewer' }] });
type RoleBody = z.infer<typeof RoleBody>;

const MemberList = pageQuery({
  q: text(80)
    .optional()
    .meta({ description: 'Part of a login or name.', examples: ['octo'] }),
  role: z
    .enum([...MemberRole.options, 'blocked'])
    .optional()
    .meta({ description: 'Only these; blocked people are listed under this word only.', examples: ['admin'] }),
});
type MemberList = z.infer<typeof MemberList>;

const MemberPage = topicPageOf(MemberView).meta({
  id: 'MemberPage',
  description: 'Members, by role and then login.',
  examples: [{ items: [], nextCursor: null, topicVersion: 12 }],
});

/** Who belongs to an organization, and what they may do. */
@Controller('v1/organizations/:organizationId/members')
export class MembersController {
  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
    private readonly members: MembersQuery,
    private readonly topics: TopicLog,
  ) {}

  @Get()
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listMembers',
    tag: 'organization',
    summary: 'List members',
    description: 'Active members by role, then login; people who were blocked only when asked for.',
    answers: { 200: MemberPage },
  })
  async list(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(MemberList) query: MemberList,
    @As() asked: Asked,
  ): Promise<Answer> {
    const page = this.pages.open(asked, query, MemberPosition);
    const topic = `organization:${organizationId}`;
    const topicVersion = (await this.topics.versions([topic])).get(topic) ?? 0;
    const rows = await this.members.page(organizationId, query, page.after, page.take);
    return page.of(rows, positionOf, { topicVersion });
  }

  @Put(':userId/role')
  @Allow({ role: 'admin', scope: 'organization:write', sessionOnly: true, auditRefusal: true })
  @Route({
    operationId: 'grantRole',
    tag: 'organization',
    summary: 'Grant a member a role',
    description:
      'Changes what a member may do; blocked ends the membership, none returns to what GitHub and the settings say. ' +
      'Owners at GitHub cannot be changed here, and only an owner makes admins.',
    answers: { 200: MemberView },
    problems: [memberUnknown, memberGithubOwner, memberNeedsOwner, memberSelf],
    command: GrantRole,
  })
  grantRole(
    @PathOf(MemberPath) path: MemberPath,
    @BodyOf(RoleBody) body: RoleBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.commands.execute(asked, GrantRole, { ...path, ...body });
  }
}
