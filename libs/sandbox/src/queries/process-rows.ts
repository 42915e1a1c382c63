import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProcessView, SandboxView } from '../contracts/index.js';
import { SandboxProcess } from '../domain/sandbox-process.entity.js';

const RUNNING = ['ready', 'degraded'];

/** Processes by stored rows; no machine is asked. */
@Injectable()
export class ProcessRows {
  constructor(private readonly source: DataSource) {}

  /** Null: another sandbox's, or unknown. */
  async find(sandboxId: string, processId: string): Promise<ProcessView | null> {
    const found = await this.source.getRepository(SandboxProcess).findOneBy({ sandboxId, processId });
    return found?.view() ?? null;
  }

  /** Newest first, after the one that is named. Of a machine that is away there are none but ended ones. */
  async list(
    { sandboxId, generation, state }: SandboxView,
    all: boolean,
    after: string | null,
    take: number,
  ): Promise<ProcessView[]> {
    if (!all && !RUNNING.includes(state)) return [];
    const query = this.source.createQueryBuilder(SandboxProcess, 'process').where({ sandboxId });
    if (!all) query.andWhere({ generation }).andWhere(`process.status in ('starting', 'running')`);
    if (after !== null) {
      query.andWhere(
        `(process.created_at, process.process_id) <
          (select p.created_at, p.process_id from sandbox.processes p where p.process_id = :after)`,
        { after },
      );
    }
    const rows = await query
      .orderBy('process.created_at', 'DESC')
      .addOrderBy('process.process_id', 'DESC')
      .limit(take)
      .getMany();
    return rows.map((row) => row.view());
  }
}
