import { Secret } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import { Octokit, RequestError } from 'octokit';
import { z } from 'zod';
import type { GithubTokens } from '../auth-rows/github-accounts.js';
import { GithubSite } from './github-site.js';

/** One call. */
const CALL_MS = 6_000;

/** What the person's token is cut down to. */
export interface Scope {
  organizationId: string;
  repositoryId: string;
  permissions: Readonly<Record<string, string>>;
}

/**
 * Why GitHub gave nothing. `refused`: it takes what it was given no more. `not_offered`: this GitHub does not know the
 * call. `denied`: not for this repository. `unavailable`: no answer, or nobody's fault but ours.
 */
export type OauthFailure = 'refused' | 'not_offered' | 'denied' | 'unavailable';

const seconds = z.coerce.number().int().positive().nullish().catch(null);
const Pair = z.object({
  access_token: z.string().min(1),
  expires_in: seconds,
  refresh_token: z.string().min(1).nullish(),
  refresh_token_expires_in: seconds,
});
/** GitHub answers refusals with 200. */
const Refused = z.object({ error: z.string() });
const Narrowed = z.object({ token: z.string().min(1), expires_at: z.string().nullish() });

/** The calls of the App about tokens of people; with them alone this module speaks to GitHub. Nothing is thrown by GitHub. */
@Injectable()
export class GithubOauth {
  private readonly octokit = new Octokit({
    userAgent: 'foundry',
    throttle: { enabled: false },
    retry: { enabled: false },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  });

  constructor(private readonly site: GithubSite) {}

  /**
   * Rotates both tokens; the old ones end by it. An answer that got lost is asked for once more: GitHub then refuses, and
   * that is the truth, or it never heard the first time, and nothing is lost.
   */
  async refresh(refreshToken: Secret): Promise<GithubTokens | 'refused' | 'unavailable'> {
    const first = await this.refreshOnce(refreshToken);
    return first === 'unavailable' ? this.refreshOnce(refreshToken) : first;
  }

  /** The person's token, for one repository with these permissions. It lives as long as GitHub answers. */
  async narrow(token: Secret, scope: Scope): Promise<{ token: Secret; expiresAt: Date | null } | OauthFailure> {
    const answer = await this.application('POST', '/token/scoped', token, {
      target_id: Number(scope.organizationId),
      repository_ids: [Number(scope.repositoryId)],
      permissions: scope.permissions,
    });
    if (answer.status === 404) return (await this.isGood(token)) ?? 'unavailable';
    if ([403, 405, 410, 501].includes(answer.status)) return 'not_offered';
    if (answer.status === 422) return 'denied';
    const parsed = Narrowed.safeParse(answer.data);
    if (!parsed.success) return 'unavailable';
    const { expires_at: expiresAt } = parsed.data;
    return { token: new Secret(parsed.data.token), expiresAt: expiresAt ? new Date(expiresAt) : null };
  }

  /** Ends one token of a person. False when GitHub could not be asked; one that is over already is ended. */
  async end(token: Secret): Promise<boolean> {
    const { status } = await this.application('DELETE', '/token', token, {});
    return status === 204 || status === 404 || status === 422;
  }

  /** A 404 about a token that GitHub knows is about the call. */
  private async isGood(token: Secret): Promise<'refused' | 'not_offered' | null> {
    const { status } = await this.application('POST', '/token', token, {});
    if (status === 200) return 'not_offered';
    return status === 404 || status === 422 ? 'refused' : null;
  }

  private async refreshOnce(refreshToken: Secret): Promise<GithubTokens | 'refused' | 'unavailable'> {
    const app = await this.site.app();
    if (!app) return 'unavailable';
    const { clientId, clientSecret, webUrl } = app;
    const { status, data } = await this.call(`POST ${at(webUrl, '/login/oauth/access_token')}`, {
      client_id: clientId,
      client_secret: clientSecret.reveal(),
      grant_type: 'refresh_token',
      refresh_token: refreshToken.reveal(),
      headers: { accept: 'application/json' },
    });
    if (status !== 200) return 'unavailable';
    // Wrong credentials of the App are our mistake, not the person's.
    const refused = Refused.safeParse(data).data?.error;
    if (refused !== undefined) return refused === 'incorrect_client_credentials' ? 'unavailable' : 'refused';
    const pair = Pair.safeParse(data);
    if (!pair.success) return 'unavailable';
    return {
      access: new Secret(pair.data.access_token),
      accessSeconds: pair.data.expires_in ?? null,
      refresh: pair.data.refresh_token ? new Secret(pair.data.refresh_token) : null,
      refreshSeconds: pair.data.refresh_token_expires_in ?? null,
    };
  }

  /** A call about tokens of the App, below `/applications/{client_id}`. */
  private async application(method: 'POST' | 'DELETE', path: string, token: Secret, more: Record<string, unknown>) {
    const app = await this.site.app();
    if (!app) return NO_ANSWER;
    const { clientId, clientSecret, apiUrl } = app;
    const basic = Buffer.from(`${clientId}:${clientSecret.reveal()}`).toString('base64');
    const headers = { authorization: `Basic ${basic}` };
    const given = { client_id: clientId, access_token: token.reveal(), ...more, headers };
    return this.call(`${method} ${at(apiUrl, `/applications/{client_id}${path}`)}`, given);
  }

  /** Status and answer. 0: none. What octokit throws holds the request with its secrets, so it ends here. */
  private async call(route: string, parameters: Record<string, unknown>): Promise<{ status: number; data: unknown }> {
    try {
      const answer: { status: number; data: unknown } = await this.octokit.request(route, {
        ...parameters,
        request: { signal: AbortSignal.timeout(CALL_MS), redirect: 'error' },
      });
      return { status: answer.status, data: answer.data };
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      return error.response ? { status: error.status, data: null } : NO_ANSWER;
    }
  }
}

const at = (base: string, path: string): string => base.replace(/\/+$/, '') + path;
const NO_ANSWER = { status: 0, data: null };
const quiet = (): void => undefined;
