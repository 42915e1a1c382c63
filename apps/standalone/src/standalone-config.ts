import { z } from 'zod';

/** What only the one-process run reads. */
export const StandaloneConfig = z.object({
  /** Folder with the database, the keys and the address of the running product. */
  DATA_DIR: z.string().min(1).default('.foundry'),
  /** `off`: no demonstration GitHub, also when no App is set up; then the set-up page makes one. */
  GITHUB_STAND_IN: z.literal('off', { error: 'must be off, or absent' }).optional(),
  /** Where the demonstration GitHub answers, if that is free. */
  GITHUB_STAND_IN_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  /** `1`: a test may act as people of the demonstration GitHub do, and switch faults on there. */
  GITHUB_STAND_IN_CONTROL: z.literal('1', { error: 'must be 1, or absent' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
});
export type StandaloneConfig = z.infer<typeof StandaloneConfig>;
