import { InstanceApps, SetupLinks } from '@foundry/github-data/contracts';
import type { INestApplication } from '@nestjs/common';

/** The way to make the GitHub App, good for an hour; null when there is one. */
export async function setupLink(app: INestApplication): Promise<string | null> {
  const known = await app.get(InstanceApps, { strict: false }).current();
  return known ? null : app.get(SetupLinks, { strict: false }).issue();
}
