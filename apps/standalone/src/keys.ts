import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditLogWorkerModule } from '@foundry/audit-log';

/**
 * The keys of an installation that nobody configured: made once, mode 0600, in the data folder. A key that the
 * environment has wins, so that an installation can grow out of the folder.
 */
export async function ensureKeys(dataDir: string, environment: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  return {
    AUDIT_SIGNING_KEY:
      given(environment['AUDIT_SIGNING_KEY']) ??
      (await AuditLogWorkerModule.ensureSigningKey(join(dataDir, 'audit.pem'))),
    FOUNDRY_ENCRYPTION_KEYS:
      given(environment['FOUNDRY_ENCRYPTION_KEYS']) ?? (await ensureEncryptionKey(join(dataDir, 'encryption.key'))),
  };
}

/** A line of .env without a value counts as absent, as everywhere. */
const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

async function ensureEncryptionKey(path: string): Promise<string> {
  try {
    await writeFile(path, `1:${randomBytes(32).toString('base64')}`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFile(path, 'utf8');
}
