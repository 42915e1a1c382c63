import type { ErrorCode } from '../rejections/error-code.js';

type Row = [code: string, status: number, title: string, meaning: string, remedy: string];

const ROWS: Row[] = [
  [
    'request.malformed',
    400,
    'The request cannot be read',
    'The body is not JSON, or the request is not HTTP as it should be. Nothing was done.',
    'Send a JSON document in UTF-8.',
  ],
  [
    'request.invalid',
    422,
    'The request is not valid',
    'It was read, but a field is missing, unknown or out of its limits. Nothing was done; `errors` names each field.',
    'Correct the fields that `errors` names.',
  ],
  [
    'request.too_large',
    413,
    'The body is too large',
    'The body is above the limit of this route, 256 KiB unless the route says otherwise. Nothing was done.',
    'Send less, or in several requests.',
  ],
  [
    'request.uri_too_long',
    414,
    'The address is too long',
    'The address with its query is longer than 8 KiB.',
    'Ask for fewer filters at once.',
  ],
  [
    'request.media_type',
    415,
    'The content type is not accepted',
    'The route takes `application/json` in UTF-8, not compressed.',
    'Set `Content-Type: application/json` and send the body as it is.',
  ],
  [
    'request.timeout',
    408,
    'The request took too long to arrive',
    'The whole request did not arrive within 15 s. Nothing was done.',
    'Send it again.',
  ],
  [
    'cursor.invalid',
    422,
    'The cursor is not valid here',
    'A cursor works only for the route, the filters and the caller that it was given to.',
    'Start again without a cursor.',
  ],
  [
    'auth.signed_out',
    401,
    'You are not signed in',
    'The request carries no credentials, or its session has ended.',
    'Sign in, or send an API token as `Authorization: Bearer fdy_…`.',
  ],
  [
    'token.invalid',
    401,
    'The API token is not valid',
    'The token is mistyped, unknown or revoked.',
    'Make a new API token.',
  ],
  [
    'token.expired',
    401,
    'The API token has expired',
    'The token was valid until its last day.',
    'Make a new API token.',
  ],
  [
    'token.scope_missing',
    403,
    'The API token lacks a scope',
    'The token was made without the scope that this route needs, or the route is closed to tokens.',
    'Make a token with the scope that the detail names, or use the web app.',
  ],
  [
    'csrf.refused',
    403,
    'The request did not come from the web app',
    'A browser session needs the CSRF token, our own origin and a JSON body.',
    'Reload the page and try again.',
  ],
  [
    'role.too_low',
    403,
    'Your role does not allow this',
    'You are a member, but the act needs a higher role.',
    'Ask an admin of the organization.',
  ],
  [
    'resource.not_found',
    404,
    'There is no such thing, or you may not see it',
    'Unknown ids and those of others are answered alike.',
    'Check the id, and that you belong to the organization.',
  ],
  [
    'route.not_found',
    404,
    'There is no such address',
    'No route has this path.',
    'Look at the list of routes under /docs.',
  ],
  [
    'route.method_not_allowed',
    405,
    'The address does not take this method',
    'The path exists with other methods, which `Allow` lists.',
    'Use one of the methods in `Allow`.',
  ],
  [
    'version.conflict',
    412,
    'It changed since you read it',
    '`If-Match` names another version than the present one, which `current` shows. Nothing was done.',
    'Read it again and repeat your change.',
  ],
  [
    'version.required',
    428,
    'The version you read is needed',
    'This route overwrites a whole, so it needs `If-Match`.',
    'Send the `ETag` that you read as `If-Match`.',
  ],
  [
    'idempotency.key_reused',
    422,
    'The idempotency key was used for another request',
    'One key stands for one request. Nothing was done.',
    'Use a new key for a new request.',
  ],
  [
    'idempotency.key_invalid',
    400,
    'The idempotency key cannot be used',
    'It must be 1 to 200 printable ASCII characters.',
    'Send a UUID.',
  ],
  [
    'command.pending',
    202,
    'Accepted, not settled yet',
    'The command is stored and will be handled. This is no failure.',
    'Follow `Location`; there is no need to repeat.',
  ],
  [
    'command.expired',
    409,
    'The command expired',
    'It was not handled before its deadline and did nothing.',
    'Send it again if it is still wanted.',
  ],
  [
    'command.cancelled',
    409,
    'The command was cancelled',
    'Somebody cancelled it before it was handled; it did nothing.',
    'Send it again if it is still wanted.',
  ],
  [
    'rate.limited',
    429,
    'Too many requests',
    'The limit of this minute is used up.',
    'Wait for the time in `Retry-After`.',
  ],
  [
    'service.unavailable',
    503,
    'A part we depend on is away',
    'A dependency does not answer now. What was accepted before is safe.',
    'Repeat with the same idempotency key after `Retry-After`.',
  ],
  [
    'service.draining',
    503,
    'This instance is shutting down',
    'It takes no new requests.',
    'Repeat; another instance will answer.',
  ],
  [
    'service.failed',
    500,
    'Something failed on our side',
    'This is our fault and has been logged under the request id.',
    'Tell the operator the request id.',
  ],
];

/** Codes that any route may give; those of a module stand beside its rejections. */
export const GENERAL_CODES: readonly ErrorCode[] = ROWS.map(([code, status, title, meaning, remedy]) => ({
  code,
  status,
  title,
  meaning,
  remedy,
}));

const BY_CODE = new Map(GENERAL_CODES.map((entry) => [entry.code, entry]));

/** Looks up a general code; undefined for a module's own. */
export const generalCode = (code: string): ErrorCode | undefined => BY_CODE.get(code);
