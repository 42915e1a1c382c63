import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Secret } from '@foundry/messaging';
import { Id64 } from '@foundry/messaging/contracts';
import type { Request } from 'express';
import { Strategy, type StrategyOptions } from 'passport-github2';
import { z } from 'zod';
import type { GithubTokens } from '../auth-rows/github-accounts.js';
import type { GithubApp } from '../contracts/index.js';

/** Both calls together, in milliseconds. */
const LIMIT_MS = 8_000;
const USER_AGENT = 'Foundry';

/** The same address that the App is registered with. */
export const CALLBACK_PATH = '/v1/auth/github/callback';

/** Whom GitHub says it is; GitHub answers more, which is not looked at. */
const GithubUser = z.object({
  id: z.int().positive().transform(String).pipe(Id64),
  login: z.string().min(1).max(100),
  name: z.string().nullish(),
  avatar_url: z.string().nullish(),
  type: z.string().nullish(),
});
export type GithubUser = z.infer<typeof GithubUser>;

const seconds = z.coerce.number().int().positive().nullish().catch(null);
const Answered = z.looseObject({ expires_in: seconds, refresh_token_expires_in: seconds });

export type Exchanged = { user: GithubUser; tokens: GithubTokens } | { failed: string };

type End = { redirect: string } | { failed: string; cause?: unknown } | Extract<Exchanged, { user: GithubUser }>;
type Stored = (error: Error | null, state?: string) => void;
type Verified = (error: Error | null, verifier: string | false) => void;

/** What the library asks of us: to keep the verifier under a state of our making, and to give it back once. */
export interface KeepsState {
  keep(verifier: Secret): Promise<string>;
}

/**
 * One use of passport's strategy for GitHub: either the way there, or the way back. No scope is asked for, because the
 * App's permissions decide, and because with one the library would ask for e-mail addresses and fail with that call.
 */
export class GithubExchange extends Strategy {
  private readonly agent: HttpAgent;
  private settle: (end: End) => void = () => undefined;

  constructor(app: GithubApp, publicUrl: string, state: { keep?: KeepsState; verifier?: Secret }) {
    const at = (base: string, path: string) => `${base.replace(/\/+$/, '')}${path}`;
    const store = {
      // the library counts parameters: five of them mean that the verifier is ours to keep
      store: (_request: Request, verifier: string, _state: unknown, _meta: unknown, done: Stored) => {
        void keepWith(state.keep, verifier, done);
      },
      verify: (_request: Request, _state: string, done: Verified) => {
        done(null, state.verifier?.reveal() ?? false);
      },
    };
    const options: StrategyOptions = {
      clientID: app.clientId,
      clientSecret: app.clientSecret.reveal(),
      callbackURL: at(publicUrl, CALLBACK_PATH),
      authorizationURL: at(app.webUrl, '/login/oauth/authorize'),
      tokenURL: at(app.webUrl, '/login/oauth/access_token'),
      userProfileURL: at(app.apiUrl, '/user'),
      userAgent: USER_AGENT,
      customHeaders: { Accept: 'application/json', 'User-Agent': USER_AGENT },
      pkce: true,
    };
    // counted as well: only with five parameters it hands over what came with the tokens
    super(
      Object.assign(options, { store }),
      (access: string, refresh: unknown, params: unknown, profile: unknown, _done: unknown) => {
        this.settle(exchanged(access, refresh, params, profile));
      },
    );
    this.agent = new URL(app.webUrl).protocol === 'https:' ? new HttpsAgent() : new HttpAgent();
    this._oauth2.setAgent(this.agent);
  }

  /** Where to send the browser; null for an address that looks like the way back. Throws what keeping the state threw. */
  async begin(request: Request): Promise<string | null> {
    const end = await this.run(request);
    if ('cause' in end) throw end.cause;
    return 'redirect' in end ? end.redirect : null;
  }

  /** Redeems the code of the request: two calls, 8 s for both. What is not back by then is cut off. */
  async finish(request: Request): Promise<Exchanged> {
    const end = await this.run(request);
    return 'redirect' in end ? { failed: 'no code came back' } : end;
  }

  override redirect(url: string): void {
    this.settle({ redirect: url });
  }

  override fail(): void {
    this.settle({ failed: 'refused' });
  }

  override error(error: unknown): void {
    this.settle({ failed: reasonOf(error), cause: error });
  }

  private async run(request: Request): Promise<End> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<End>((resolve) => {
        this.settle = resolve;
        timer = setTimeout(() => {
          resolve({ failed: 'no answer within 8 s' });
        }, LIMIT_MS);
        this.authenticate(request, {});
      });
    } finally {
      clearTimeout(timer);
      this.agent.destroy();
    }
  }
}

async function keepWith(keep: KeepsState | undefined, verifier: string, done: Stored): Promise<void> {
  try {
    if (!keep) throw new TypeError('This exchange is on its way back and keeps nothing.');
    done(null, await keep.keep(new Secret(verifier)));
  } catch (error) {
    done(error instanceof Error ? error : new Error('The state was not kept.', { cause: error }));
  }
}

function exchanged(access: string, refresh: unknown, params: unknown, profile: unknown): End {
  const user = z.object({ _json: GithubUser }).safeParse(profile);
  if (!user.success) return { failed: 'the profile is not readable' };
  const { expires_in, refresh_token_expires_in } = Answered.parse(params);
  return {
    user: user.data._json,
    tokens: {
      access: new Secret(access),
      accessSeconds: expires_in ?? null,
      refresh: typeof refresh === 'string' && refresh !== '' ? new Secret(refresh) : null,
      refreshSeconds: refresh_token_expires_in ?? null,
    },
  };
}

const Told = z.object({ name: z.string(), code: z.string().optional(), oauthError: z.unknown() });
const Status = z.object({ statusCode: z.number().optional(), code: z.string().optional() });

/** Kind and status of what went wrong. Never the message or the body: GitHub's may repeat what it was sent. */
function reasonOf(error: unknown): string {
  const told = Told.safeParse(error);
  if (!told.success) return 'unknown';
  const { statusCode, code } = Status.safeParse(told.data.oauthError).data ?? {};
  return [told.data.name, told.data.code, code, statusCode].filter((part) => part !== undefined).join(' ');
}
