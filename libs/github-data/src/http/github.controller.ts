import { Allow, Answer, As, Asked, ask, NotFound, pageOf, pageQuery, PathOf, QueryOf, Route } from '@foundry/messaging';
import { text } from '@foundry/messaging/contracts';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { OrganizationsOf } from '@foundry/organization/contracts';
import { GithubMemberView, GithubStatusOf, GithubStatusView } from '../contracts/index.js';
import { GithubLists } from '../queries/lists.query.js';
import { neverTold } from '../rows/status-rows.js';
import { Listed } from './listed.js';
import { OrganizationPath } from './paths.js';

const MemberList = pageQuery({
  q: text(80)
    .optional()
    .meta({ description: 'Part of a login or name.', examples: ['octo'] }),
});
type MemberList = z.infer<typeof MemberList>;
const MemberPage = pageOf(GithubMemberView).meta({
  id: 'GithubMemberPage',
  description: 'Members at GitHub, by login.',
  examples: [{ items: [], nextCursor: null }],
});

/** What is known of GitHub for one organization. */
@Controller('v1/organizations/:organizationId/github')
export class GithubController {
  constructor(
    private readonly listed: Listed,
    private readonly lists: GithubLists,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'getGithub',
    tag: 'github-data',
    summary: 'Read installation and sync',
    description: 'Whether the App can work there, how fresh the copy is, and how far the present sync is.',
    answers: { 200: GithubStatusView },
  })
  async status(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @As() { caller }: Asked,
  ): Promise<GithubStatusView> {
    const status = await ask(this.queries, new GithubStatusOf(organizationId));
    if (status) return status;
    // An organization is there a moment before GitHub's part of it is stored.
    const entries = await ask(this.queries, new OrganizationsOf(caller.actor.userId));
    const entry = entries.find(({ id }) => id === organizationId);
    if (!entry) throw new NotFound('What GitHub told of this organization');
    return neverTold(entry);
  }

  @Get('members')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listGithubMembers',
    tag: 'github-data',
    summary: 'List members at GitHub',
    description: 'Members of the organization at GitHub by login, whether they ever signed in here or not.',
    answers: { 200: MemberPage },
  })
  members(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(MemberList) query: MemberList,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.listed.answer(asked, query, {
      read: (after, take) => this.lists.members(organizationId, query.q, after, take),
      positionOf: ({ login, userId }) => [login.toLowerCase(), userId],
    });
  }
}
