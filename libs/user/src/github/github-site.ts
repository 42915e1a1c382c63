import type { InstanceApps } from '@foundry/github-data/contracts';
import { BootError, readConfig, Secret } from '@foundry/messaging';
import { z } from 'zod';
import type { GithubApp } from '../contracts/index.js';

const Environment = z.object({
  GITHUB_WEB_URL: z.url({ protocol: /^https?$/ }).default('https://github.com'),
  GITHUB_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.github.com'),
  GITHUB_CLIENT_ID: z.string().trim().min(1).max(100).optional(),
  GITHUB_CLIENT_SECRET: z.string().trim().min(1).max(200).optional(),
});

/** Which GitHub this installation stands on, and the App that people sign in with. */
export class GithubSite {
  constructor(
    readonly webUrl: string,
    /** Null while none is set up; asked for each time, because an App may be made while the product runs. */
    readonly app: () => Promise<GithubApp | null>,
  ) {}

  /** The App is that of `apps`; without them the one that the environment names. Throws `BootError` when that is half of one. */
  static of(environment: NodeJS.ProcessEnv, apps: InstanceApps | null = null): GithubSite {
    const read = readConfig(Environment, environment);
    const { GITHUB_WEB_URL: webUrl, GITHUB_API_URL: apiUrl } = read;
    if (apps) {
      return new GithubSite(webUrl, async () => {
        const known = await apps.current();
        return known && { webUrl, apiUrl, clientId: known.clientId, clientSecret: known.clientSecret };
      });
    }
    const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = read;
    if (clientId === undefined && clientSecret === undefined)
      return new GithubSite(webUrl, () => Promise.resolve(null));
    if (clientId === undefined || clientSecret === undefined) {
      throw new BootError('GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET belong together; set both, or none.');
    }
    const app = { webUrl, apiUrl, clientId, clientSecret: new Secret(clientSecret) };
    return new GithubSite(webUrl, () => Promise.resolve(app));
  }
}
