import { Injectable } from '@nestjs/common';
import type { VisibleRepositoryIds } from '@foundry/organization/contracts';
import { DataSource } from 'typeorm';
import type { SandboxView } from '../contracts/index.js';
import { Sandbox } from '../domain/sandbox.entity.js';

/** Present sandboxes of an organization: all that did not end. No provider is asked. */
@Injectable()
export class SandboxRows {
  constructor(private readonly source: DataSource) {}

  /** Newest first, after the one that is named; only of repositories that are seen. */
  async list(
    organizationId: string,
    seen: VisibleRepositoryIds,
    after: string | null,
    take: number,
  ): Promise<SandboxView[]> {
    const query = this.source
      .createQueryBuilder(Sandbox, 'sandbox')
      .where({ organizationId })
      .andWhere(`sandbox.state <> 'destroyed'`);
    if (!seen.all) query.andWhere('sandbox.repository_id = any(:ids::bigint[])', { ids: seen.ids });
    if (after !== null) {
      query.andWhere(
        `(sandbox.created_at, sandbox.sandbox_id) <
          (select s.created_at, s.sandbox_id from sandbox.sandboxes s where s.sandbox_id = :after)`,
        { after },
      );
    }
    const rows = await query
      .orderBy('sandbox.createdAt', 'DESC')
      .addOrderBy('sandbox.sandboxId', 'DESC')
      .limit(take)
      .getMany();
    return rows.map((row) => row.view());
  }
}
