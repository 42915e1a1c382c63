import { Allow, As, Asked, PathOf, QueryOf, Route } from '@foundry/messaging';
import { text } from '@foundry/messaging/contracts';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { FileContent, FileEntry } from '../files/file-views.js';
import { RepositoryFiles } from '../files/repository-files.js';
import { TaskPath } from './paths.js';
import { filePathInvalid, fileUnknown, notRunning } from './problems.js';
import { TaskRights } from './task-rights.js';

const path = (description: string, example: string) =>
  z
    .string()
    .max(4_096)
    .meta({ description, examples: [example] });

const FolderQuery = z.strictObject({
  dir: path('A folder, relative to the repository; the repository when absent.', 'src').default(''),
});
type FolderQuery = z.infer<typeof FolderQuery>;

const ContentQuery = z.strictObject({
  path: path('The file, relative to the repository.', 'src/index.ts').min(1),
  at: z
    .enum(['base', 'head', 'checkpoint'])
    .default('checkpoint')
    .meta({
      description: 'Where the branch began, its last commit, or as it was last saved with all changes.',
      examples: ['checkpoint'],
    }),
});
type ContentQuery = z.infer<typeof ContentQuery>;

const SearchQuery = z.strictObject({
  q: text(100)
    .min(1)
    .meta({ description: 'Words that the path has, in any order.', examples: ['index ts'] }),
});
type SearchQuery = z.infer<typeof SearchQuery>;

const FileList = z
  .strictObject({ files: z.array(FileEntry).meta({ description: 'Folders first, each by name.' }) })
  .meta({ id: 'FileList', description: 'Entries of a folder.', examples: [{ files: [] }] });
type FileList = z.infer<typeof FileList>;

const FoundFiles = z
  .strictObject({ paths: z.array(z.string()).meta({ description: 'At most 100, the shortest first.' }) })
  .meta({ id: 'FoundFiles', description: 'Paths that were found.', examples: [{ paths: ['src/index.ts'] }] });
type FoundFiles = z.infer<typeof FoundFiles>;

const problems = [notRunning, filePathInvalid, fileUnknown];

/** The files of a task as they were last saved. Reading them starts and wakes nothing. */
@Controller('v1/tasks/:taskId/files')
export class FilesController {
  constructor(
    private readonly rights: TaskRights,
    private readonly files: RepositoryFiles,
  ) {}

  @Get()
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'listFiles',
    tag: 'task',
    summary: 'List a folder of the repository',
    description: 'As it was last saved, with everything that is not committed yet. Needs the machine to run.',
    answers: { 200: FileList },
    problems,
  })
  async list(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(FolderQuery) { dir }: FolderQuery,
    @As() asked: Asked,
  ): Promise<FileList> {
    const { task } = await this.rights.seen(asked.caller, taskId);
    return { files: await this.files.list(task, dir) };
  }

  @Get('content')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'readFile',
    tag: 'task',
    summary: 'Read a file of the repository',
    description: 'Its text, at most 1 MiB; of a binary or larger one only the size. Needs the machine to run.',
    answers: { 200: FileContent },
    problems,
  })
  async content(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(ContentQuery) { path: file, at }: ContentQuery,
    @As() asked: Asked,
  ): Promise<FileContent> {
    const { task } = await this.rights.seen(asked.caller, taskId);
    return this.files.content(task, at, file);
  }

  @Get('search')
  @Allow({ demands: 'viewer', scope: 'tasks:read' })
  @Route({
    operationId: 'searchFiles',
    tag: 'task',
    summary: 'Find files of the repository by their paths',
    description: 'Paths with all of these words, as the repository was last saved. Needs the machine to run.',
    answers: { 200: FoundFiles },
    problems: [notRunning],
  })
  async search(
    @PathOf(TaskPath) { taskId }: TaskPath,
    @QueryOf(SearchQuery) { q }: SearchQuery,
    @As() asked: Asked,
  ): Promise<FoundFiles> {
    const { task } = await this.rights.seen(asked.caller, taskId);
    return { paths: await this.files.search(task, q) };
  }
}
