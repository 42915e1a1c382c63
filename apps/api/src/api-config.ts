import { EncryptionKeys } from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import { z } from 'zod';
import { TrustedProxies } from './server/trusted-proxies.js';

const isLoopback = (host: string) => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** `42,77`: an empty list when absent. */
const UserIds = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  )
  .pipe(z.array(Id64));

const UrlText = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** What the API reads from the environment, beside the kernel's own keys. */
export const ApiConfig = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where people reach the product; https, or http on a loopback host. Absent: `http://localhost:<PORT>`. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine(
      (value) => !value.startsWith('http:') || isLoopback(new URL(value).hostname),
      'must be https, except on a loopback host',
    )
    .optional(),
  /** Whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES: TrustedProxies,
  /** GitHub ids of the people who run this installation. */
  FOUNDRY_OPERATORS: UserIds,
  /** Bearer token for `/metrics` from elsewhere than loopback. */
  METRICS_TOKEN: z.string().min(16, 'must be at least 16 characters').optional(),
  /** `id:base64, …`, 32 bytes each; the first writes, all read. */
  FOUNDRY_ENCRYPTION_KEYS: EncryptionKeys,
  /** Base of GitHub's web site and of its REST API; others for GitHub Enterprise Server or a stand-in. */
  GITHUB_WEB_URL: UrlText.default('https://github.com'),
  GITHUB_API_URL: UrlText.default('https://api.github.com'),
  /** Of the GitHub App that people sign in with. Without them the product shows how to set it up. */
  GITHUB_CLIENT_ID: z.string().max(100).optional(),
  GITHUB_CLIENT_SECRET: z.string().max(200).optional(),
  /** GitHub ids of those who may sign in; empty: everybody. Ids, because a login may become somebody else's. */
  GITHUB_ALLOWED_USERS: UserIds,
});
export type ApiConfig = z.infer<typeof ApiConfig>;

/** Where people reach the product. */
export const publicUrlOf = ({ PUBLIC_URL, PORT }: Pick<ApiConfig, 'PUBLIC_URL' | 'PORT'>): string =>
  PUBLIC_URL ?? `http://localhost:${String(PORT)}`;
