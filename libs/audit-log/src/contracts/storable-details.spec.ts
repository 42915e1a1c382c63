import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { MAX_DETAILS_BYTES, storableDetails } from './storable-details.js';

const bytesOf = (value: unknown): number => Buffer.byteLength(canonicalize(value) ?? '');
const nested = (levels: number): unknown => (levels === 0 ? 'bottom' : { down: nested(levels - 1) });

it('keeps small details as they are', () => {
  const details = { login: 'ana', old: null, new: 'admin', list: [1, true, { a: 'b' }] };
  expect(storableDetails(details)).toEqual(details);
});

it('cuts 1 MB at whole fields and tells the digest of the whole', () => {
  const details = { id: '7', title: 'short', body: 'x'.repeat(1024 * 1024) };
  const stored = storableDetails(details);
  expect(stored).toEqual({
    id: '7',
    title: 'short',
    truncated: true,
    wholeDigest: createHash('sha256')
      .update(canonicalize(details) ?? '')
      .digest('hex'),
  });
});

it('stays within 16 KiB whatever is cut', () => {
  const details = Object.fromEntries(
    Array.from({ length: 3000 }, (_, n) => [`field ${String(n)}`, 'ä'.repeat(n % 40)]),
  );
  const stored = storableDetails(details);
  expect(stored['truncated']).toBe(true);
  expect(bytesOf(stored)).toBeLessThanOrEqual(MAX_DETAILS_BYTES);
  expect(bytesOf(stored)).toBeGreaterThan(MAX_DETAILS_BYTES - 1000);
});

it('cuts what is nested too deep, however deep', () => {
  expect(storableDetails({ a: nested(9) })).toEqual({ a: nested(9) });
  expect(storableDetails({ kept: 1, deep: nested(40) })).toMatchObject({ kept: 1, truncated: true });
  expect(storableDetails({ deep: nested(40) })).not.toHaveProperty('deep');
  expect(storableDetails({ kept: 1, deep: nested(5000) })).toMatchObject({ kept: 1, truncated: true });
});

it('keeps no secret, wherever it stands', () => {
  const secret = 'ghp_16C7e42F292c6912E7710c838347Ae178B4a';
  const stored = storableDetails({
    error: `failed: ${secret}`,
    list: [{ deep: secret }],
    password: 'hunter2',
    [secret]: 1,
  });
  expect(JSON.stringify(stored)).not.toContain(secret);
  expect(stored).toMatchObject({ password: '[secret]', list: [{ deep: '[secret]' }] });
});

it('keeps only what Postgres and JSON can hold', () => {
  const stored = storableDetails({
    nul: 'a\u0000b',
    lone: 'a\uD800b',
    big: 7n,
    not: Number.NaN,
    at: new Date(0),
    gone: undefined,
  });
  expect(stored).toEqual({ nul: 'ab', lone: 'a\uFFFDb', big: '7', not: null, at: '1970-01-01T00:00:00.000Z' });
});
