import { effect, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { keyed, task } from './command-fields.js';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const machine = { sandboxId: Uuid, generation: z.int().min(1) };

/** Starts the agent of a session on the machine and opens or loads its conversation. */
export class StartAgent extends effect({
  name: 'task.startAgent',
  ...keyed,
  payload: z.object({ ...task, ...machine, sessionId: Uuid, connectionNo: z.int().min(1) }),
  exclusive: ({ sessionId }) => `session:${sessionId}`,
  timeoutMs: 115 * SECOND,
  deadlineMs: 120 * SECOND,
  maxAttempts: 2,
}) {}

/** Runs one turn from prompt to stop reason; any worker can take it over. */
export class RunTurn extends effect({
  name: 'task.runTurn',
  ...keyed,
  payload: z.object({ ...task, ...machine, sessionId: Uuid, turnId: Uuid }),
  exclusive: ({ sessionId }) => `session:${sessionId}`,
  retry: 'keyed',
  // The limit of an organization ends it before; this is the greatest that one may choose.
  deadlineMs: 12 * HOUR + 60 * SECOND,
  long: true,
}) {}
