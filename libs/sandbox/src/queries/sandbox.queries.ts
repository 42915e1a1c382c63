import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { ProcessesOf, type ProcessView, SandboxById, SandboxOfTask, type SandboxView } from '../contracts/index.js';
import { Sandbox } from '../domain/sandbox.entity.js';
import { SandboxProcess } from '../domain/sandbox-process.entity.js';
import { PROCESS_LIMIT } from '../domain/limits.js';

@QueryHandler(SandboxById)
export class SandboxByIdQuery implements IQueryHandler<SandboxById, SandboxView | null> {
  constructor(private readonly source: DataSource) {}

  async execute({ sandboxId }: SandboxById): Promise<SandboxView | null> {
    const found = await this.source.getRepository(Sandbox).findOneBy({ sandboxId });
    return found?.view() ?? null;
  }
}

/** The one that lives, or the last one that did. */
@QueryHandler(SandboxOfTask)
export class SandboxOfTaskQuery implements IQueryHandler<SandboxOfTask, SandboxView | null> {
  constructor(private readonly source: DataSource) {}

  async execute({ organizationId, taskId }: SandboxOfTask): Promise<SandboxView | null> {
    const repository = this.source.getRepository(Sandbox);
    const found = await repository
      .createQueryBuilder('sandbox')
      .where({ organizationId, taskId })
      .orderBy(`sandbox.state = 'destroyed'`)
      .addOrderBy('sandbox.created_at', 'DESC')
      .limit(1)
      .getOne();
    return found?.view() ?? null;
  }
}

@QueryHandler(ProcessesOf)
export class ProcessesOfQuery implements IQueryHandler<ProcessesOf, ProcessView[]> {
  constructor(private readonly source: DataSource) {}

  async execute({ sandboxId }: ProcessesOf): Promise<ProcessView[]> {
    const sandbox = await this.source.getRepository(Sandbox).findOneBy({ sandboxId });
    if (!sandbox?.isRunning()) return [];
    const { generation } = sandbox;
    const rows = await this.source
      .createQueryBuilder(SandboxProcess, 'process')
      .where({ sandboxId, generation })
      .andWhere(`process.status in ('starting', 'running')`)
      .orderBy('process.created_at', 'DESC')
      .limit(PROCESS_LIMIT)
      .getMany();
    return rows.map((row) => row.view());
  }
}

export const QUERIES = [SandboxByIdQuery, SandboxOfTaskQuery, ProcessesOfQuery];
