import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ProcessView, SandboxView } from '../contracts/index.js';
import { SandboxProcess } from '../domain/sandbox-process.entity.js';

const PAGE = 100;
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

  async list(
    { sandboxId, generation, state }: SandboxView,
    all: boolean,
    cursor: string | null,
  ): Promise<{ processes: ProcessView[]; nextCursor: string | null }> {
    if (!all && !RUNNING.includes(state)) return { processes: [], nextCursor: null };
    const query = this.source.createQueryBuilder(SandboxProcess, 'process').where({ sandboxId });
    if (!all) query.andWhere({ generation }).andWhere(`process.status in ('starting', 'running')`);
    if (cursor !== null) {
      query.andWhere(
        `(process.created_at, process.process_id) <
          (select p.created_at, p.process_id from sandbox.processes p where p.process_id = :cursor)`,
        { cursor },
      );
    }
    const rows = await query
      .orderBy('process.created_at', 'DESC')
      .addOrderBy('process.process_id', 'DESC')
      .limit(PAGE + 1)
      .getMany();
    const processes = rows.slice(0, PAGE).map((row) => row.view());
    return { processes, nextCursor: rows.length > PAGE ? (processes.at(-1)?.processId ?? null) : null };
  }
}
