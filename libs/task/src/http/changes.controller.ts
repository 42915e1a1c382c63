import { Allow, As, Asked, PathOf, QueryOf, Refusal, Route } from '@foundry/messaging';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { ChangeList, FilePatch } from '../contracts/index.js';
import { Changes } from '../domain/changes.entity.js';
import { ChangeRows } from '../queries/change-rows.js';
import { TaskPath } from './paths.js';
import { fileUnknown } from './problems.js';
import { TaskRights } from './task-rights.js';

const ChangesQuery = z.strictObject({
  scope: z
    .enum(['all', 'uncommitted'])
    .default('all')
    .meta({ description: 'Everything since the base branch, or what has no commit.', examples: ['all'] }),
});
type ChangesQuery = z.infer<typeof ChangesQuery>;

const PatchQuery = z.strictObject({
  path: z
    .string()
    .min(1)
    .max(8_192)
    .meta({ description: 'Path as the list has it.', examples: ['src/index.ts'] }),
});
type PatchQuery = z.infer<typeof PatchQuery>;

const ReadChangeList = z
  .object({
    ...ChangeList.shape,
    version: z.int().min(0).meta({ description: 'Of the list: also its `ETag`. 0: nothing was read yet.' }),
  })
  .meta({ id: 'ReadChangeList', description: 'What a task changed, file by file.' });
type ReadChangeList = z.infer<typeof ReadChangeList>;

/** What a task changed, as it was read from its last saved state. It can be read without a machine. */
@Controller('v1/tasks/:taskId/changes')
export class ChangesController {
  constructor(
    private readonly rights: TaskRights,
    private readonly rows: ChangeRows,
  ) {}

  @Get()
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listChanges',
    tag: 'task',
    summary: 'List what a task changed',
    description:
      'Files that differ from where the branch left its base, files without a commit included, with counts of lines; ' +
      'at most 2,000. Read after each saved state, so it is as old as `readAt` says.',
    answers: { 200: ReadChangeList },
    versioned: true,
  })
  async list(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(ChangesQuery) { scope }: ChangesQuery,
    @As() asked: Asked,
  ): Promise<ReadChangeList> {
    await this.rights.seen(asked.caller, taskId);
    const changes = (await this.rows.changes(taskId)) ?? Changes.none(taskId).view();
    return { changes, files: await this.rows.files(taskId, scope), version: changes.version };
  }

  @Get('patch')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'readPatch',
    tag: 'task',
    summary: 'Read the patch of a changed file',
    description: 'As git writes it, at most 1 MiB; of a binary or larger one there is none.',
    answers: { 200: FilePatch },
    problems: [fileUnknown],
  })
  async patch(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(PatchQuery) { path }: PatchQuery,
    @As() asked: Asked,
  ): Promise<FilePatch> {
    await this.rights.seen(asked.caller, taskId);
    const patch = await this.rows.patch(taskId, path);
    if (patch) return patch;
    throw new Refusal(fileUnknown.code, 'This file is not in the list of changes.', {}, {}, fileUnknown.status);
  }
}
