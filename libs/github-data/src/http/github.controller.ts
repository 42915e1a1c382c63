import { randomUUID } from 'node:crypto';
import {
  Allow,
  Answer,
  As,
  Asked,
  ask,
  BodyOf,
  Commands,
  NotFound,
  pageOf,
  pageQuery,
  Pages,
  PathOf,
  QueryOf,
  Route,
} from '@foundry/messaging';
import { Id64, text } from '@foundry/messaging/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { z } from 'zod';
import {
  CancelSync,
  GithubMemberView,
  GithubStatusOf,
  GithubStatusView,
  RequestSync,
  SyncRunDetail,
  SyncRunView,
} from '../contracts/index.js';
import { githubNotConnected, githubSuspended, SyncUnknown, syncNotRunning, syncUnknown } from '../domain/rejections.js';
import { GithubLists, Position } from '../queries/lists.query.js';
import { SyncRuns } from '../queries/runs.query.js';
import { Pace } from './pace.js';
import { OrganizationPath, RunPath } from './paths.js';

const MemberList = pageQuery({
  q: text(80)
    .optional()
    .meta({ description: 'Part of a login or name.', examples: ['octo'] }),
});
type MemberList = z.infer<typeof MemberList>;
const RunList = pageQuery({});
type RunList = z.infer<typeof RunList>;
const empty = { items: [], nextCursor: null };
const MemberPage = pageOf(GithubMemberView).meta({
  id: 'GithubMemberPage',
  description: 'Members at GitHub, by login.',
  examples: [empty],
});
const RunPage = pageOf(SyncRunView).meta({ id: 'SyncRunPage', description: 'Syncs, newest first.', examples: [empty] });

const SyncBody = z
  .strictObject({
    repositoryIds: z
      .array(Id64)
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Only the pull requests of these; everything when absent.' }),
  })
  .meta({ id: 'SyncBody', description: 'What to read.', examples: [{}] });
type SyncBody = z.infer<typeof SyncBody>;
const SyncAccepted = z.strictObject({ runId: z.uuid().meta({ description: 'The sync that will do the work.' }) }).meta({
  id: 'SyncAccepted',
  description: 'The sync that will do the work: a new one, or the one that waits already.',
  examples: [{ runId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11' }],
});

/** What is known of GitHub for one organization, and the reading of it. */
@Controller('v1/organizations/:organizationId/github')
export class GithubController {
  private readonly pace = new Pace(1, 'One sync a minute for each person; the one you asked for is under way.');

  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
    private readonly lists: GithubLists,
    private readonly runs: SyncRuns,
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
  async status(@PathOf(OrganizationPath) { organizationId }: OrganizationPath): Promise<GithubStatusView> {
    const status = await ask(this.queries, new GithubStatusOf(organizationId));
    if (!status) throw new NotFound('What GitHub told of this organization');
    return status;
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
  async members(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(MemberList) query: MemberList,
    @As() asked: Asked,
  ): Promise<Answer> {
    const page = this.pages.open(asked, query, Position);
    const rows = await this.lists.members(organizationId, query.q, page.after, page.take);
    return page.of(rows, ({ login, userId }): Position => [login.toLowerCase(), userId]);
  }

  @Post('syncs')
  @Allow({ role: 'member', scope: 'organization:write' })
  @Route({
    operationId: 'requestSync',
    tag: 'github-data',
    summary: 'Read GitHub again',
    description:
      'Starts a sync, or queues one behind the running one; one a minute for each person. Progress comes on the topic of the organization.',
    answers: { 200: SyncAccepted },
    problems: [githubNotConnected, githubSuspended],
    command: RequestSync,
  })
  request(
    @PathOf(OrganizationPath) path: OrganizationPath,
    @BodyOf(SyncBody) { repositoryIds }: SyncBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    this.pace.take(`${path.organizationId} ${asked.caller.actor.userId}`, asked.idempotency?.key);
    const scope = repositoryIds ?? ('all' as const);
    return this.commands.execute(asked, RequestSync, { ...path, runId: randomUUID(), trigger: 'member', scope });
  }

  @Get('syncs')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listSyncs',
    tag: 'github-data',
    summary: 'List syncs',
    description: 'Syncs of the last 30 days, newest first.',
    answers: { 200: RunPage },
  })
  async list(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(RunList) query: RunList,
    @As() asked: Asked,
  ): Promise<Answer> {
    const page = this.pages.open(asked, query, Position);
    const rows = await this.lists.runs(organizationId, page.after, page.take);
    const answer = page.of(rows, ({ requestedAt, runId }): Position => [requestedAt.toISOString(), runId]);
    return new Answer(answer.status, RunPage.parse(withoutOrder(answer.body)), answer.headers);
  }

  @Get('syncs/:runId')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'getSync',
    tag: 'github-data',
    summary: 'Read a sync',
    description: 'How far it is or how it ended, with the repositories that could not be read.',
    answers: { 200: SyncRunDetail },
    problems: [syncUnknown],
  })
  async get(@PathOf(RunPath) { organizationId, runId }: RunPath): Promise<SyncRunDetail> {
    const run = await this.runs.find(organizationId, runId);
    if (!run) throw new SyncUnknown();
    return { ...run, errors: await this.lists.runErrors(organizationId, runId) };
  }

  @Post('syncs/:runId/cancel')
  @Allow({ role: 'admin', scope: 'organization:write' })
  @Route({
    operationId: 'cancelSync',
    tag: 'github-data',
    summary: 'Cancel a sync',
    description: 'Ends it; what it read stays, nothing is removed, and what arrives late is ignored.',
    answers: { 200: SyncRunView },
    problems: [syncUnknown, syncNotRunning],
    command: CancelSync,
  })
  cancel(@PathOf(RunPath) path: RunPath, @As() asked: Asked): Promise<Answer> {
    return this.commands.execute(asked, CancelSync, path);
  }
}

const Ordered = z.object({
  items: z.array(SyncRunView.extend({ requestedAt: z.unknown() })),
  nextCursor: z.string().nullable(),
});

function withoutOrder(body: unknown) {
  const { items, nextCursor } = Ordered.parse(body);
  return { items: items.map(({ requestedAt: _order, ...run }) => run), nextCursor };
}
