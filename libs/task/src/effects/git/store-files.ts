import type { SqlRunner } from '@foundry/messaging';
import type { FileChange } from './read-files.js';

/** Rows go to the database in parts of about so many bytes. */
const PART_BYTES = 2 * 1024 * 1024;

/** The list of a task, whole, in place of the former one. */
export async function storeFiles(sql: SqlRunner, taskId: string, files: readonly FileChange[]): Promise<void> {
  await sql`delete from task.change_files where task_id = ${taskId}`;
  let part: object[] = [];
  let bytes = 0;
  const flush = async () => {
    if (part.length > 0) await insert(sql, taskId, part);
    part = [];
    bytes = 0;
  };
  for (const [position, { patch, ...file }] of files.entries()) {
    bytes += Buffer.byteLength(patch ?? '') + file.path.length;
    part.push({ ...file, position, patch });
    if (bytes > PART_BYTES) await flush();
  }
  await flush();
}

async function insert(sql: SqlRunner, taskId: string, rows: readonly object[]): Promise<void> {
  await sql`insert into task.change_files (task_id, position, path, old_path, status, uncommitted, added, removed,
      is_binary, old_blob, new_blob, old_mode, new_mode, patch)
    select ${taskId}::uuid, position, path, "oldPath", status, uncommitted, added, removed, "binary", "oldBlob", "newBlob",
      "oldMode", "newMode", patch
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as file (position integer, path text, "oldPath" text,
      status text, uncommitted boolean, added integer, removed integer, "binary" boolean, "oldBlob" text, "newBlob" text,
      "oldMode" text, "newMode" text, patch text)`;
}
