import { EffectFailed, readConfig, Secret } from '@foundry/messaging';
import { z } from 'zod';

const FilledText = z.string().trim().min(1).optional();
const Environment = z.object({
  GITHUB_CLIENT_ID: FilledText,
  GITHUB_CLIENT_SECRET: FilledText,
  GITHUB_API_URL: z.url().default('https://api.github.com'),
});

/** GitHub's answers to a token that it does not know, or not any more. */
const UNKNOWN_TOKEN = [404, 422];

/** What people granted to the App, and how to take it back. */
export class GithubGrants {
  private constructor(private readonly app: { apiUrl: string; clientId: string; clientSecret: Secret } | null) {}

  /** Reads `GITHUB_CLIENT_ID`, `GITHUB_CLIENT_SECRET` and `GITHUB_API_URL`; without the first two nobody granted anything. */
  static from(environment: NodeJS.ProcessEnv): GithubGrants {
    const {
      GITHUB_CLIENT_ID: clientId,
      GITHUB_CLIENT_SECRET: secret,
      GITHUB_API_URL,
    } = readConfig(Environment, environment);
    if (clientId === undefined || secret === undefined) return new GithubGrants(null);
    const apiUrl = GITHUB_API_URL.replace(/\/+$/, '');
    return new GithubGrants({ apiUrl, clientId, clientSecret: new Secret(secret) });
  }

  /**
   * Ends the grant of the person whose token it is, with all their tokens. False: GitHub does not know the token, so the
   * grant stays or is gone already. Throws `EffectFailed` when GitHub does not answer, or not us.
   */
  async end(token: string, abort: AbortSignal): Promise<boolean> {
    if (!this.app) return false;
    const { apiUrl, clientId, clientSecret } = this.app;
    const basic = Buffer.from(`${clientId}:${clientSecret.reveal()}`).toString('base64');
    const response = await fetch(`${apiUrl}/applications/${encodeURIComponent(clientId)}/grant`, {
      method: 'DELETE',
      redirect: 'error',
      signal: abort,
      headers: {
        Authorization: `Basic ${basic}`,
        Accept: 'application/vnd.github+json',
        'Content-Type': 'application/json',
        'User-Agent': 'Foundry',
      },
      body: JSON.stringify({ access_token: token }),
    });
    await response.body?.cancel();
    if (response.status === 204) return true;
    if (UNKNOWN_TOKEN.includes(response.status)) return false;
    throw new EffectFailed('github.unavailable', `GitHub answered ${String(response.status)} to the end of a grant.`);
  }
}
