import { type AgentSettings, ConfigureAgent, type TaskPerson } from '../contracts/index.js';
import { connectionOf } from './agent-facts.js';
import { readyMachine } from './machine.js';
import { tryAgain } from './messages.js';
import type { Moment } from './moment.js';
import { AgentFixed, ModelUnsupported } from './rejections.js';
import type { Session } from './session.entity.js';
import type { WholeTask } from './whole-task.js';

type Wanted = { [Setting in keyof AgentSettings]?: string | null | undefined } & { agent?: string | undefined };

export const settingsOf = ({ model, mode, reasoning }: AgentSettings): AgentSettings => ({ model, mode, reasoning });

/**
 * Keeps what people chose of an agent. One that runs is told; one that does not run yet is started with it, and one whose
 * start failed is started again. Rejects with `session.agent_fixed`, `session.model_unsupported`.
 */
export function configureSession(
  whole: WholeTask,
  session: Session,
  wanted: Wanted,
  by: TaskPerson,
  moment: Moment,
): void {
  const before = settingsOf(session);
  if (wanted.agent !== undefined && wanted.agent !== session.agent) {
    if (session.used) throw new AgentFixed(session.agent);
    Object.assign(session, { agent: wanted.agent, model: null, mode: null, reasoning: null });
    whole.touch(session);
  }
  const chosen = settingsOf(session);
  for (const setting of ['model', 'mode', 'reasoning'] as const) {
    const value = wanted[setting];
    if (value === undefined) continue;
    if (value !== null) mustBeOffered(session, setting, value);
    chosen[setting] = value;
  }
  if (Object.keys(chosen).every((setting) => isSame(before, chosen, setting))) return;
  Object.assign(session, chosen);
  whole.touch(session);
  if (session.state === 'error') tryAgain(whole, session, moment);
  if (session.state !== 'ready') return;
  const machine = readyMachine(whole.task);
  if (!machine || machine.generation !== session.generation) return;
  const { sessionId, connectionNo } = session;
  const on = { sandboxId: machine.sandboxId, generation: machine.generation, sessionId, connectionNo };
  whole.intents.push({ kind: 'perform', effect: new ConfigureAgent({ ...whole.named, ...on, before, chosen }) });
  const item = { kind: 'config_change' as const, text: '', data: { ...chosen, before, by, code: null } };
  whole.intents.push({ kind: 'item', sessionId, item });
}

/** The agent refused what was chosen, so it is as before; unless something else was chosen since. */
export function rollBack(
  whole: WholeTask,
  session: Session,
  { before, chosen, code, reason }: { before: AgentSettings; chosen: AgentSettings; code: string; reason: string },
): void {
  const now = settingsOf(session);
  if (Object.keys(chosen).some((setting) => !isSame(now, chosen, setting))) return;
  Object.assign(session, before);
  whole.touch(session);
  const item = { kind: 'config_change' as const, text: reason, data: { ...before, before: chosen, by: null, code } };
  whole.intents.push({ kind: 'item', sessionId: session.sessionId, item });
}

const isSame = (a: AgentSettings, b: AgentSettings, setting: string): boolean =>
  Object.entries(a).find(([name]) => name === setting)?.[1] ===
  Object.entries(b).find(([name]) => name === setting)?.[1];

/** As far as the agent that runs said what it offers. */
function mustBeOffered(session: Session, setting: keyof AgentSettings, value: string): void {
  const { agentFacts: facts, sessionId, connectionNo } = session;
  if (session.state !== 'ready' || facts?.connection !== connectionOf(sessionId, connectionNo)) return;
  const offered = { model: facts.models, mode: facts.modes, reasoning: facts.reasoning }[setting];
  if (!offered.some(({ id }) => id === value))
    throw new ModelUnsupported(
      setting,
      value,
      offered.map(({ id }) => id),
    );
}
