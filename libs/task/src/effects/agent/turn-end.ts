import type { TurnOutcome } from '../../contracts/index.js';
import { PromptAnswer } from '../../transcript/acp.js';
import { AgentRefused, codeOfRefusal } from './agent-failures.js';

/** How a turn ended, as far as its agent tells. */
export interface TurnEnd {
  outcome: TurnOutcome;
  stopReason: string | null;
  code: string | null;
  reason: string | null;
  /** The agent is gone. */
  exited: boolean;
  tokens: Record<string, number> | null;
}

/** Why a turn is being ended before its agent is done. */
export type Ending = 'stop' | 'limit';

const nothing = { stopReason: null, code: null, reason: null, exited: false, tokens: null };

export function endedBy(why: Ending, over: Partial<TurnEnd> = {}): TurnEnd {
  if (why === 'stop') return { ...nothing, outcome: 'stopped', ...over };
  const reason = 'The turn took longer than the organization allows.';
  return { ...nothing, outcome: 'timed_out', code: 'turn.timed_out', reason, ...over };
}

const OUTCOMES: Readonly<Record<string, TurnOutcome>> = {
  end_turn: 'finished',
  max_tokens: 'limit',
  max_turn_requests: 'limit',
  refusal: 'refused',
  cancelled: 'stopped',
};

/** The agent answered the prompt. */
export function answered(result: unknown, ending: Ending | null): TurnEnd {
  const answer = PromptAnswer.safeParse(result).data;
  const stopReason = answer?.stopReason.slice(0, 80) ?? null;
  const { usage } = answer ?? {};
  const counts = {
    input: usage?.inputTokens,
    output: usage?.outputTokens,
    total: usage?.totalTokens,
    cachedRead: usage?.cachedReadTokens,
    cachedWrite: usage?.cachedWriteTokens,
  };
  const known = Object.entries(counts).flatMap(([name, count]): [string, number][] =>
    typeof count === 'number' && Number.isFinite(count) ? [[name, Math.round(count)]] : [],
  );
  const tokens = known.length === 0 ? null : Object.fromEntries(known);
  if (ending) return endedBy(ending, { stopReason, tokens });
  return { ...nothing, outcome: OUTCOMES[stopReason ?? ''] ?? 'finished', stopReason, tokens };
}

/** The agent answered the prompt with an error. */
export function refused(error: { code: number; message: string; data?: unknown }, ending: Ending | null): TurnEnd {
  if (ending) return endedBy(ending);
  const refusal = new AgentRefused(error.code, error.message, error.data);
  return { ...nothing, outcome: 'failed', code: codeOfRefusal(refusal), reason: refusal.words };
}

/** The agent's process ended. `lines`: the last that it wrote and that was no message. */
export function exited(code: number | null, lines: readonly string[], ending: Ending | null): TurnEnd {
  if (ending) return endedBy(ending, { exited: true });
  const how = code === null ? 'The agent ended.' : `The agent ended with code ${String(code)}.`;
  const reason = [how, ...lines].join('\n').slice(0, 1_900);
  return { ...nothing, outcome: 'failed', code: 'agent.exited', reason, exited: true };
}

/** The machine is gone, or sleeps against our will. */
export function interrupted(code: string, reason: string, ending: Ending | null): TurnEnd {
  if (ending === 'stop') return endedBy(ending, { exited: true });
  return { ...nothing, outcome: 'interrupted', code, reason: reason.slice(0, 1_900) };
}
