import { generateKeyPairSync } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isNativeError } from 'node:util/types';

const hasCode = (error: unknown, code: string): boolean =>
  isNativeError(error) && 'code' in error && error.code === code;

/**
 * The signing key of the embedded run: the PEM text in the file at `path`, made with mode 0600 when there is none.
 * Two starts at once get the same key. Hand it on as `AUDIT_SIGNING_KEY`.
 */
export async function ensureSigningKey(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await mkdir(dirname(path), { recursive: true });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const aside = `${path}.${String(process.pid)}.new`;
  await writeFile(aside, pem, { mode: 0o600, flag: 'wx' });
  try {
    // Unlike a rename, a link never replaces a key that another start has made meanwhile.
    await link(aside, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(aside);
  }
  return readFile(path, 'utf8');
}
