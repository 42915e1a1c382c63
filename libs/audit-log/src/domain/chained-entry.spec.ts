import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import { canonicalJson, detailsDigest, entryHash, genesisHash } from '#audit-verify';
import { aDraft } from '../testing/a-chain.js';
import { chain, withMicroseconds } from './chained-entry.js';

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const start = { seq: '0', hash: genesisHash('41') };

it('begins a chain with the hash of its name', () => {
  expect(genesisHash('41')).toBe(sha256('foundry-audit:41'));
  expect(chain(aDraft(1), start).entry).toMatchObject({ seq: '1', previous_hash: sha256('foundry-audit:41') });
});

it('hashes the canonical JSON of every column but its own', () => {
  const { hash, ...rest } = chain(aDraft(1), start).entry;
  expect(hash).toBe(sha256(canonicalize(rest) ?? ''));
  expect(rest).toMatchObject({ occurred_at: '2030-01-01T00:00:01.000000Z', branch: null, repository_id: null, v: 1 });
});

it('digests salt and details', () => {
  const salt = Buffer.alloc(16, 7);
  const link = chain(aDraft(1), start, salt);
  expect(link.entry.details_digest).toBe(sha256(Buffer.concat([salt, Buffer.from(canonicalize(link.data) ?? '')])));
});

it('salts anew, so that equal details have unequal digests', () => {
  expect(chain(aDraft(1), start).entry.details_digest).not.toBe(chain(aDraft(1), start).entry.details_digest);
});

it.each([
  ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000000Z'],
  ['2026-11-21T10:00:00.120Z', '2026-11-21T10:00:00.120000Z'],
  ['2026-11-21T10:00:00.123456789Z', '2026-11-21T10:00:00.123456Z'],
])('writes %s as %s', (given, kept) => {
  expect(withMicroseconds(given)).toBe(kept);
});

it('throws for a kind that nobody declared, and for details that do not fit it', () => {
  expect(() => chain(aDraft(1, { kind: 'member.danced' }), start)).toThrow('member.danced is not declared');
  expect(() => chain(aDraft(1, { kind: 'settings.changed', details: { keys: 'all' } }), start)).toThrow(
    'settings.changed',
  );
  expect(() => chain(aDraft(1, { details: { text: 'x'.repeat(17_000) } }), start)).toThrow('bytes');
});

it('writes ids as Postgres gives them back', () => {
  const draft = aDraft(1);
  expect(chain({ ...draft, entryId: 'ABCDEF00-0000-4000-8000-000000000001' }, start).entry.entry_id).toMatch(
    /^abcdef00/,
  );
});

const values: unknown[] = [
  { b: 1, a: [true, null, 'é\u20ac$\u000f\n"\\/'], '10': 1, '9': 2, ö: 3, צ: 4, '😀': 5, '\ufb33': 6 },
  [1e21, 1e-7, -0, 0.1, 333333333.3333333, 5e-324, 1.7976931348623157e308],
  { nested: { z: {}, y: [] }, '': 'empty' },
];

it.each(values)('writes canonical JSON as the reference does: %j', (value) => {
  expect(canonicalJson(value)).toBe(canonicalize(value));
});

it('has the same hash and digest for the same content in another order', () => {
  expect(entryHash({ a: 1, b: 2, hash: 'x' })).toBe(entryHash({ b: 2, a: 1 }));
  expect(detailsDigest('00', { a: 1, b: 2 })).toBe(detailsDigest('00', { b: 2, a: 1 }));
});
