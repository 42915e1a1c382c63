const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example });

/** Headers of answers, by their names in the document's components. */
export const HEADERS = {
  'X-Request-Id': text('Ours, or yours if it was 8 to 64 of A-Z a-z 0-9 _ -.', '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11'),
  Location: text('Address of the new thing, or of the command.', '/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11'),
  'Retry-After': text('Seconds after which to ask again.', '1'),
  ETag: text('The version of what was answered; send it as `If-Match` or `If-None-Match`.', '"7"'),
  Link: text('Address of the next page.', '</v1/dead-letters?cursor=eyJh.bcd>; rel="next"'),
  'Preference-Applied': text('What of `Prefer` was followed.', 'respond-async'),
  'Idempotent-Replayed': text('`true` when the key was used before, so this is the first answer again.', 'true'),
  RateLimit: text('What is left of this minute (IETF draft).', '"default";r=598;t=41'),
  'RateLimit-Policy': text('What a minute allows (IETF draft).', '"default";q=600;w=60'),
} as const;
export type HeaderName = keyof typeof HEADERS;

const header = (name: string, description: string, example: string, more: Record<string, unknown> = {}) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', maxLength: 200 },
  example,
  ...more,
});

/** Headers of requests, by their names in the document's components. */
export const REQUEST_HEADERS = {
  IdempotencyKey: header(
    'Idempotency-Key',
    'Makes the request repeatable for at least 24 h: the same request under the same key is one command and one answer. 1 to 200 printable ASCII characters, scoped to the caller.',
    '8c2b6a8e-7f5d-4f6e-9b1a-2f4c1f0e9d11',
  ),
  Prefer: header(
    'Prefer',
    '`wait=n` waits for the outcome at most n seconds (1 to 10; 10 when absent), `respond-async` does not wait.',
    'wait=3',
  ),
  IfMatch: header('If-Match', 'The `ETag` that you read; with another version nothing is changed.', '"7"'),
  IfMatchRequired: header('If-Match', 'The `ETag` that you read; with another version nothing is changed.', '"7"', {
    required: true,
  }),
  IfNoneMatch: header('If-None-Match', 'The `ETag` that you have; 304 when it still holds.', '"7"'),
} as const;
export type RequestHeaderName = keyof typeof REQUEST_HEADERS;
