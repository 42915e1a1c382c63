import type { Outcome, RejectionKind, Reply } from '../contracts/index.js';
import type { Rejection } from '../rejections/rejection.js';

/** How a command ended, before it is a row of the inbox. */
export interface Verdict {
  outcome: Outcome;
  code: string | null;
  kind: RejectionKind | null;
  message: string | null;
  result: unknown;
}

export const handled = (result: unknown): Verdict => ({
  outcome: 'handled',
  code: null,
  kind: null,
  message: null,
  result,
});

export const rejected = (rejection: Rejection): Verdict => ({
  outcome: 'rejected',
  code: rejection.code,
  kind: rejection.kind,
  message: rejection.message,
  result: Object.keys(rejection.details).length > 0 ? rejection.details : null,
});

export const expired: Verdict = {
  outcome: 'expired',
  code: 'command.expired',
  kind: null,
  message: 'It was not handled before its deadline.',
  result: null,
};

/** `internal`: our bug. `unavailable`: the world stayed wrong. Neither tells the sender more. */
export const dead = (code: 'internal' | 'unavailable' | 'envelope.malformed'): Verdict => ({
  outcome: 'dead',
  code,
  kind: null,
  message: 'It could not be handled; an operator sees it among the dead letters.',
  result: null,
});

export const replyOf = (commandId: string, verdict: Verdict): Reply => ({ commandId, ...verdict });
