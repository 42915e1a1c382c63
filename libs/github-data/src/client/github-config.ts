import { createPrivateKey, type KeyObject } from 'node:crypto';
import { BootError, readConfig, Secret } from '@foundry/messaging';
import { z } from 'zod';
import type { InstanceApp } from '../contracts/index.js';

const FilledText = z.string().trim().min(1).optional();

/** What this module reads from the environment. Set in part, the start is refused: see `githubConfig`. */
export const GithubEnvironment = z.object({
  GITHUB_APP_ID: FilledText,
  GITHUB_APP_PRIVATE_KEY: FilledText,
  GITHUB_WEBHOOK_SECRET: FilledText,
  GITHUB_CLIENT_ID: FilledText,
  GITHUB_CLIENT_SECRET: FilledText,
  GITHUB_WEB_URL: z.url().default('https://github.com'),
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_ALLOWED_ACCOUNTS: z.string().default(''),
});

/** One App does everything, so it is named whole. */
export const APP_KEYS = [
  'GITHUB_APP_ID',
  'GITHUB_APP_PRIVATE_KEY',
  'GITHUB_WEBHOOK_SECRET',
  'GITHUB_CLIENT_ID',
  'GITHUB_CLIENT_SECRET',
] as const;

/** The App that the environment names, or null when it names none: then the one of the set-up page counts. */
export interface GithubConfig {
  app: InstanceApp | null;
  /** Bases of the web site and of the REST API, without a slash at the end. */
  webUrl: string;
  apiUrl: string;
  /** Ids or logins in lower case that may install; empty: everybody. */
  allowedAccounts: ReadonlySet<string>;
}

/** Throws `BootError` that names what is missing when the App is configured in part, or its key cannot be read. */
export function githubConfig(environment: NodeJS.ProcessEnv): GithubConfig {
  const read = readConfig(GithubEnvironment, environment);
  const missing = APP_KEYS.filter((name) => read[name] === undefined);
  const allowed = read.GITHUB_ALLOWED_ACCOUNTS.split(/[\s,]+/).filter(Boolean);
  const common = {
    webUrl: read.GITHUB_WEB_URL.replace(/\/+$/, ''),
    apiUrl: read.GITHUB_API_URL.replace(/\/+$/, ''),
    allowedAccounts: new Set(allowed.map((account) => account.toLowerCase())),
  };
  if (missing.length === APP_KEYS.length) return { app: null, ...common };
  const { GITHUB_APP_ID: appId, GITHUB_APP_PRIVATE_KEY: key, GITHUB_WEBHOOK_SECRET: webhookSecret } = read;
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = read;
  if (!appId || !key || !webhookSecret || !clientId || !clientSecret) {
    throw new BootError(`The GitHub App is configured in part; set ${missing.join(', ')} as well. See .env.example.`);
  }
  // An environment file has no line ends within a value, so `\n` may stand for them.
  const privateKey = key.replaceAll('\\n', '\n');
  if (privateKeyOf(privateKey) === null) {
    throw new BootError('GITHUB_APP_PRIVATE_KEY cannot be read; it is the PEM file that GitHub made for the App.');
  }
  const app: InstanceApp = {
    appId,
    clientId,
    clientSecret: new Secret(clientSecret),
    privateKey: new Secret(privateKey),
    webhookSecret: new Secret(webhookSecret),
    pageUrl: null,
  };
  return { app, ...common };
}

/** The key of a PEM text; null when it is none. */
export function privateKeyOf(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    // Whatever OpenSSL says about it: this text is no key.
    return null;
  }
}
