import { createRequire } from 'node:module';
import { z } from 'zod';

/** The release from package.json. */
export const releaseOf = (): string =>
  z.object({ version: z.string() }).parse(createRequire(import.meta.url)('../package.json')).version;
