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
} from '@foundry/messaging';
import { Controller, Delete, Get, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  CreateProcess,
  DeleteProcess,
  KillProcess,
  ProcessView,
  SandboxState,
  StopProcess,
  WorkingFolder,
} from '../contracts/index.js';
import { Argv, Environment } from '../contracts/fields.js';
import { ProcessUnknown } from '../domain/rejections.js';
import {
  processEnded,
  processIdTaken,
  processLimit,
  processRunning,
  processUnknown,
  sandboxNotReady,
  workingFolderInvalid,
} from './error-codes.js';
import { ProcessLogs, ProcessLogView } from '../queries/process-logs.js';
import { ProcessRows } from '../queries/process-rows.js';
import { ProcessPath, SandboxPath } from './paths.js';
import { SandboxRights } from './sandbox-rights.js';

const ID = '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11';

const ProcessList = z
  .strictObject({
    state: SandboxState.meta({ description: 'What the sandbox is doing.' }),
    processes: z.array(ProcessView).meta({ description: 'Newest first; of a machine that is away there are none.' }),
    nextCursor: z.uuid().nullable().meta({ description: 'Where older ended ones begin; null: there are none.' }),
  })
  .meta({
    id: 'SandboxProcessList',
    description: 'Processes of a sandbox.',
    examples: [{ state: 'expired', processes: [], nextCursor: null }],
  });
type ProcessList = z.infer<typeof ProcessList>;

const ListQuery = pageQuery({
  all: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Ended ones too.', examples: ['true'] }),
});
type ListQuery = z.infer<typeof ListQuery>;
const Listed = z.object({ items: z.array(ProcessView), nextCursor: z.string().nullable() });

const CreateBody = z
  .strictObject({
    processId: z
      .uuid()
      .meta({ description: 'Minted by the caller, so that it can be asked for again.', examples: [ID] }),
    argv: Argv.meta({
      description: 'Program and arguments, no shell: 1 to 64, 8 KiB each.',
      examples: [['npm', 'test']],
    }),
    cwd: WorkingFolder.meta({ description: 'A folder of the repository, relative to it.', examples: ['packages/web'] }),
    env: Environment.default({}).meta({ description: 'At most 32 variables.', examples: [{ CI: '1' }] }),
    tty: z
      .boolean()
      .default(true)
      .meta({ description: 'With a terminal.', examples: [true] }),
    title: z
      .string()
      .trim()
      .max(80)
      .optional()
      .meta({ description: 'What people call it.', examples: ['Tests'] }),
  })
  .meta({ id: 'ProcessBody', description: 'What to start.', examples: [{ processId: ID, argv: ['npm', 'test'] }] });
type CreateBody = z.infer<typeof CreateBody>;

const EndBody = z
  .strictObject({
    waitSeconds: z
      .int()
      .min(0)
      .max(10)
      .default(0)
      .meta({ description: 'How long to wait for its end.', examples: [2] }),
  })
  .meta({ id: 'ProcessEnd', description: 'How to end it.', examples: [{ waitSeconds: 2 }] });
type EndBody = z.infer<typeof EndBody>;

const LogQuery = z.strictObject({
  stream: z
    .enum(['stdout', 'stderr', 'combined', 'pty'])
    .optional()
    .meta({ description: 'Absent: what it has, a terminal or both streams.', examples: ['stderr'] }),
  after: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .meta({ description: 'Only later entries.', examples: [120] }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(200)
    .meta({ description: 'At most.', examples: [200] }),
});
type LogQuery = z.infer<typeof LogQuery>;

/** Programs and terminals of a sandbox. Lists are of stored rows, so a machine that is away is no error. */
@Controller('v1/sandboxes/:sandboxId/processes')
export class ProcessesController {
  constructor(
    private readonly commands: Commands,
    private readonly rights: SandboxRights,
    private readonly pages: Pages,
    private readonly rows: ProcessRows,
    private readonly logs: ProcessLogs,
  ) {}

  @Get()
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listSandboxProcesses',
    tag: 'sandbox',
    summary: 'List processes',
    description: 'Those that run, or with `all` also those that ended. Of a machine that is away the list is empty.',
    answers: { 200: ProcessList },
  })
  async list(
    @PathOf(SandboxPath) { sandboxId }: SandboxPath,
    @QueryOf(ListQuery) query: ListQuery,
    @As() asked: Asked,
  ): Promise<Answer> {
    const sandbox = await this.rights.seen(asked.caller, sandboxId);
    const page = this.pages.open(asked, query, z.uuid());
    const rows = await this.rows.list(sandbox, query.all === 'true', page.after, page.take);
    const { body, headers } = page.of(rows, ({ processId }) => processId);
    const { items: processes, nextCursor } = Listed.parse(body);
    const list: ProcessList = { state: sandbox.state, processes, nextCursor };
    return new Answer(200, list, headers);
  }

  @Get(':processId')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'getProcess',
    tag: 'sandbox',
    summary: 'Read a process',
    description: 'Its state as it was last told.',
    answers: { 200: ProcessView },
    problems: [processUnknown],
    versioned: true,
  })
  async get(@PathOf(ProcessPath) { sandboxId, processId }: ProcessPath, @As() asked: Asked): Promise<ProcessView> {
    await this.rights.seen(asked.caller, sandboxId);
    return this.known(sandboxId, processId);
  }

  @Post()
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'createProcess',
    tag: 'sandbox',
    summary: 'Start a process',
    description: 'Starts a program in the repository, by its arguments and without a shell; it goes on by itself.',
    answers: { 201: ProcessView },
    versioned: true,
    problems: [sandboxNotReady, processLimit, workingFolderInvalid, processIdTaken],
    command: CreateProcess,
    bodyLimit: 1024 * 1024,
  })
  async create(
    @PathOf(SandboxPath) { sandboxId }: SandboxPath,
    @BodyOf(CreateBody) body: CreateBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, sandboxId);
    return this.commands.execute(
      asked,
      CreateProcess,
      { organizationId, sandboxId, ...body },
      {
        location: ({ processId }) => `/v1/sandboxes/${sandboxId}/processes/${processId}`,
        pending: { processId: body.processId },
      },
    );
  }

  @Post(':processId/stop')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'stopProcess',
    tag: 'sandbox',
    summary: 'Ask a process to end',
    description: 'Sends TERM and answers at once; the list shows when the process took it.',
    answers: { 200: ProcessView },
    versioned: true,
    problems: [processUnknown, processEnded, sandboxNotReady],
    command: StopProcess,
  })
  async stop(
    @PathOf(ProcessPath) path: ProcessPath,
    @BodyOf(EndBody) { waitSeconds }: EndBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, path.sandboxId);
    return this.commands.execute(asked, StopProcess, { organizationId, ...path, waitSeconds });
  }

  @Post(':processId/kill')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'killProcess',
    tag: 'sandbox',
    summary: 'Kill a process',
    description: 'Sends KILL, which no process can refuse, and answers at once.',
    answers: { 200: ProcessView },
    versioned: true,
    problems: [processUnknown, processEnded, sandboxNotReady],
    command: KillProcess,
  })
  async kill(
    @PathOf(ProcessPath) path: ProcessPath,
    @BodyOf(EndBody) { waitSeconds }: EndBody,
    @As() asked: Asked,
  ): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, path.sandboxId);
    return this.commands.execute(asked, KillProcess, { organizationId, ...path, waitSeconds });
  }

  @Delete(':processId')
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'deleteProcess',
    tag: 'sandbox',
    summary: 'Remove an ended process',
    description: 'Takes it off the list.',
    answers: { 204: null },
    problems: [processUnknown, processRunning],
    command: DeleteProcess,
  })
  async remove(@PathOf(ProcessPath) path: ProcessPath, @As() asked: Asked): Promise<Answer> {
    const { organizationId } = await this.rights.used(asked.caller, path.sandboxId);
    return this.commands.execute(asked, DeleteProcess, { organizationId, ...path });
  }

  @Get(':processId/logs')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'readProcessLogs',
    tag: 'sandbox',
    summary: 'Read what a process said',
    description: 'Entries that the machine keeps, oldest first. Of a machine that is away there are none.',
    answers: { 200: ProcessLogView },
    problems: [processUnknown],
  })
  async readLogs(
    @PathOf(ProcessPath) { sandboxId, processId }: ProcessPath,
    @QueryOf(LogQuery) query: LogQuery,
    @As() asked: Asked,
  ): Promise<ProcessLogView> {
    const sandbox = await this.rights.seen(asked.caller, sandboxId);
    return this.logs.read(sandbox, await this.known(sandboxId, processId), query);
  }

  private async known(sandboxId: string, processId: string): Promise<ProcessView> {
    const found = await this.rows.find(sandboxId, processId);
    if (!found) throw new ProcessUnknown();
    return found;
  }
}
