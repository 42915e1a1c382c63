import { createPrivateKey, type KeyObject } from 'node:crypto';
import { BootError, readConfig } from '@foundry/messaging';
import { z } from 'zod';

const FilledText = z.string().trim().min(1).optional();

/** What this module reads from the environment. Set in part, the start is refused: see `githubConfig`. */
export const GithubEnvironment = z.object({
  GITHUB_APP_ID: FilledText,
  GITHUB_APP_PRIVATE_KEY: FilledText,
  GITHUB_WEBHOOK_SECRET: FilledText,
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_ALLOWED_ACCOUNTS: z.string().default(''),
});

const NEEDED = ['GITHUB_APP_ID', 'GITHUB_APP_PRIVATE_KEY', 'GITHUB_WEBHOOK_SECRET'] as const;

export interface GithubApp {
  appId: string;
  privateKey: KeyObject;
  webhookSecret: string;
}

/** The App of this instance, or null when none is configured: then nothing is asked of GitHub. */
export interface GithubConfig {
  app: GithubApp | null;
  apiUrl: string;
  /** Ids or logins in lower case that may install; empty: everybody. */
  allowedAccounts: ReadonlySet<string>;
}

/** Throws `BootError` that names what is missing when the App is configured in part, or its key cannot be read. */
export function githubConfig(environment: NodeJS.ProcessEnv): GithubConfig {
  const read = readConfig(GithubEnvironment, environment);
  const missing = NEEDED.filter((name) => read[name] === undefined);
  const allowed = read.GITHUB_ALLOWED_ACCOUNTS.split(/[\s,]+/).filter(Boolean);
  const common = {
    apiUrl: read.GITHUB_API_URL.replace(/\/+$/, ''),
    allowedAccounts: new Set(allowed.map((account) => account.toLowerCase())),
  };
  const { GITHUB_APP_ID: appId, GITHUB_APP_PRIVATE_KEY: key, GITHUB_WEBHOOK_SECRET: webhookSecret } = read;
  if (appId === undefined && key === undefined && webhookSecret === undefined) return { app: null, ...common };
  if (appId === undefined || key === undefined || webhookSecret === undefined) {
    throw new BootError(`The GitHub App is configured in part; set ${missing.join(', ')} as well. See .env.example.`);
  }
  return { app: { appId, privateKey: keyOf(key), webhookSecret }, ...common };
}

/** An environment file has no line ends within a value, so `\n` may stand for them. */
function keyOf(text: string): KeyObject {
  try {
    return createPrivateKey(text.replaceAll('\\n', '\n'));
  } catch {
    throw new BootError('GITHUB_APP_PRIVATE_KEY cannot be read; it is the PEM file that GitHub made for the App.');
  }
}
