import { Allow, Answer, As, Asked, ask, pageOf, pageQuery, PathOf, QueryOf, Route } from '@foundry/messaging';
import { Id64, text } from '@foundry/messaging/contracts';
import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  AccessOf,
  OwnRepositoryView,
  PullRequestState,
  PullRequestView,
  RepositoryOf,
  type RepositoryView,
} from '../contracts/index.js';
import { RepositoryUnknown, repositoryUnknown } from '../domain/rejections.js';
import { GithubLists } from '../queries/lists.query.js';
import { Listed } from './listed.js';
import { OrganizationPath, RepositoryPath } from './paths.js';
import { SeenRepositories } from './seen-repositories.js';

const empty = { items: [], nextCursor: null };
const q = text(100).optional();
const RepositoryList = pageQuery({
  q: q.meta({ description: 'Part of the name.', examples: ['orders'] }),
  state: z
    .enum(['available', 'removed', 'all'])
    .default('available')
    .meta({ description: 'Whether the App can still see them.', examples: ['available'] }),
});
type RepositoryList = z.infer<typeof RepositoryList>;
const RepositoryPage = pageOf(OwnRepositoryView).meta({
  id: 'RepositoryPage',
  description: 'Repositories by name.',
  examples: [empty],
});
const PullRequestList = pageQuery({
  state: PullRequestState.optional().meta({ description: 'Only these.', examples: ['open'] }),
  repositoryId: Id64.optional().meta({ description: 'Only of this repository.', examples: ['1296269'] }),
  author: text(100)
    .optional()
    .meta({ description: 'Only of this login.', examples: ['octocat'] }),
});
type PullRequestList = z.infer<typeof PullRequestList>;
const PullRequestPage = pageOf(PullRequestView).meta({
  id: 'PullRequestPage',
  description: 'Pull requests, the last changed first.',
  examples: [empty],
});
const BranchList = z.strictObject({ q: q.meta({ description: 'Part of the name.', examples: ['fix'] }) });
type BranchList = z.infer<typeof BranchList>;
const BranchNames = z
  .strictObject({ items: z.array(z.string()).meta({ description: 'Names, the last seen first.' }) })
  .meta({
    id: 'BranchNames',
    description: 'Branches that are known; others may exist.',
    examples: [{ items: ['main'] }],
  });

/** Repositories and pull requests as they are known here. */
@Controller('v1/organizations/:organizationId')
export class RepositoriesController {
  constructor(
    private readonly listed: Listed,
    private readonly lists: GithubLists,
    private readonly queries: QueryBus,
    private readonly seen: SeenRepositories,
  ) {}

  @Get('repositories')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listRepositories',
    tag: 'github-data',
    summary: 'List repositories',
    description: 'Repositories that the App can see, by name, with how fresh their pull requests are.',
    answers: { 200: RepositoryPage },
  })
  async repositories(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(RepositoryList) query: RepositoryList,
    @As() asked: Asked,
  ): Promise<Answer> {
    const seen = await this.seen.by(asked, organizationId);
    return this.listed.answer(asked, query, {
      read: async (after, take) =>
        this.withAccess(organizationId, asked, await this.lists.repositories(organizationId, seen, query, after, take)),
      positionOf: ({ fullName, repositoryId }) => [fullName.toLowerCase(), repositoryId],
    });
  }

  @Get('repositories/:repositoryId')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'getRepository',
    tag: 'github-data',
    summary: 'Read a repository',
    description: 'A repository with how fresh its pull requests are and what the caller may do there.',
    answers: { 200: OwnRepositoryView },
    problems: [repositoryUnknown],
  })
  async repository(
    @PathOf(RepositoryPath) { organizationId, repositoryId }: RepositoryPath,
    @As() asked: Asked,
  ): Promise<OwnRepositoryView> {
    const found = await this.find(organizationId, repositoryId, asked);
    const [own] = await this.withAccess(organizationId, asked, [found]);
    if (!own) throw new RepositoryUnknown();
    return own;
  }

  @Get('repositories/:repositoryId/branches')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listBranches',
    tag: 'github-data',
    summary: 'Suggest branches',
    description: 'At most 50 names that events and pull requests mentioned, the last seen first; others may exist.',
    answers: { 200: BranchNames },
    problems: [repositoryUnknown],
  })
  async branches(
    @PathOf(RepositoryPath) { organizationId, repositoryId }: RepositoryPath,
    @QueryOf(BranchList) query: BranchList,
    @As() asked: Asked,
  ): Promise<z.infer<typeof BranchNames>> {
    await this.find(organizationId, repositoryId, asked);
    return { items: await this.lists.branches(organizationId, repositoryId, query.q) };
  }

  @Get('pull-requests')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listPullRequests',
    tag: 'github-data',
    summary: 'List pull requests',
    description: 'Pull requests as they are known here, without their text, the last changed first.',
    answers: { 200: PullRequestPage },
  })
  async pullRequests(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(PullRequestList) query: PullRequestList,
    @As() asked: Asked,
  ): Promise<Answer> {
    const seen = await this.seen.by(asked, organizationId);
    return this.listed.answer(asked, query, {
      read: (after, take) => this.lists.pullRequests(organizationId, seen, query, after, take),
      positionOf: (row) => [row.githubUpdatedAt, `${row.repositoryId}#${String(row.number)}`],
    });
  }

  /** One that the caller may not see is as unknown as one that is not there. */
  private async find(organizationId: string, repositoryId: string, asked: Asked): Promise<RepositoryView> {
    const found = await ask(this.queries, new RepositoryOf(organizationId, repositoryId));
    if (!found || !(await this.seen.has(asked, organizationId, repositoryId))) throw new RepositoryUnknown();
    return found;
  }

  private async withAccess(
    organizationId: string,
    asked: Asked,
    rows: readonly RepositoryView[],
  ): Promise<OwnRepositoryView[]> {
    const ids = rows.map(({ repositoryId }) => repositoryId);
    const access = await ask(this.queries, new AccessOf(organizationId, asked.caller.actor.userId, ids));
    const known = new Map(access.map(({ repositoryId, permission }) => [repositoryId, permission]));
    return rows.map((row) => ({ ...row, permission: known.get(row.repositoryId) ?? 'unknown' }));
  }
}
