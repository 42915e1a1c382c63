import { EncryptionKeys } from '@foundry/messaging';
import { z } from 'zod';

/** What the worker reads from the environment, beside the kernel's own keys. */
export const WorkerConfig = z.object({
  /** Where `/livez`, `/readyz`, `/version` and `/metrics` of the worker answer. */
  WORKER_HOST: z.string().default('127.0.0.1'),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  /** Bearer token for `/metrics` from elsewhere than loopback. */
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  /** The same as the API's: tokens are read and written again here. */
  FOUNDRY_ENCRYPTION_KEYS: EncryptionKeys,
});
export type WorkerConfig = z.infer<typeof WorkerConfig>;
