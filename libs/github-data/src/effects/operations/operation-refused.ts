import { GithubFailure } from '../../client/github-failure.js';
import { lineOf } from '../../client/github-words.js';
import type { OperationError } from '../../contracts/index.js';
import { operationError, type OperationCode } from '../../domain/operations/operation-error.js';

/** GitHub, or what it shows, says no: the operation ends with this. */
export class OperationRefused extends Error {
  readonly error: OperationError;

  constructor(code: OperationCode, more: { words?: string; until?: Date | null } = {}) {
    const error = operationError(code, more);
    super(error.text);
    this.name = 'OperationRefused';
    this.error = error;
  }
}

/** What GitHub wrote, in one line; empty for failures of another kind. */
export const wordsIn = (failure: GithubFailure): string => (failure.words ? lineOf(failure.words) : '');

/** Which words of GitHub's refusal mean which code; the first that fits. */
export type Meanings = readonly (readonly [RegExp, OperationCode])[];

/**
 * A refusal of GitHub as one of ours: by its words, else `otherwise`. Failures of another kind, and everything that is no
 * failure of GitHub, are returned as they are.
 */
export function refusal(error: unknown, meanings: Meanings, otherwise: OperationCode): unknown {
  if (!(error instanceof GithubFailure) || error.kind !== 'refused') return error;
  const words = wordsIn(error);
  const [, code] = meanings.find(([pattern]) => pattern.test(words)) ?? [null, otherwise];
  return new OperationRefused(code, { words });
}
