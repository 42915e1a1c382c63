import { EffectFailed, Rejection } from '@foundry/messaging';

/** E2B refuses for a reason that waiting does not mend: key, quota, template. */
export class E2bRefused extends Rejection {
  constructor(message: string) {
    super('e2b.refused', 'conflict', `E2B: ${message}`);
  }
}

/** The SDK names its errors; classes of a package that is loaded late are compared by name. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

const statusOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : null;

/** It definitely does not exist. */
export const isGone = (error: unknown): boolean =>
  ['SandboxNotFoundError', 'NotFoundError'].includes(nameOf(error)) || statusOf(error) === 404;

/** The life that was asked for is more than the account may have. */
export const isLifeRefused = (error: unknown): boolean => [400, 403].includes(statusOf(error) ?? 0);

/** What an error of the SDK means for the step: another try, or a reason for people. */
export function failureOf(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const name = nameOf(error);
  if (name === 'AuthenticationError' || name === 'TemplateError') return new E2bRefused(message);
  if (name === 'RateLimitError')
    return new EffectFailed('e2b.rate_limited', message, retryAfterOf(error), { cause: error });
  const status = statusOf(error);
  if (status !== null && status >= 400 && status < 500 && status !== 409 && status !== 429)
    return new E2bRefused(message);
  return new EffectFailed('e2b.unavailable', `E2B: ${message}`, null, { cause: error });
}

function retryAfterOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('retryAfter' in error)) return null;
  return typeof error.retryAfter === 'number' ? error.retryAfter * 1_000 : null;
}
