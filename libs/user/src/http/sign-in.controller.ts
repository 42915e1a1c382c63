import { Allow, Answer, As, Asked, ask, Database, Outbox, Refusal, Route } from '@foundry/messaging';
import { addressPrefix } from '@foundry/audit-log/contracts';
import { Controller, Get, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Response } from 'express';
import { SignInCounts } from '../auth-rows/sign-in-counts.js';
import { AuthenticateSession, SessionCookies, SignInSettings } from '../contracts/index.js';
import { refusedEntry } from '../sign-in/entries.js';
import { type Arrival, SignIn, type SignInError } from '../sign-in/sign-in.js';

const SETUP_PAGE = '/setup';
const REPEATED: readonly SignInError[] = ['state_invalid', 'expired'];

/** The way to GitHub and back, for browsers: every answer sends them on. */
@Controller('v1/auth/github')
@Allow({ public: true })
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly counts: SignInCounts,
    private readonly settings: SignInSettings,
    private readonly cookies: SessionCookies,
    private readonly queries: QueryBus,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  @Route({
    operationId: 'beginSignIn',
    tag: 'user',
    summary: 'Sign in with GitHub',
    description:
      'For browsers. Keeps a state for ten minutes and sends the browser to GitHub. `next` in the query is the path to ' +
      'come back to; anything but a path of our own pages is `/`. Ten tries a minute for each address.',
    answers: { 302: null },
  })
  async begin(@As() { request }: Asked, @Res({ passthrough: true }) response: Response): Promise<Answer> {
    if (!(await this.counts.mayTry(request.ip ?? ''))) throw tooMany();
    const github = await this.settings.github();
    if (!github) return sentTo(SETUP_PAGE);
    return this.answer(await this.signIn.begin(github, request), request, response);
  }

  @Get('callback')
  @Route({
    operationId: 'finishSignIn',
    tag: 'user',
    summary: 'Come back from GitHub',
    description:
      'GitHub sends the browser here. Works once for each sign-in, in the browser that began it. Asks GitHub two things, ' +
      'for 8 s at most, then sends the browser on, or to the sign-in page with `error` and the request id.',
    answers: { 302: null },
  })
  async finish(@As() { request }: Asked, @Res({ passthrough: true }) response: Response): Promise<Answer> {
    const github = await this.settings.github();
    if (!github) return sentTo(SETUP_PAGE);
    return this.answer(await this.signIn.finish(github, request), request, response);
  }

  private async answer(end: Arrival | SignInError, request: Asked['request'], response: Response): Promise<Answer> {
    if (typeof end === 'string') return this.refuse(end, request);
    for (const cookie of end.cookies) response.append('Set-Cookie', cookie);
    return sentTo(end.to);
  }

  /** A way back that was gone already: whoever is signed in goes on, everybody else tries again. */
  private async refuse(error: SignInError, request: Asked['request']): Promise<Answer> {
    const { ip = '', requestId = '' } = request;
    if (REPEATED.includes(error) && (await this.isSignedIn(request))) return sentTo('/');
    if (await this.counts.isFirstRefusal(ip)) {
      const entry = refusedEntry({ error, addressPrefix: addressPrefix(ip) });
      const { correlationId } = entry.payload;
      const actor = { kind: 'system', module: 'user' } as const;
      await this.database.transaction((sql) => this.outbox.put(sql, [entry], { actor, correlationId }));
    }
    return sentTo(`/sign-in?${new URLSearchParams({ error, request: requestId }).toString()}`);
  }

  private async isSignedIn(request: Asked['request']): Promise<boolean> {
    const secret = this.cookies.session.read(request.headers.cookie);
    return secret !== null && (await ask(this.queries, new AuthenticateSession(secret, false))) !== null;
  }
}

const sentTo = (address: string): Answer => new Answer(302, null, { Location: address });

const tooMany = (): Refusal =>
  new Refusal(
    'rate.limited',
    'More than 10 sign-ins in a minute from this address; try again in a minute.',
    { retryAfterMs: 60_000 },
    { 'Retry-After': '60' },
  );
