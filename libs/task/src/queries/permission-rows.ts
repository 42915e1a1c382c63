import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { PermissionState, PermissionView } from '../contracts/index.js';
import { Permission } from '../domain/permission.entity.js';

export const PermissionPosition = z.object({ createdAt: z.iso.datetime(), permissionId: z.uuid() });
export type PermissionPosition = z.infer<typeof PermissionPosition>;

/** What agents asked in a task. */
@Injectable()
export class PermissionRows {
  constructor(private readonly source: DataSource) {}

  /** Of one state or of all, newest first. */
  async page(
    taskId: string,
    state: PermissionState | null,
    after: PermissionPosition | null,
    take: number,
  ): Promise<PermissionView[]> {
    const rows = this.source
      .createQueryBuilder(Permission, 'permission')
      .where({ taskId, ...(state === null ? {} : { state }) })
      .orderBy('permission.created_at', 'DESC')
      .addOrderBy('permission.permission_id', 'DESC')
      .limit(take);
    if (after) rows.andWhere('(permission.created_at, permission.permission_id) < (:createdAt, :permissionId)', after);
    return (await rows.getMany()).map((row) => row.view());
  }
}
