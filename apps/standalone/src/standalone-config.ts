import { z } from 'zod';

/** What only the one-process run reads. */
export const StandaloneConfig = z.object({
  /** Folder with the database, the keys and the address of the running product. */
  DATA_DIR: z.string().min(1).default('.foundry'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});
export type StandaloneConfig = z.infer<typeof StandaloneConfig>;
