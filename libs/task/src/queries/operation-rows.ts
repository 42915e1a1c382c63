import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { OperationView } from '../contracts/index.js';
import { Operation } from '../domain/operation.entity.js';

export const OperationPosition = z.object({ createdAt: z.iso.datetime(), operationId: z.uuid() });
export type OperationPosition = z.infer<typeof OperationPosition>;

/** What was done to tasks; reading it needs no machine. */
@Injectable()
export class OperationRows {
  constructor(private readonly source: DataSource) {}

  /** Newest first. */
  async page(taskId: string, after: OperationPosition | null, take: number): Promise<OperationView[]> {
    const rows = this.source
      .createQueryBuilder(Operation, 'operation')
      .where({ taskId })
      .orderBy('operation.created_at', 'DESC')
      .addOrderBy('operation.operation_id', 'DESC')
      .limit(take);
    if (after) rows.andWhere('(operation.created_at, operation.operation_id) < (:createdAt, :operationId)', after);
    return (await rows.getMany()).map((row) => row.view());
  }

  /** Which task an operation is of; null when there is no such operation. */
  async taskOf(operationId: string): Promise<string | null> {
    const row = await this.source
      .getRepository(Operation)
      .findOne({ select: { operationId: true, taskId: true }, where: { operationId } });
    return row?.taskId ?? null;
  }
}
