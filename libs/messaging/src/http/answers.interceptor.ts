import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable, throwError, timeout } from 'rxjs';
import { z } from 'zod';
import { Answer } from './answer.js';
import { Refusal } from './refusal.js';
import { type ApiRequest, apiRequest } from './request.js';
import { type RouteDefinition, routeOf } from './route.js';

const Versioned = z.object({ version: z.int() });

/** The status of a plain answer: the first that the route declares. */
export function statusOf(route: RouteDefinition): number {
  return Math.min(...Object.keys(route.answers).map(Number));
}

/** How long a route may take until it answers; what streams only has to begin by then. */
export class AnswerLimit {
  constructor(readonly ms = 15_000) {}
}

const tooSlow = () =>
  new Refusal(
    'service.unavailable',
    'It took longer than 15 s. What was accepted is safe; repeat with the same Idempotency-Key.',
    { retryAfterMs: 2000 },
    { 'Retry-After': '2' },
  );

/** Gives every answer its status and headers, and 304 where `If-None-Match` names what would be sent. */
@Injectable()
export class AnswersInterceptor implements NestInterceptor {
  constructor(private readonly limit: AnswerLimit) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = routeOf(context.getHandler());
    if (!route) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    const answer = next
      .handle()
      .pipe(timeout({ first: route.limitMs ?? this.limit.ms, with: () => throwError(tooSlow) }));
    return answer.pipe(map((result: unknown) => this.send(route, result, response, apiRequest(context))));
  }

  private send(route: RouteDefinition, result: unknown, response: Response, request: ApiRequest): unknown {
    const answer = result instanceof Answer ? result : new Answer(statusOf(route), result);
    response.status(answer.status);
    const tag = route.versioned && answer.status !== 202 ? tagOf(answer.body) : null;
    if (tag !== null) response.set('ETag', tag);
    response.set(answer.headers);
    if (tag === null || !READS.has(request.method)) return answer.body;
    response.set('Cache-Control', 'private, no-cache');
    if (!names(request.headers['if-none-match'], tag)) return answer.body;
    response.status(304);
    return undefined;
  }
}

const READS = new Set(['GET', 'HEAD']);

function tagOf(body: unknown): string | null {
  const view = Versioned.safeParse(body);
  return view.success ? `"${String(view.data.version)}"` : null;
}

/**
 * Whether an `If-None-Match` holds. Express leaves the question aside when `Cache-Control: no-cache` comes with it, and
 * browsers add that to every `fetch` that sends the header by hand; but we are the origin that it wants to be asked.
 */
const names = (header: string | undefined, tag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
