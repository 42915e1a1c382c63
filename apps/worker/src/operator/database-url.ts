import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNativeError } from 'node:util/types';
import { BootError } from '@foundry/messaging';
import { z } from 'zod';

const DATA_DIR = '.foundry';

const Instance = z.object({
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/ }),
  url: z.url(),
  demonstration: z.url().nullish(),
});

/**
 * The database of the instance to work on: `DATABASE_URL`, or that of the embedded instance, which writes
 * `instance.json` into its data folder (`DATA_DIR`, default `.foundry`) while it runs.
 */
export async function databaseUrlFrom(environment: NodeJS.ProcessEnv): Promise<string> {
  const given = environment['DATABASE_URL']?.trim();
  if (given) return given;
  const file = instanceFile(environment);
  const parsed = Instance.safeParse(await jsonIn(file));
  if (parsed.success) return parsed.data.databaseUrl;
  throw new BootError(`${file} names no database. Start Foundry with npm start, or set DATABASE_URL.`);
}

/** Where the instance answers: `PUBLIC_URL`, or what the embedded instance says of itself, or the usual address. */
export async function publicUrlFrom(environment: NodeJS.ProcessEnv): Promise<string> {
  const told = environment['PUBLIC_URL']?.trim();
  if (told) return told;
  const parsed = Instance.safeParse(await jsonIn(instanceFile(environment)));
  return parsed.success ? parsed.data.url : `http://localhost:${environment['PORT']?.trim() || '3000'}`;
}

/** Address of the demonstration GitHub that the embedded instance runs with; null for a real one. */
export async function demonstrationFrom(environment: NodeJS.ProcessEnv): Promise<string | null> {
  return Instance.safeParse(await jsonIn(instanceFile(environment))).data?.demonstration ?? null;
}

const instanceFile = (environment: NodeJS.ProcessEnv): string =>
  join(environment['DATA_DIR']?.trim() || DATA_DIR, 'instance.json');

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const missing = isNativeError(error) && 'code' in error && error.code === 'ENOENT';
    if (missing || error instanceof SyntaxError) return null;
    throw error;
  }
}
