import { createRequire } from 'node:module';
import { z } from 'zod';

const Package = z.object({ version: z.string() });

export interface Release {
  version: string;
  commit: string | null;
  builtAt: string | null;
  api: 'v1';
}

/** The release from package.json and from what the image's build wrote into the environment; the API tells the same. */
export function releaseOf(environment: NodeJS.ProcessEnv): Release {
  const { version } = Package.parse(createRequire(import.meta.url)('../package.json'));
  const { FOUNDRY_COMMIT: commit, FOUNDRY_BUILT_AT: builtAt } = environment;
  return { version, commit: commit ?? null, builtAt: builtAt ?? null, api: 'v1' };
}
