import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@foundry/messaging';
import { expect, it } from '@jest/globals';
import { keyIdOf } from '#audit-verify';
import { AuditReaderConfig, AuditWorkerConfig } from './config.js';
import { SigningKey } from './domain/signing-keys.js';
import { ensureSigningKey } from './signing-key-file.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const base64 = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const publicBase64 = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

it.each([pem, base64, pem.replaceAll('\n', '\\n')])('takes the signing key as PEM or base64', (AUDIT_SIGNING_KEY) => {
  const config = readConfig(AuditWorkerConfig, { AUDIT_SIGNING_KEY });
  expect(new SigningKey(config.AUDIT_SIGNING_KEY).id).toBe(keyIdOf(publicKey));
});

it.each([publicPem + publicPem, `${publicBase64}, ${publicBase64}`])(
  'takes several public keys',
  (AUDIT_PUBLIC_KEYS) => {
    const config = readConfig(AuditReaderConfig, { AUDIT_PUBLIC_KEYS });
    expect(config.AUDIT_PUBLIC_KEYS?.map(keyIdOf)).toEqual([keyIdOf(publicKey), keyIdOf(publicKey)]);
  },
);

it('refuses to start without a key or with another one, and does not show it', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
  expect(() => readConfig(AuditWorkerConfig, {})).toThrow('AUDIT_SIGNING_KEY is missing');
  expect(() => readConfig(AuditReaderConfig, {})).toThrow('AUDIT_PUBLIC_KEYS is missing');
  for (const AUDIT_SIGNING_KEY of ['nonsense-key', rsa]) {
    expect(() => readConfig(AuditWorkerConfig, { AUDIT_SIGNING_KEY })).toThrow(/^(?!.*nonsense).*must be an Ed25519/s);
  }
});

it('makes the key of the embedded run once, for its owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'audit-key-'));
  try {
    const path = join(folder, 'keys', 'audit.pem');
    const keys = await Promise.all([ensureSigningKey(path)]);
    expect(await ensureSigningKey(path)).toBe(keys[0]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(readConfig(AuditWorkerConfig, { AUDIT_SIGNING_KEY: keys[0] })).toBeDefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});
