import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { BootError, EncryptionKeys } from '@foundry/messaging';
import { databaseUrlFrom, demonstrationFrom, publicUrlFrom } from '../operator/database-url.js';

/** What is examined. Nothing of it has to be there. */
export interface Surroundings {
  environment: NodeJS.ProcessEnv;
  publicUrl: string;
  /** Null: neither configured, nor does an embedded instance run. */
  databaseUrl: string | null;
  /** A text that `EncryptionKeys` accepts; null: missing or not of that form. */
  keys: string | null;
  /** An embedded instance, which makes its own keys. */
  isEmbedded: boolean;
  /** Address of the demonstration GitHub of an embedded instance. */
  demonstration: string | null;
}

/** Reads the environment, and the data folder of an embedded instance where the environment is silent. */
export async function surroundingsOf(environment: NodeJS.ProcessEnv): Promise<Surroundings> {
  const given = environment['FOUNDRY_ENCRYPTION_KEYS']?.trim();
  const stored = await textIn(join(environment['DATA_DIR']?.trim() || '.foundry', 'encryption.key'));
  return {
    environment,
    publicUrl: (await publicUrlFrom(environment)).replace(/\/+$/, ''),
    databaseUrl: await databaseOf(environment),
    keys: EncryptionKeys.safeParse(given || stored).data ?? null,
    isEmbedded: stored !== null && !environment['DATABASE_URL']?.trim(),
    demonstration: await demonstrationFrom(environment),
  };
}

async function databaseOf(environment: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    return await databaseUrlFrom(environment);
  } catch (error) {
    if (error instanceof BootError) return null;
    throw error;
  }
}

async function textIn(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isNativeError(error) && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
