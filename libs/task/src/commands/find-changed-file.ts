import type { Tx } from '@foundry/messaging';
import { z } from 'zod';
import { mustBeFilePath } from '../domain/file-path.js';
import { FileNotChanged } from '../domain/git-rejections.js';
import type { FoundFile } from '../domain/operation-input.js';
import type { WholeTask } from '../domain/whole-task.js';

const Rows = z.array(z.object({ oldPath: z.string().nullable(), uncommitted: z.boolean() }));

/** The file in the list of changes. Rejects with `file.path_invalid`, and with `file.not_changed` when it is not there. */
export async function findChangedFile(
  tx: Tx,
  { task, changes }: WholeTask,
  { path, to }: { path: string; to: 'base' | 'head' },
): Promise<FoundFile> {
  mustBeFilePath(path);
  const [file] = Rows.parse(
    await tx.sql`select old_path as "oldPath", uncommitted from task.change_files
      where task_id = ${task.taskId} and md5(path) = md5(${path}) and path = ${path}`,
  );
  const commitSha = to === 'base' ? (changes?.mergeBaseSha ?? null) : null;
  const isAsWanted = to === 'base' ? commitSha === null : file?.uncommitted === false;
  if (!file || isAsWanted) throw new FileNotChanged();
  return { oldPath: file.oldPath, commitSha };
}
