import { Allow, As, Asked, BodyOf, CommandSender, EffectFailed, PathOf, Refusal, Route } from '@foundry/messaging';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { insideRepository } from '../access/inside-repository.js';
import { MachineAccess } from '../access/machine-access.js';
import { NoteExec, WorkingFolder } from '../contracts/index.js';
import { Argv } from '../contracts/fields.js';
import { ExecTimedOut } from '../domain/rejections.js';
import {
  execKilled,
  execNotStarted,
  execOutputTooLarge,
  sandboxNotRunning,
  workingFolderInvalid,
} from './error-codes.js';
import { shownArguments } from '../domain/shown-arguments.js';
import { SandboxPath } from './paths.js';
import { SandboxRights } from './sandbox-rights.js';

const MIB = 1024 * 1024;

const ExecBody = z
  .strictObject({
    argv: Argv.meta({
      description: 'Program and arguments, no shell: 1 to 64, 8 KiB each.',
      examples: [['ls', '-la']],
    }),
    cwd: WorkingFolder.meta({ description: 'A folder of the repository, relative to it.', examples: ['src'] }),
    timeoutSeconds: z
      .int()
      .min(1)
      .max(600)
      .default(60)
      .meta({ description: 'Its time.', examples: [60] }),
    maxBytes: z
      .int()
      .min(1)
      .max(4 * MIB)
      .default(MIB)
      .meta({ description: 'Most of each stream; the rest is left out.', examples: [MIB] }),
  })
  .meta({ id: 'ExecBody', description: 'What to run.', examples: [{ argv: ['ls', '-la'] }] });
type ExecBody = z.infer<typeof ExecBody>;

const ExecAnswer = z
  .strictObject({
    exitCode: z.int().nullable().meta({ description: 'Null when its time was up.' }),
    timedOut: z.boolean().meta({ description: 'Its time was up, so it failed.' }),
    stdout: z.string().meta({ description: 'What it said.' }),
    stderr: z.string().meta({ description: 'What it complained about.' }),
    truncated: z.boolean().meta({ description: 'Something was left out.' }),
    ms: z.number().meta({ description: 'How long it ran.' }),
  })
  .meta({
    id: 'ExecAnswer',
    description: 'How a program ended.',
    examples: [{ exitCode: 0, timedOut: false, stdout: 'README.md\n', stderr: '', truncated: false, ms: 12 }],
  });
type ExecAnswer = z.infer<typeof ExecAnswer>;

/** One program with its output, for scripts. */
@Controller('v1/sandboxes/:sandboxId/exec')
export class ExecController {
  constructor(
    private readonly rights: SandboxRights,
    private readonly access: MachineAccess,
    private readonly sender: CommandSender,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow({ demands: 'member', scope: 'tasks:write' })
  @Route({
    operationId: 'execInSandbox',
    tag: 'sandbox',
    summary: 'Run a program',
    description:
      'Runs one program in the repository and answers when it ended, or when its time was up. Starts nothing.',
    answers: { 200: ExecAnswer },
    problems: [sandboxNotRunning, execKilled, execNotStarted, execOutputTooLarge, workingFolderInvalid],
    direct: { reason: 'It streams through the machine and changes no row.', audit: 'process.executed' },
    limitMs: 610_000,
    bodyLimit: MIB,
  })
  async exec(
    @PathOf(SandboxPath) { sandboxId }: SandboxPath,
    @BodyOf(ExecBody) body: ExecBody,
    @As() asked: Asked,
  ): Promise<ExecAnswer> {
    const { argv, cwd, timeoutSeconds, maxBytes } = body;
    const { organizationId, taskId, generation } = await this.rights.used(asked.caller, sandboxId);
    const open = await this.access.open({ sandboxId, generation });
    const folder = await this.reached(() => insideRepository(this.access, open, cwd));
    // In the audit log before it runs.
    const note = new NoteExec({ organizationId, sandboxId, taskId, argv: shownArguments(argv), cwd });
    await this.sender.send([note], { actor: asked.caller.actor });
    const began = Date.now();
    try {
      const timeoutMs = timeoutSeconds * 1_000;
      const result = await this.reached(() => this.access.execOn(open, { argv, cwd: folder, timeoutMs, maxBytes }));
      return { ...result, timedOut: false };
    } catch (error) {
      if (!(error instanceof ExecTimedOut)) throw error;
      return { exitCode: null, timedOut: true, stdout: '', stderr: '', truncated: true, ms: Date.now() - began };
    }
  }

  /** A machine that does not answer is nobody's mistake. */
  private async reached<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof EffectFailed)
        throw new Refusal('service.unavailable', error.message, {}, { 'Retry-After': '5' });
      throw error;
    }
  }
}
