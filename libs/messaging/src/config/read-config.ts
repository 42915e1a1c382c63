import type { z } from 'zod';
import { BootError } from '../boot/boot-error.js';

/**
 * Parses the environment once, at boot. An empty value counts as absent.
 * Throws `BootError` that names each bad key and what it must be, and never shows a value: it may be a secret.
 */
export function readConfig<S extends z.ZodObject>(schema: S, environment: NodeJS.ProcessEnv): z.output<S> {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(present);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new BootError(`Configuration: ${faults.join('; ')}. See .env.example for every key.`);
}
