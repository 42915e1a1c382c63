import { Secret } from '@foundry/messaging';
import { z } from 'zod';
import { GithubFailure } from '../client/github-failure.js';
import { plainCall } from '../client/plain-call.js';
import type { NewApp } from './app-registrations.js';

const FilledText = z.string().min(1);

const Converted = z.object({
  id: z.int().positive().transform(String),
  slug: FilledText,
  html_url: z.url(),
  client_id: FilledText,
  client_secret: FilledText,
  pem: FilledText,
  webhook_secret: FilledText.nullish(),
});

/**
 * Exchanges the code of a manifest, which works once and within an hour, for the App with its secrets. Throws
 * `GithubFailure`: `unavailable` when it may be tried again, else GitHub does not know the code (any more).
 */
export async function convertManifest(apiUrl: string, code: string): Promise<NewApp> {
  const answer = await plainCall({
    apiUrl,
    route: 'POST /app-manifests/{code}/conversions',
    parameters: { code },
  });
  if (answer.status >= 500) throw new GithubFailure('unavailable', answer.status);
  if (answer.status !== 201) throw new GithubFailure('missing', answer.status);
  const parsed = Converted.safeParse(answer.data);
  if (!parsed.success) throw new GithubFailure('unreadable', answer.status);
  const { id, slug, html_url: pageUrl, client_id: clientId, client_secret, pem, webhook_secret } = parsed.data;
  return {
    appId: id,
    slug,
    pageUrl,
    clientId,
    clientSecret: new Secret(client_secret),
    privateKey: new Secret(pem),
    webhookSecret: webhook_secret ? new Secret(webhook_secret) : null,
  };
}
