import { Database, Outbox, Secret } from '@foundry/messaging';
import { addressPrefix } from '@foundry/audit-log/contracts';
import { Injectable, Logger, Optional } from '@nestjs/common';
import type { Request } from 'express';
import { AuthSessions } from '../auth-rows/auth-sessions.js';
import { newBrowserSecret } from '../auth-rows/browser-secret.js';
import { GithubAccounts, type GithubTokens } from '../auth-rows/github-accounts.js';
import { recordPerson } from '../auth-rows/person-row.js';
import { SignInAttempts } from '../auth-rows/sign-in-attempts.js';
import {
  AnnounceSessionsEnded,
  AnnounceSignIn,
  type GithubApp,
  type Person,
  SessionCookies,
  SignInFollowUps,
  SignInSettings,
} from '../contracts/index.js';
import { nextPath } from '../domain/next-path.js';
import { shownName } from '../domain/shown-name.js';
import { signedInEntry } from './entries.js';
import { GithubExchange, type GithubUser } from './github-exchange.js';

/** Why somebody is back at the sign-in page. */
export type SignInError = 'denied' | 'state_invalid' | 'expired' | 'github_unavailable' | 'not_allowed';

/** What the browser is told: where to go, with which cookies. */
export interface Arrival {
  to: string;
  cookies: string[];
}

const valueOf = (value: unknown): string => (typeof value === 'string' && value.length <= 2000 ? value : '');

/** Signing in with GitHub. It waits for GitHub and Postgres, never for a queue, a sync or a search. */
@Injectable()
export class SignIn {
  private readonly log = new Logger('sign-in');

  constructor(
    private readonly settings: SignInSettings,
    private readonly cookies: SessionCookies,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly attempts: SignInAttempts,
    private readonly accounts: GithubAccounts,
    private readonly sessions: AuthSessions,
    @Optional() private readonly followUps?: SignInFollowUps,
  ) {}

  /** The way to GitHub, with a state that only this browser can bring back. */
  async begin(app: GithubApp, request: Request): Promise<Arrival | SignInError> {
    const nonce = this.cookies.nonce.read(request.headers.cookie) ?? newBrowserSecret();
    const next = nextPath(request.query['next'], this.settings.publicUrl);
    const keep = { keep: (verifier: Secret) => this.attempts.open(nonce, verifier, next) };
    const to = await new GithubExchange(app, this.settings.publicUrl, { keep }).begin(request);
    return to === null ? 'state_invalid' : { to, cookies: [this.cookies.nonce.set(nonce)] };
  }

  /** The way back. The attempt is used up before anything is exchanged. */
  async finish(app: GithubApp, request: Request): Promise<Arrival | SignInError> {
    const { state, code, error } = request.query;
    const attempt = await this.attempts.take(valueOf(state), this.cookies.nonce.read(request.headers.cookie) ?? '');
    if (typeof attempt === 'string') return attempt;
    if (error !== undefined) return error === 'access_denied' ? 'denied' : 'github_unavailable';
    if (valueOf(code) === '') return 'state_invalid';
    const exchange = new GithubExchange(app, this.settings.publicUrl, { verifier: attempt.verifier });
    const end = await exchange.finish(request);
    if ('failed' in end) {
      this.log.warn({ reason: end.failed }, 'GitHub did not let somebody sign in');
      return 'github_unavailable';
    }
    if (!this.mayComeIn(end.user)) return 'not_allowed';
    const secret = await this.store(end.user, end.tokens, request);
    return { to: attempt.next, cookies: [this.cookies.session.set(secret)] };
  }

  /** A person, and one of those that the installation is for. */
  private mayComeIn({ id, type }: GithubUser): boolean {
    const { allowedUsers } = this.settings;
    return type !== 'Bot' && (allowedUsers.length === 0 || allowedUsers.includes(id));
  }

  /** Person, tokens, session and what follows from it: one commit. */
  private store(user: GithubUser, tokens: GithubTokens, request: Request): Promise<string> {
    const person = personOf(user);
    const { userId } = person;
    const browser = { addressPrefix: addressPrefix(request.ip ?? ''), userAgent: request.headers['user-agent'] ?? '' };
    const earlier = this.cookies.session.read(request.headers.cookie);
    return this.database.transaction(async (sql) => {
      await recordPerson(sql, person, true);
      await this.accounts.connect(sql, userId, tokens);
      const before = earlier === null ? null : await this.sessions.endByCookie(sql, earlier, 'signed_in_again');
      const secret = await this.sessions.begin(sql, userId, browser);
      const actor = { kind: 'user', userId, via: 'session' } as const;
      const announce = new AnnounceSignIn({ userId });
      const followUps = this.followUps?.commandsFor({ userId, login: person.login }) ?? [];
      const [commandId = ''] = await this.outbox.put(sql, [announce, ...followUps], { actor });
      const entry = signedInEntry({ userId, commandId, addressPrefix: browser.addressPrefix });
      await this.outbox.put(sql, [entry], { actor, correlationId: entry.payload.correlationId });
      if (before !== null) {
        const ended = new AnnounceSessionsEnded({ userId: before, reason: 'signed_in_again' });
        await this.outbox.put(sql, [ended], { actor: { kind: 'user', userId: before, via: 'session' } });
      }
      return secret;
    });
  }
}

/** As GitHub says it. */
function personOf({ id, login, name, avatar_url }: GithubUser): Person {
  return { userId: id, login, name: shownName(name), avatarUrl: avatar_url ?? null };
}
