import {
  Allow,
  Answer,
  As,
  Asked,
  BodyOf,
  Commands,
  pageOf,
  pageQuery,
  Pages,
  PathOf,
  QueryOf,
  Route,
} from '@foundry/messaging';
import { Controller, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  CheckpointView,
  ExtendSandbox,
  PauseSandbox,
  ProviderName,
  RecreateSandbox,
  ResumeSandbox,
  RetrySandbox,
  SandboxView,
} from '../contracts/index.js';
import {
  checkpointUnknown,
  providerUnavailable,
  sandboxBusy,
  sandboxDestroyed,
  sandboxMaxLife,
  sandboxNotFailed,
  sandboxNotReady,
} from './error-codes.js';
import { CheckpointRows, CheckpointPosition } from '../queries/checkpoint-rows.js';
import { AgentList, AgentRows } from '../queries/agent-rows.js';
import { SandboxRows } from '../queries/sandbox-rows.js';
import { OrganizationPath, SandboxPath, TaskPath } from './paths.js';
import { SandboxRights } from './sandbox-rights.js';

const ExtendBody = z
  .strictObject({
    minutes: z
      .union([z.literal(15), z.literal(60), z.literal(240)])
      .meta({ description: 'How long from now.', examples: [60] }),
  })
  .meta({ id: 'SandboxExtension', description: 'How long to keep the machine.', examples: [{ minutes: 60 }] });
type ExtendBody = z.infer<typeof ExtendBody>;

const RecreateBody = z
  .strictObject({
    fromCheckpointId: z.uuid().optional().meta({ description: 'Absent: the last checkpoint.' }),
    provider: ProviderName.optional().meta({ description: 'Absent: where it runs now.' }),
  })
  .meta({ id: 'SandboxRecreation', description: 'What the next machine is made of.', examples: [{}] });
type RecreateBody = z.infer<typeof RecreateBody>;

const PageQuery = pageQuery({});
type PageQuery = z.infer<typeof PageQuery>;
const SandboxPage = pageOf(SandboxView).meta({
  id: 'SandboxPage',
  description: 'Sandboxes that did not end, newest first.',
  examples: [{ items: [], nextCursor: null }],
});
const CheckpointPage = pageOf(CheckpointView).meta({
  id: 'CheckpointPage',
  description: 'Saved states, newest first.',
  examples: [{ items: [], nextCursor: null }],
});

/** The machine of a task and its life. Looking at it starts, wakes and extends nothing. */
@Controller('v1')
export class SandboxesController {
  constructor(
    private readonly commands: Commands,
    private readonly pages: Pages,
    private readonly rights: SandboxRights,
    private readonly checkpoints: CheckpointRows,
    private readonly agents: AgentRows,
    private readonly rows: SandboxRows,
  ) {}

  @Get('organizations/:organizationId/sandboxes')
  @Allow({ role: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listSandboxes',
    tag: 'sandbox',
    summary: 'List the machines of an organization',
    description:
      'Every sandbox that did not end, with its task, provider, state and age, of repositories that the caller sees. No machine is asked.',
    answers: { 200: SandboxPage },
  })
  async list(
    @PathOf(OrganizationPath) { organizationId }: OrganizationPath,
    @QueryOf(PageQuery) query: PageQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    const seen = await this.rights.repositories(asked.caller, organizationId);
    const page = this.pages.open(asked, query, z.uuid());
    const rows = await this.rows.list(organizationId, seen, page.after, page.take);
    return page.of(rows, ({ sandboxId }) => sandboxId);
  }

  @Get('sandboxes/:sandboxId')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'getSandbox',
    tag: 'sandbox',
    summary: 'Read a sandbox',
    description: 'What the machine is doing, until when, what keeps it alive, and whose credential is on it.',
    answers: { 200: SandboxView },
    versioned: true,
  })
  get(@PathOf(SandboxPath) { sandboxId }: SandboxPath, @As() asked: Asked): Promise<SandboxView> {
    return this.rights.seen(asked.caller, sandboxId);
  }

  @Get('tasks/:taskId/sandbox')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'getTaskSandbox',
    tag: 'sandbox',
    summary: 'Read the sandbox of a task',
    description: 'The one that the task has, or the last one that it had.',
    answers: { 200: SandboxView },
    versioned: true,
  })
  ofTask(@PathOf(TaskPath) { taskId }: TaskPath, @As() asked: Asked): Promise<SandboxView> {
    return this.rights.ofTask(asked.caller, taskId);
  }

  @Post('sandboxes/:sandboxId/pause')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'pauseSandbox',
    tag: 'sandbox',
    summary: 'Pause a sandbox',
    description: 'Saves the work and puts the machine to sleep. Refused while a turn or an operation runs.',
    answers: { 200: SandboxView },
    versioned: true,
    problems: [sandboxBusy, sandboxNotReady],
    command: PauseSandbox,
  })
  async pause(@PathOf(SandboxPath) { sandboxId }: SandboxPath, @As() asked: Asked): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, sandboxId);
    return this.commands.execute(asked, PauseSandbox, { organizationId, sandboxId });
  }

  @Post('sandboxes/:sandboxId/resume')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'resumeSandbox',
    tag: 'sandbox',
    summary: 'Resume a sandbox',
    description: 'Wakes a paused machine, and makes a lost one again. One that runs stays as it is.',
    answers: { 200: SandboxView },
    versioned: true,
    problems: [sandboxDestroyed],
    command: ResumeSandbox,
  })
  async resume(@PathOf(SandboxPath) { sandboxId }: SandboxPath, @As() asked: Asked): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, sandboxId);
    return this.commands.execute(asked, ResumeSandbox, { organizationId, sandboxId });
  }

  @Post('sandboxes/:sandboxId/extend')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'extendSandbox',
    tag: 'sandbox',
    summary: 'Keep a sandbox running',
    description: 'Moves the time at which it would pause.',
    answers: { 200: SandboxView },
    versioned: true,
    problems: [sandboxNotReady, sandboxMaxLife],
    command: ExtendSandbox,
  })
  async extend(
    @PathOf(SandboxPath) { sandboxId }: SandboxPath,
    @BodyOf(ExtendBody) { minutes }: ExtendBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, sandboxId);
    return this.commands.execute(asked, ExtendSandbox, { organizationId, sandboxId, minutes });
  }

  @Post('sandboxes/:sandboxId/recreate')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'recreateSandbox',
    tag: 'sandbox',
    summary: 'Rebuild a sandbox',
    description: 'Saves the work where the machine answers, ends it, and makes another one of the saved state.',
    answers: { 200: SandboxView },
    versioned: true,
    problems: [sandboxBusy, sandboxDestroyed, checkpointUnknown, providerUnavailable],
    command: RecreateSandbox,
  })
  async recreate(
    @PathOf(SandboxPath) { sandboxId }: SandboxPath,
    @BodyOf(RecreateBody) body: RecreateBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, sandboxId);
    const { fromCheckpointId = null, provider = null } = body;
    return this.commands.execute(asked, RecreateSandbox, { organizationId, sandboxId, fromCheckpointId, provider });
  }

  @Post('sandboxes/:sandboxId/retry')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'retrySandbox',
    tag: 'sandbox',
    summary: 'Try a failed step again',
    description: 'Repeats what gave up: making the machine, starting it, preparing the repository, waking it.',
    answers: { 200: SandboxView },
    versioned: true,
    problems: [sandboxNotFailed],
    command: RetrySandbox,
  })
  async retry(@PathOf(SandboxPath) { sandboxId }: SandboxPath, @As() asked: Asked): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, sandboxId);
    return this.commands.execute(asked, RetrySandbox, { organizationId, sandboxId });
  }

  @Get('sandboxes/:sandboxId/checkpoints')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listCheckpoints',
    tag: 'sandbox',
    summary: 'List checkpoints',
    description: 'Saved states that are kept: the last three of the task, and the one of each loss.',
    answers: { 200: CheckpointPage },
  })
  async listCheckpoints(
    @PathOf(SandboxPath) { sandboxId }: SandboxPath,
    @QueryOf(PageQuery) query: PageQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    await this.rights.seen(asked.caller, sandboxId);
    const page = this.pages.open(asked, query, CheckpointPosition);
    const rows = await this.checkpoints.list(sandboxId, page.after, page.take);
    return page.of(rows, ({ number }): CheckpointPosition => number);
  }

  @Get('sandboxes/:sandboxId/agents')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listSandboxAgents',
    tag: 'sandbox',
    summary: 'List the agents of a sandbox',
    description: 'As they were last read from a machine; reading this starts none.',
    answers: { 200: AgentList },
  })
  async listAgents(@PathOf(SandboxPath) { sandboxId }: SandboxPath, @As() asked: Asked): Promise<AgentList> {
    const { organizationId, provider } = await this.rights.seen(asked.caller, sandboxId);
    return this.agents.of({ organizationId, provider, sandboxId });
  }
}
