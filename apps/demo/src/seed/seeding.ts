import { z } from 'zod';
import { install } from '../app/installing.js';
import type { Github } from '../github.js';
import { type AppAddresses, registerApp } from './app.js';
import { seedDemo } from './demo.js';
import { drawScaled, Scale, seedScaled } from './scaled.js';

/** `demo` is the small living organization; `scaled` one of a given size; `empty` has nobody. */
export const Seed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('demo') }),
  z.object({ kind: z.literal('scaled'), scale: Scale }),
  z.object({ kind: z.literal('empty') }),
]);
export type Seed = z.infer<typeof Seed>;

export interface Seeding {
  readonly seed: Seed;
  /** Seconds since the epoch that all seeded times are told from: the same give the same commits. */
  readonly seededAt: number;
  /** Foundry's App, registered and, unless `installed` is false, installed on the seeded organization. */
  readonly app: (AppAddresses & { readonly installed: boolean }) | null;
  readonly folder: string;
}

const Marker = z.object({ at: z.number() });

/** Fills an empty world. */
export async function seedWorld(github: Github, { seed, seededAt, app, folder }: Seeding): Promise<void> {
  const { world } = github;
  world.seeded = JSON.stringify({ at: seededAt });
  const owner =
    seed.kind === 'empty'
      ? null
      : seed.kind === 'demo'
        ? await seedDemo(github, seededAt)
        : seedScaled(github, seed.scale, seededAt);
  if (app && owner) {
    const row = registerApp(github, folder, owner.id, app);
    const [first] = world.memberships;
    const choice = { accountId: owner.id, selection: 'all' as const, repositoryIds: [] };
    if (app.installed && first) install(github, row, choice, first.userId);
  }
  world.touch();
}

/** Tells git how to make the repositories that were seeded without a folder. */
export function drawSeeded({ world, git }: Github): void {
  const marker = world.seeded === null ? null : Marker.parse(JSON.parse(world.seeded));
  if (marker) git.drawnBy((repository) => drawScaled(repository, marker.at));
}
