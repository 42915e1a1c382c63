import { createHash } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { hashed, same } from '../access/secrets.js';
import { live, revoke } from '../access/tokens.js';
import type { Github } from '../github.js';
import { strikeFaults } from '../http/striking.js';
import type { App } from '../state/app-records.js';
import { issuePair, type TokenPair } from './grants.js';

const text = z.string().optional();
const Exchange = z.object({
  client_id: text,
  client_secret: text,
  code: text,
  redirect_uri: text,
  code_verifier: text,
  grant_type: text,
  refresh_token: text,
});
type Exchange = z.infer<typeof Exchange>;
type Outcome = Record<string, string | number>;

function problem(error: string, description: string): Outcome {
  return { error, error_description: description, error_uri: 'https://docs.github.com/apps' };
}

const badCode = () => problem('bad_verification_code', 'The code passed is incorrect or expired.');

/** GitHub answers refusals with 200 too, in the form that was asked for: JSON, or a query string. */
function answer(request: Request, response: Response, outcome: Outcome): void {
  response.set('Cache-Control', 'no-store');
  if (request.accepts(['application/x-www-form-urlencoded', 'application/json']) === 'application/json') {
    response.json(outcome);
    return;
  }
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(outcome)) form.set(name, String(value));
  response.type('application/x-www-form-urlencoded').send(form.toString());
}

function pairAnswer({ access, refresh }: TokenPair, now: number): Outcome {
  return {
    access_token: access.text,
    expires_in: access.row.expiresAt - now,
    refresh_token: refresh.text,
    refresh_token_expires_in: refresh.row.expiresAt - now,
    token_type: 'bearer',
    scope: '',
  };
}

/** `/login/oauth/access_token`: a code, or a refresh token, for a pair of tokens. */
export function exchangeRoutes(github: Github): Router {
  const routes = Router();
  routes.post('/login/oauth/access_token', async (request, response) => {
    const at = Date.now();
    response.on('finish', () => {
      const { method, path } = request;
      github.calls.record({ method, path, status: response.statusCode, budget: 'oauth', counted: false, at });
    });
    if (!(await strikeFaults(github, request, response, 'oauth'))) return;
    const body: unknown = request.body;
    const asked = Exchange.safeParse({ ...request.query, ...z.record(z.string(), z.unknown()).catch({}).parse(body) });
    answer(request, response, asked.success ? exchange(github, asked.data) : badCode());
  });
  return routes;
}

function exchange(github: Github, asked: Exchange): Outcome {
  const app = github.world.appByClientId(asked.client_id ?? '');
  if (!app || !same(app.clientSecret, asked.client_secret ?? '')) {
    return problem('incorrect_client_credentials', 'The client_id and/or client_secret passed are incorrect.');
  }
  if (asked.grant_type === 'refresh_token') return refresh(github, app, asked.refresh_token ?? '');
  if (asked.grant_type !== undefined && asked.grant_type !== 'authorization_code') {
    return problem('unsupported_grant_type', 'The grant type is not supported.');
  }
  return redeem(github, app, asked);
}

/** A code works once: whatever comes of this, it is gone. */
function redeem(github: Github, app: App, { code = '', redirect_uri: redirectUri, code_verifier: verifier }: Exchange) {
  const { world, clock } = github;
  const row = world.codes.get(hashed(code));
  if (!row || row.appId !== app.id) return badCode();
  world.codes.delete(row.hash);
  world.touch();
  if (row.expiresAt <= clock.seconds()) return badCode();
  if (redirectUri !== undefined && redirectUri !== row.redirectUri) {
    return problem(
      'redirect_uri_mismatch',
      'The redirect_uri MUST match the registered callback URL for this application.',
    );
  }
  if (
    row.challenge !== null &&
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') !== row.challenge
  ) {
    return badCode();
  }
  return pairAnswer(issuePair(github, app.id, row.userId), clock.seconds());
}

/** Both tokens are replaced, and the old ones stop working at once. */
function refresh(github: Github, app: App, token: string): Outcome {
  const { world, clock } = github;
  const row = live(world, clock, token);
  if (row?.kind !== 'refresh' || row.appId !== app.id || row.userId === null) {
    return problem('bad_refresh_token', 'The refresh token passed is incorrect or expired.');
  }
  const { family, userId } = row;
  revoke(world, (other) => other.hash === row.hash || (other.kind === 'user' && other.family === family));
  return pairAnswer(issuePair(github, app.id, userId, family ?? undefined), clock.seconds());
}
