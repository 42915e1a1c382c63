import { command, effect, Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';

/**
 * Reads again what a person may do in all repositories of their organizations. One reading for each person at a time; who
 * asks meanwhile gets another one after it.
 */
export class RefreshAccess extends command({
  name: 'github-data.refreshAccess',
  entity: 'userId',
  payload: z.object({ userId: Id64 }),
  audit: { none: 'progress' },
}) {}

/** The reading ended; what was read was recorded for each organization before. `reason`: why it is not complete. */
export class RecordAccessRead extends command({
  name: 'github-data.recordAccessRead',
  entity: 'userId',
  payload: z.object({ userId: Id64, reason: z.string().max(80).nullable() }),
  audit: { none: 'progress' },
}) {}

/** Asks GitHub, with the person's own token, what they may do: one call, and one for each 100 repositories. */
export class ReadAccess extends effect({
  name: 'github-data.readAccess',
  entity: 'userId',
  payload: z.object({ userId: Id64 }),
  timeoutMs: 60_000,
  deadlineMs: 180_000,
  maxAttempts: 2,
  exclusive: ({ userId }) => `access:${userId}`,
}) {}
