import { z } from 'zod';
import { Operation } from '../contracts/index.js';
import type { Reader } from './reader.js';

const Row = z.object({
  organizationId: z.string(),
  operationId: z.string(),
  repositoryId: z.string(),
  taskId: z.string(),
  userId: z.string(),
  operation: Operation,
  state: z.enum(['running', 'succeeded', 'failed']),
});
export type OperationRow = z.infer<typeof Row>;

/** What was asked for under this id, in whichever organization, or null. */
export async function findOperation(reader: Reader, operationId: string): Promise<OperationRow | null> {
  const rows = await reader.sql`
    select organization_id as "organizationId", operation_id as "operationId", repository_id as "repositoryId",
      task_id as "taskId", requested_by as "userId", input as operation, state
    from github_data.operations where operation_id = ${operationId}`;
  return Row.array().parse(rows)[0] ?? null;
}
