import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { sha256 } from './sha256.js';

const native = (text: string): string => createHash('sha256').update(text).digest('hex');

it('gives the digests of the standard', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

it('agrees with the platform for every length around a block, and for any text', () => {
  for (let length = 0; length < 200; length += 1) {
    const text = 'ä'.repeat(length) + 'x'.repeat(length % 3);
    expect(sha256(text)).toBe(native(text));
  }
  const large = 'žluťoučký 🐎 '.repeat(50_000);
  expect(sha256(large)).toBe(native(large));
});
