import { z } from 'zod';
import type { GithubOptions } from './start.js';

const blank = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(blank, z.string().optional());
const number = z.preprocess(blank, z.coerce.number().int().optional());
const url = z.preprocess(blank, z.url().optional());

const Environment = z.object({
  GITHUB_STAND_IN_FOLDER: z.string().min(1),
  GITHUB_STAND_IN_PORT: number,
  GITHUB_STAND_IN_SEED: text,
  GITHUB_STAND_IN_PRODUCT_URL: url,
  GITHUB_STAND_IN_INSTALLED: text,
  GITHUB_STAND_IN_CONTROL: text,
  GITHUB_STAND_IN_LATENCY_MS: number,
  GITHUB_STAND_IN_SEEDED_AT: number,
});

const Counts = z.tuple([z.coerce.number().int(), z.coerce.number().int(), z.coerce.number().int()]);

function seedOf(value: string | undefined): NonNullable<GithubOptions['seed']> {
  if (value === undefined || value === 'demo') return { kind: 'demo' };
  if (value === 'empty') return { kind: 'empty' };
  const [repositories, pulls, members] = Counts.parse(value.replace(/^scaled:/, '').split(','));
  return { kind: 'scaled', scale: { repositories, pulls, members } };
}

/** Reads the options from the environment; README.md describes each. Throws on what it does not understand. */
export function settings(environment: NodeJS.ProcessEnv): GithubOptions {
  const read = Environment.parse(environment);
  const product = read.GITHUB_STAND_IN_PRODUCT_URL;
  return {
    folder: read.GITHUB_STAND_IN_FOLDER,
    port: read.GITHUB_STAND_IN_PORT ?? 4010,
    seed: seedOf(read.GITHUB_STAND_IN_SEED),
    control: read.GITHUB_STAND_IN_CONTROL === '1',
    latency: read.GITHUB_STAND_IN_LATENCY_MS ?? 0,
    ...(read.GITHUB_STAND_IN_SEEDED_AT === undefined ? {} : { seededAt: read.GITHUB_STAND_IN_SEEDED_AT }),
    app:
      product === undefined
        ? null
        : { ...productAddresses(product), installed: read.GITHUB_STAND_IN_INSTALLED !== '0' },
  };
}

/** Where Foundry expects GitHub to reach it. */
export function productAddresses(product: string) {
  const at = (path: string) => new URL(path, product).href;
  return {
    webhookUrl: at('/v1/webhooks/github'),
    callbackUrl: at('/v1/auth/github/callback'),
    setupUrl: at('/v1/github/setup'),
  };
}
