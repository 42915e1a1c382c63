import { Database } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ChangedFile, type ChangesView, type FilePatch, PatchState } from '../contracts/index.js';
import { Changes } from '../domain/changes.entity.js';

const Patch = z.array(z.object({ path: z.string(), state: PatchState, patch: z.string().nullable() }));

/** What tasks changed, as it was read last. Reading it causes nothing, and needs no machine. */
@Injectable()
export class ChangeRows {
  constructor(
    private readonly database: Database,
    private readonly source: DataSource,
  ) {}

  /** The numbers; null: nothing was read yet. */
  async changes(taskId: string): Promise<ChangesView | null> {
    return (await this.source.getRepository(Changes).findOneBy({ taskId }))?.view() ?? null;
  }

  /** The files in the order of git, or only those that differ from the last commit too. */
  async files(taskId: string, scope: 'all' | 'uncommitted'): Promise<ChangedFile[]> {
    const rows = await this.database.sql`
      select path, old_path as "oldPath", status, uncommitted, added, removed, is_binary as "binary",
        old_mode as "oldMode", new_mode as "newMode",
        case when is_binary then 'binary' when patch is null then 'too_large' else 'text' end as patch
      from task.change_files
      where task_id = ${taskId} and (uncommitted or ${scope} = 'all')
      order by position`;
    return ChangedFile.array().parse(rows);
  }

  /** Null: the file is not in the list. */
  async patch(taskId: string, path: string): Promise<FilePatch | null> {
    const [row = null] = Patch.parse(
      await this.database.sql`
        select path, case when is_binary then 'binary' when patch is null then 'too_large' else 'text' end as state,
          case when is_binary then null else patch end as patch
        from task.change_files
        where task_id = ${taskId} and md5(path) = md5(${path}) and path = ${path}`,
    );
    return row;
  }
}
