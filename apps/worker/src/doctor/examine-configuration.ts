import { createPrivateKey } from 'node:crypto';
import type { Diagnosis } from '@foundry/github-data/contracts';
import { bad, note, ok } from './findings.js';
import type { Surroundings } from './surroundings.js';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Addresses and keys, as far as they can be judged without asking anybody. */
export function examineConfiguration(surroundings: Surroundings): Diagnosis[] {
  return [
    publicUrl(surroundings.publicUrl),
    encryptionKeys(surroundings),
    ...signingKey(surroundings),
    operators(surroundings.environment),
  ];
}

function publicUrl(address: string): Diagnosis {
  const about = 'PUBLIC_URL';
  const remedy = 'Set it to the address that people open: https, or http on localhost.';
  if (!URL.canParse(address)) return bad(about, 'It is no address.', remedy);
  const { protocol, hostname, pathname, search } = new URL(address);
  const isLocal = LOOPBACK.includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal))
    return bad(about, `${address} is not https.`, remedy);
  if (pathname !== '/' || search !== '')
    return bad(about, `${address} has a path.`, 'Foundry needs a host of its own.');
  if (!isLocal) return ok(about, address);
  const says = `${address} is on this machine only: others cannot open it, and github.com cannot send webhooks.`;
  return note(about, says, 'For more than a try-out set it to an https address.');
}

function encryptionKeys({ keys, environment }: Surroundings): Diagnosis {
  const about = 'Encryption keys';
  if (keys !== null) return ok(about, `${String(keys.split(',').length)} in use, the first one writes`);
  const isGiven = Boolean(environment['FOUNDRY_ENCRYPTION_KEYS']?.trim());
  const says = isGiven
    ? 'FOUNDRY_ENCRYPTION_KEYS is not id:base64 of 32 bytes.'
    : 'FOUNDRY_ENCRYPTION_KEYS is missing.';
  return bad(
    about,
    says,
    'Make one with: echo "k1:$(openssl rand -base64 32)", and keep it: without it tokens are lost.',
  );
}

/** The embedded run makes its own. */
function signingKey({ environment, isEmbedded }: Surroundings): Diagnosis[] {
  const text = environment['AUDIT_SIGNING_KEY']?.trim() ?? '';
  const about = 'Audit signing key';
  if (text === '' && isEmbedded) return [];
  const remedy = 'Make one with: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0';
  if (text === '') return [bad(about, 'AUDIT_SIGNING_KEY is missing.', remedy)];
  return [isEd25519(text) ? ok(about, 'readable') : bad(about, 'It is no Ed25519 private key.', remedy)];
}

function isEd25519(text: string): boolean {
  const pem = text.replaceAll('\\n', '\n');
  try {
    const key = pem.includes('-----BEGIN')
      ? createPrivateKey(pem)
      : createPrivateKey({ key: Buffer.from(pem, 'base64'), format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    // Whatever OpenSSL says about it: this text is no key.
    return false;
  }
}

function operators(environment: NodeJS.ProcessEnv): Diagnosis {
  const ids = (environment['FOUNDRY_OPERATORS'] ?? '').split(',').filter((id) => id.trim() !== '');
  if (ids.length > 0) return ok('Operators', `${String(ids.length)} named`);
  const says = 'Nobody sees queues, processes and every dead letter.';
  return note('Operators', says, 'Put your numeric GitHub id into FOUNDRY_OPERATORS.');
}
