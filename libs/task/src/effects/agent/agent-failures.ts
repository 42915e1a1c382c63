import { EffectFailed, Rejection } from '@foundry/messaging';
import { beginning } from '../../transcript/sizes.js';

/** The agent answered a request with an error. */
export class AgentRefused extends Error {
  constructor(
    readonly rpcCode: number,
    message: string,
    readonly data: unknown,
  ) {
    super(message);
    this.name = 'AgentRefused';
  }

  /** What it said, with its own details. */
  get words(): string {
    const { data } = this;
    const details = typeof data === 'string' ? data : detailsOf(data);
    const words = details === null || this.message.includes(details) ? this.message : `${this.message}: ${details}`;
    return beginning(words, 1_900);
  }
}

function detailsOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const named = Object.entries(data).find(([name, value]) => /^(details?|message|error)$/.test(name) && value);
  if (typeof named?.[1] === 'string') return named[1];
  const json = JSON.stringify(data);
  return json === '{}' ? null : json;
}

/** The agent's process ended while something was asked of it. */
export class AgentEnded extends Error {
  constructor(readonly exitCode: number | null) {
    super(exitCode === null ? 'The agent ended.' : `The agent ended with code ${String(exitCode)}.`);
    this.name = 'AgentEnded';
  }
}

const REASONS: readonly [RegExp, string][] = [
  [/\b40[13]\b|unauthori[sz]ed|authenticat|invalid.{0,10}key|api.?key|log ?in/i, 'unauthorized'],
  [/quota|credit|billing|payment/i, 'quota'],
  [/\b429\b|rate.?limit|too many requests/i, 'rate_limited'],
  [/\b(529|503|502)\b|overloaded|unavailable|capacity/i, 'overloaded'],
  [/context.{0,20}(length|window|limit)|too long|prompt is too/i, 'context_too_long'],
];
/** Of the protocol: the agent wants somebody to sign in. */
const AUTH_REQUIRED = -32_000;

/** `agent.<reason>` of an error answer. */
export function codeOfRefusal(refused: AgentRefused): string {
  if (refused.rpcCode === AUTH_REQUIRED) return 'agent.unauthorized';
  const known = REASONS.find(([pattern]) => pattern.test(refused.words));
  return `agent.${known?.[1] ?? 'error'}`;
}

const codeOf = (error: unknown): string | null =>
  error instanceof EffectFailed || error instanceof Rejection ? error.code : null;

/** The machine does not answer or is another one now. */
export const isMachineLost = (error: unknown): boolean =>
  ['machine.unreachable', 'sandbox.generation_changed', 'sandbox.not_running'].includes(codeOf(error) ?? '');

/** The machine sleeps or is being started: it may come back. */
export const isMachineAway = (error: unknown): boolean =>
  ['machine.unreachable', 'sandbox.not_running'].includes(codeOf(error) ?? '');

/** The agent does not take what it is told, as it is gone. */
export const isAgentGone = (error: unknown): boolean =>
  ['agent.gone', 'agent.unavailable'].includes(codeOf(error) ?? '');
