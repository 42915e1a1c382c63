import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Version } from './views.js';

const Package = z.object({ version: z.string() });

/** The release from package.json and from what the image's build wrote into the environment. */
export function readRelease(environment: NodeJS.ProcessEnv): Version {
  const { version } = Package.parse(createRequire(import.meta.url)('../../package.json'));
  const { FOUNDRY_COMMIT: commit, FOUNDRY_BUILT_AT: builtAt } = environment;
  return { version, commit: commit ?? null, builtAt: builtAt ?? null, api: 'v1' };
}
