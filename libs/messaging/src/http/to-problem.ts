import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { statusOfKind, wireCode } from '../rejections/error-code.js';
import { Unavailable } from '../rejections/failures.js';
import { Rejection } from '../rejections/rejection.js';
import { generalCode } from './general-codes.js';
import { ProblemMembers } from './problem.js';
import { Refusal } from './refusal.js';

/** Seconds after which a dependency that is away is worth another try. */
const RETRY_UNAVAILABLE = 2;

const CODE_OF_STATUS = new Map([
  [400, 'request.malformed'],
  [401, 'auth.signed_out'],
  [404, 'route.not_found'],
  [405, 'route.method_not_allowed'],
  [408, 'request.timeout'],
  [413, 'request.too_large'],
  [414, 'request.uri_too_long'],
  [415, 'request.media_type'],
  [429, 'rate.limited'],
  [503, 'service.unavailable'],
]);

/** What body-parser and express put on their errors. */
const HttpError = z.object({ status: z.int(), type: z.string().optional() });

const BY_TYPE = new Map([
  ['entity.parse.failed', 'The body is not JSON.'],
  ['entity.too.large', 'The body is larger than this route accepts.'],
  ['encoding.unsupported', 'Compressed bodies are not accepted; send it as it is.'],
  ['charset.unsupported', 'The body must be JSON in UTF-8.'],
  ['request.aborted', 'The body did not arrive whole.'],
  ['request.size.invalid', 'The body is not as long as Content-Length says.'],
]);

/** The members that a rejection's details may add to its problem; what is not one of them is left out. */
export function membersOf(details: unknown): ProblemMembers {
  const parsed = ProblemMembers.safeParse(details);
  return parsed.success ? parsed.data : {};
}

function ofStatus(status: number, type: string | undefined): Refusal {
  const code = CODE_OF_STATUS.get(status) ?? (status < 500 ? 'request.malformed' : 'service.failed');
  const title = generalCode(code)?.title ?? 'The request cannot be answered';
  return new Refusal(code, BY_TYPE.get(type ?? '') ?? `${title}.`);
}

/** An id such as `%zz`: the router throws a `URIError`, which Nest turns into its own 400 with the same message. */
const cannotBeDecoded = (error: unknown): boolean =>
  error instanceof URIError || (error instanceof HttpException && error.message.startsWith('Failed to decode param'));

/** Why a request failed, as a refusal; null when it is a fault of ours, which nobody outside is told about. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof Rejection) {
    const code = wireCode(error.code);
    const status = generalCode(code)?.status ?? statusOfKind(error.kind);
    return new Refusal(code, error.message, membersOf(error.details), {}, status);
  }
  if (error instanceof Unavailable) {
    return new Refusal(
      'service.unavailable',
      'A part that this needs does not answer now; try again shortly.',
      { retryAfterMs: RETRY_UNAVAILABLE * 1000 },
      { 'Retry-After': String(RETRY_UNAVAILABLE) },
    );
  }
  if (cannotBeDecoded(error)) return new Refusal('resource.not_found', 'The address cannot be decoded.');
  if (error instanceof HttpException && error.getStatus() < 500) return ofStatus(error.getStatus(), undefined);
  const http = HttpError.safeParse(error);
  return http.success && http.data.status >= 400 && http.data.status < 500
    ? ofStatus(http.data.status, http.data.type)
    : null;
}
