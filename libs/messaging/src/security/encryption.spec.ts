import { describe, expect, it } from '@jest/globals';
import { Encryption, NotReadable, type Place } from './encryption.js';
import { EncryptionKeys } from './encryption-keys.js';
import { KeyRing } from './key-ring.js';
import { Secret } from './secret.js';

const key = (id: string, fill: number) => `${id}:${Buffer.alloc(32, fill).toString('base64')}`;
const encryption = (...keys: string[]) => new Encryption(new KeyRing(keys.join(', ')));
const place: Place = { table: 'user.github_accounts', column: 'access_token', row: '42' };
const secret = new Secret('ghu_planted – ünïcode');

describe('encryption', () => {
  const one = encryption(key('k1', 1));

  it('gives back what was sealed, and never the same bytes twice', () => {
    const [first, second] = [one.seal(secret, place), one.seal(secret, place)];
    expect(one.open(first, place).reveal()).toBe(secret.reveal());
    expect(first.bytes.equals(second.bytes)).toBe(false);
    expect(first.bytes.toString('latin1')).not.toContain('planted');
  });

  it.each([
    ['row', { row: '43' }],
    ['column', { column: 'refresh_token' }],
    ['table', { table: 'user.other' }],
  ])('cannot be read in another %s', (_where, elsewhere) => {
    const sealed = one.seal(secret, place);
    expect(() => one.open(sealed, { ...place, ...elsewhere })).toThrow(NotReadable);
  });

  it('notices any changed byte, and what is too short', () => {
    const { keyId, bytes } = one.seal(secret, place);
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(() => one.open({ keyId, bytes: changed }, place)).toThrow(NotReadable);
    }
    expect(() => one.open({ keyId, bytes: bytes.subarray(0, 20) }, place)).toThrow(NotReadable);
  });

  it('writes with the first key and reads with all', () => {
    const old = one.seal(secret, place);
    const both = encryption(key('k2', 2), key('k1', 1));
    expect(both.open(old, place).reveal()).toBe(secret.reveal());
    expect(both.seal(secret, place).keyId).toBe('k2');
    expect(() => encryption(key('k2', 2)).open(old, place)).toThrow(/key_unknown/);
  });

  it('says where a value cannot be read, and nothing of it', () => {
    const sealed = one.seal(secret, place);
    expect(() => one.open(sealed, { ...place, row: '43' })).toThrow(
      'The value of user.github_accounts.access_token in row 43 cannot be read (altered).',
    );
  });
});

describe('the keys of an installation', () => {
  it('are refused when missing, short, or named twice', () => {
    expect(EncryptionKeys.safeParse(undefined).error?.message).toContain('openssl rand -base64 32');
    expect(EncryptionKeys.safeParse('k1:short').success).toBe(false);
    expect(EncryptionKeys.safeParse(`${key('k1', 1)},${key('k1', 2)}`).error?.message).toContain('twice');
    expect(EncryptionKeys.safeParse(`${key('k1', 1)}, ${key('k2', 2)}\n`).success).toBe(true);
  });

  it('give each purpose keys of its own', () => {
    const ring = new KeyRing(`${key('k1', 1)},${key('k2', 2)}`);
    const all = [...ring.derived('csrf'), ...ring.derived('cursors')].map((bytes) => bytes.toString('hex'));
    expect(new Set(all).size).toBe(4);
  });
});
