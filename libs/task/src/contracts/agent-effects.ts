import { effect, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { AgentSettings } from './agent-names.js';
import { keyed, task } from './command-fields.js';

const SECOND = 1_000;
const ofStart = {
  ...task,
  sandboxId: Uuid,
  generation: z.int().min(1),
  sessionId: Uuid,
  connectionNo: z.int().min(1),
};

/** Tells a running agent what people chose. It may be in the middle of a turn. */
export class ConfigureAgent extends effect({
  name: 'task.configureAgent',
  ...keyed,
  payload: z.object({ ...ofStart, before: AgentSettings, chosen: AgentSettings }),
  exclusive: ({ sessionId }) => `configure:${sessionId}`,
  timeoutMs: 9 * SECOND,
  deadlineMs: 20 * SECOND,
  maxAttempts: 2,
}) {}

/** Ends the agent of a session that was closed, when its last turn is over. */
export class CloseAgent extends effect({
  name: 'task.closeAgent',
  ...keyed,
  payload: z.object(ofStart),
  exclusive: ({ sessionId }) => `session:${sessionId}`,
  timeoutMs: 10 * SECOND,
  deadlineMs: 60 * SECOND,
  maxAttempts: 2,
}) {}
