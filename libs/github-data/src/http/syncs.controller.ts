import { randomUUID } from 'node:crypto';
import {
  Allow,
  Answer,
  As,
  Asked,
  BodyOf,
  Commands,
  pageOf,
  pageQuery,
  PathOf,
  QueryOf,
  Route,
} from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import { CancelSync, RequestSync, SyncRunDetail, SyncRunView } from '../contracts/index.js';
import { githubNotConnected, githubSuspended, SyncUnknown, syncNotRunning, syncUnknown } from '../domain/rejections.js';
import { GithubLists } from '../queries/lists.query.js';
import { SyncRuns } from '../queries/runs.query.js';
import { Listed } from './listed.js';
import { Pace } from './pace.js';
import { OrganizationPath, RunPath } from './paths.js';
import { SeenRepositories } from './seen-repositories.js';

const RunList = pageQuery({});
type RunList = z.infer<typeof RunList>;
const RunPage = pageOf(SyncRunView).meta({
  id: 'SyncRunPage',
  description: 'Syncs, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

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

/** The reading of GitHub: asked for, watched and cancelled. */
@Controller('v1/organizations/:organizationId/github/syncs')
export class SyncsController {
  private readonly pace = new Pace(1, 'One sync a minute for each person; the one you asked for is under way.');

  constructor(
    private readonly commands: Commands,
    private readonly listed: Listed,
    private readonly lists: GithubLists,
    private readonly runs: SyncRuns,
    private readonly seen: SeenRepositories,
  ) {}

  @Post()
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

  @Get()
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'listSyncs',
    tag: 'github-data',
    summary: 'List syncs',
    description: 'Syncs of the last 30 days, newest first.',
    answers: { 200: RunPage },
  })
  list(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(RunList) query: RunList,
    @As() asked: Asked,
  ): Promise<Answer> {
    return this.listed.answer(asked, query, {
      read: (after, take) => this.lists.runs(organizationId, after?.[1] ?? null, take),
      positionOf: ({ runId }) => ['', runId],
    });
  }

  @Get(':runId')
  @Allow({ role: 'viewer', scope: 'organization:read' })
  @Route({
    operationId: 'getSync',
    tag: 'github-data',
    summary: 'Read a sync',
    description: 'How far it is or how it ended, with the repositories that could not be read.',
    answers: { 200: SyncRunDetail },
    problems: [syncUnknown],
  })
  async get(@PathOf(RunPath) { organizationId, runId }: RunPath, @As() asked: Asked): Promise<SyncRunDetail> {
    const run = await this.runs.find(organizationId, runId);
    if (!run) throw new SyncUnknown();
    return {
      ...run,
      errors: await this.lists.runErrors(organizationId, await this.seen.by(asked, organizationId), runId),
    };
  }

  @Post(':runId/cancel')
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
