import { type ApiRequest, HealthChecks, ProblemFilter, Refusal } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { MAX_ADDRESS } from './limits.js';
import { requestIdOf } from './request-id.js';

export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Terminals insert styles as they run; styles run nothing.
  "style-src 'self' 'unsafe-inline'",
  // The avatars of GitHub are the only thing from another origin.
  "img-src 'self' blob: data: https://avatars.githubusercontent.com",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': CONTENT_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

const TRANSPORT = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };

/** Whether answers say that only https may be used from now on. */
export class OnHttps {
  constructor(readonly value: boolean) {}
}

/** The first thing that sees a request: its id, the headers of every answer, and what is refused before any route. */
@Injectable()
export class Edge {
  constructor(
    private readonly problems: ProblemFilter,
    private readonly health: HealthChecks,
    private readonly https: OnHttps,
  ) {}

  readonly handle = (request: Request & Partial<ApiRequest>, response: Response, next: NextFunction): void => {
    request.requestId = requestIdOf(request.headers['x-request-id']);
    response.set({ ...HEADERS, ...(this.https.value ? TRANSPORT : {}), 'X-Request-Id': request.requestId });
    const refusal = this.refusalOf(request);
    if (!refusal) {
      next();
      return;
    }
    response.set('Connection', 'close');
    this.problems.answer(refusal, request, response);
  };

  /** Health stays readable while draining, so that a balancer sees it. */
  private refusalOf(request: Request): Refusal | null {
    if (Buffer.byteLength(request.originalUrl) > MAX_ADDRESS) {
      return new Refusal('request.uri_too_long', 'The address is longer than 8 KiB.');
    }
    if (this.health.draining && !/^\/(?:livez|readyz|version|metrics)$/.test(request.path)) {
      return new Refusal('service.draining', 'This instance is shutting down; repeat.', {}, { 'Retry-After': '1' });
    }
    return null;
  }
}
