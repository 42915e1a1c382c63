import { type ApiRequest, Refusal, routeOf } from '@foundry/messaging';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { HttpMetrics } from '../metrics/http-metrics.js';
import { CreateLimits, type Quota, RateLimits } from '../rates/rate-limits.js';
import { accessAt } from './access-at.js';
import { Authenticates, type Verdict } from './authenticates.js';
import { CsrfRule } from './csrf.js';

const BEARER = /^Bearer +([^\s]{1,200})$/i;
const CHALLENGE = { 'WWW-Authenticate': 'Bearer' };

const DETAILS = {
  'auth.signed_out': 'Sign in, or send an API token as Authorization: Bearer fdy_….',
  'token.invalid': 'The API token is mistyped, unknown or revoked.',
  'token.expired': 'The API token has expired; make a new one.',
} as const;

const refuse = (code: keyof typeof DETAILS) => new Refusal(code, DETAILS[code], {}, CHALLENGE);

/**
 * Finds out who calls, before anything of the request is read but its headers. With `Authorization` the cookie is not
 * looked at; with a cookie alone, what changes something has to come from a page of ours.
 */
@Injectable()
export class AuthenticateGuard implements CanActivate {
  constructor(
    private readonly authenticates: Authenticates,
    private readonly csrf: CsrfRule,
    private readonly rates: RateLimits,
    private readonly creates: CreateLimits,
    private readonly metrics: HttpMetrics,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessAt(context);
    if (access.public) return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    const verdict = await this.verdict(request);
    if ('refused' in verdict) {
      if (access.signedOutToo && verdict.refused === 'auth.signed_out') return true;
      throw refuse(verdict.refused);
    }
    const { caller, credentialId, setCookie } = verdict;
    if (setCookie !== undefined) response.append('Set-Cookie', setCookie);
    if (caller.session) this.csrf.mustFit(request, caller.session.id);
    request.caller = caller;
    this.count(credentialId, response);
    if (makesAnew(context)) this.countNew(credentialId);
    return true;
  }

  private async verdict({ headers: { authorization, cookie } }: ApiRequest): Promise<Verdict> {
    if (authorization === undefined) return this.authenticates.cookie(cookie, true);
    const token = BEARER.exec(authorization)?.[1];
    return token === undefined ? { refused: 'token.invalid' } : this.authenticates.bearer(token);
  }

  private count(credentialId: string, response: Response): void {
    const { perMinute } = this.rates;
    const quota = this.rates.take(credentialId, Date.now());
    response.set({
      'RateLimit-Policy': `"default";q=${String(perMinute)};w=60`,
      RateLimit: `"default";r=${String(quota.remaining)};t=${String(quota.resetSeconds)}`,
    });
    this.mustBeAllowed(quota, `${String(perMinute)} requests`);
  }

  private countNew(credentialId: string): void {
    const quota = this.creates.take(credentialId, Date.now());
    this.mustBeAllowed(quota, `${String(this.creates.perMinute)} new things`);
  }

  private mustBeAllowed({ allowed, resetSeconds }: Quota, most: string): void {
    if (allowed) return;
    this.metrics.limited.inc();
    throw new Refusal(
      'rate.limited',
      `More than ${most} in a minute; go on in ${String(resetSeconds)} s.`,
      { retryAfterMs: resetSeconds * 1000 },
      { 'Retry-After': String(resetSeconds) },
    );
  }
}

/** A route that answers 201. */
const makesAnew = (context: ExecutionContext): boolean => 201 in (routeOf(context.getHandler())?.answers ?? {});
