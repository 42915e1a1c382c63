import { EffectFailed } from '@foundry/messaging';
import type { GithubSite } from '../github/github-site.js';

/** GitHub's answers to a token that it does not know, or not any more. */
const UNKNOWN_TOKEN = [404, 422];

/** What people granted to the App, and how to take it back. */
export class GithubGrants {
  constructor(private readonly site: GithubSite) {}

  /**
   * Ends the grant of the person whose token it is, with all their tokens. False: GitHub does not know the token, so the
   * grant stays or is gone already. Throws `EffectFailed` when GitHub does not answer, or not us.
   */
  async end(token: string, abort: AbortSignal): Promise<boolean> {
    const app = await this.site.app();
    if (!app) return false;
    const { clientId, clientSecret } = app;
    const apiUrl = app.apiUrl.replace(/\/+$/, '');
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
