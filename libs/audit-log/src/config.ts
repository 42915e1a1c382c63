import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { isNativeError } from 'node:util/types';
import { z } from 'zod';

/** An environment file has no line ends within a value, so `\n` may stand for them. */
const unfolded = (text: string): string => text.trim().replaceAll('\\n', '\n');

const ed25519 = (key: KeyObject): KeyObject => {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not an Ed25519 key');
  return key;
};

/** A schema whose faults say what the key must be, and never what it was. */
const keyed = <T>(read: (text: string) => T, form: string) =>
  z.string({ error: `is missing; it is ${form}` }).transform((text, context): T => {
    try {
      return read(unfolded(text));
    } catch (error) {
      // node:crypto throws its own errors for what it cannot read, and we a TypeError for another kind of key.
      if (!isNativeError(error)) throw error;
      context.addIssue({ code: 'custom', message: `must be ${form}` });
      return z.NEVER;
    }
  });

const privateKey = (text: string): KeyObject =>
  ed25519(
    text.includes('-----BEGIN')
      ? createPrivateKey(text)
      : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }),
  );

const publicKey = (text: string): KeyObject =>
  ed25519(
    text.includes('-----BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' }),
  );

const publicKeys = (text: string): KeyObject[] => {
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g);
  return (blocks ?? text.split(/[\s,]+/).filter(Boolean)).map(publicKey);
};

const PRIVATE_FORM =
  'an Ed25519 private key, PEM or base64 of PKCS8; make one with: openssl genpkey -algorithm ed25519';
const PUBLIC_FORM = 'Ed25519 public keys, PEM blocks, or base64 of SPKI with commas between';

const SigningKeyText = keyed(privateKey, PRIVATE_FORM);
const PublicKeysText = keyed(publicKeys, PUBLIC_FORM);

/** What the worker reads from the environment for this module. */
export const AuditWorkerConfig = z.object({
  /** Signs heads and checkpoints. */
  AUDIT_SIGNING_KEY: SigningKeyText,
  /** Public keys of signing keys that are not in use any more; entries that they signed verify with them. */
  AUDIT_PUBLIC_KEYS: PublicKeysText.optional(),
  /** `1`: every chained entry is also a log line, for collectors. */
  AUDIT_STDOUT: z.enum(['0', '1'], { error: 'must be 0 or 1' }).default('0'),
});
export type AuditWorkerConfig = z.infer<typeof AuditWorkerConfig>;

/**
 * What the API and the verifier read: they need public keys only. With `AUDIT_SIGNING_KEY` its public key is known too;
 * an API without it names the present key in `AUDIT_PUBLIC_KEYS`.
 */
export const AuditReaderConfig = z
  .object({ AUDIT_SIGNING_KEY: SigningKeyText.optional(), AUDIT_PUBLIC_KEYS: PublicKeysText.optional() })
  .refine(({ AUDIT_SIGNING_KEY: own, AUDIT_PUBLIC_KEYS: known }) => own ?? known, {
    path: ['AUDIT_PUBLIC_KEYS'],
    error: `is missing, and so is AUDIT_SIGNING_KEY; it is ${PUBLIC_FORM}`,
  });
export type AuditReaderConfig = z.infer<typeof AuditReaderConfig>;
