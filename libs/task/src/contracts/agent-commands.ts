import { command, Uuid } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { AgentCommand, AgentSettings } from './agent-names.js';
import { aboutTask, acted, keyed, task } from './command-fields.js';
import { SessionView } from './views.js';

const ofStart = { ...task, sessionId: Uuid, connectionNo: z.int().min(1) };
const choice = z.string().min(1).max(120).nullable().optional();

/**
 * Chooses model, mode or reasoning of a session; null: the usual one of the agent. An agent that runs is told, and what
 * it refuses is as before. Refused: `session.agent_fixed` once another agent was used, `session.model_unsupported`.
 */
export class ConfigureSession extends command({
  name: 'task.configureSession',
  ...keyed,
  payload: z.object({
    ...acted,
    sessionId: Uuid,
    agent: z.string().min(1).max(40).optional(),
    model: choice,
    mode: choice,
    reasoning: choice,
  }),
  result: SessionView,
  audit: {
    kind: 'session.configured',
    entry: ({ sessionId, taskId, model, mode, reasoning }) =>
      aboutTask('session', sessionId, taskId, {
        model: model ?? null,
        mode: mode ?? null,
        reasoning: reasoning ?? null,
      }),
  },
}) {}

/** The agent works as was chosen (`code` null), or refused it and works as before. */
export class RecordConfigured extends command({
  name: 'task.recordConfigured',
  ...keyed,
  payload: z.object({
    ...ofStart,
    before: AgentSettings,
    chosen: AgentSettings,
    code: z.string().max(80).nullable(),
    reason: z.string().max(2_000).nullable(),
  }),
  audit: { none: 'progress' },
}) {}

/** What an agent says about its session beside the conversation. Absent: nothing new. */
export class RecordAgentNews extends command({
  name: 'task.recordAgentNews',
  ...keyed,
  payload: z.object({
    ...ofStart,
    title: z.string().min(1).max(80).optional(),
    commands: z.array(AgentCommand).max(50).optional(),
    model: z.string().max(120).optional(),
    mode: z.string().max(120).optional(),
    reasoning: z.string().max(120).optional(),
  }),
  audit: { none: 'progress' },
}) {}

/** The agent of a session that was closed is gone, or its machine is. */
export class RecordAgentClosed extends command({
  name: 'task.recordAgentClosed',
  ...keyed,
  payload: z.object(ofStart),
  audit: { none: 'progress' },
}) {}
