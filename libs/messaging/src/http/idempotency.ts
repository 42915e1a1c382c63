import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { SendContext } from '../sending/command-sender.js';
import { Refusal } from './refusal.js';
import { type ApiRequest, templateOf } from './request.js';

/** Two requests are the same when method, path template, parameters and body are. */
function requestHash(request: ApiRequest): Buffer {
  const { method, params, query, body } = request;
  const same = canonicalize([method, templateOf(request), params, { ...query }, body ?? null]);
  return createHash('sha256')
    .update(same ?? '')
    .digest();
}

/** The `Idempotency-Key` of the request with its hash; undefined without one. Refuses what is no key with 400. */
export function idempotencyOf(request: ApiRequest): SendContext['idempotency'] {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(key)) {
    throw new Refusal('idempotency.key_invalid', 'Idempotency-Key must be 1 to 200 printable ASCII characters.');
  }
  return { key, requestHash: requestHash(request) };
}
