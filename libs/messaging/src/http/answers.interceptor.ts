import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable, throwError, timeout } from 'rxjs';
import { z } from 'zod';
import { Answer } from './answer.js';
import { Refusal } from './refusal.js';
import { apiRequest } from './request.js';
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

/** Gives every answer its status and headers; Express itself answers 304 where `ETag` and `If-None-Match` agree. */
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
    return answer.pipe(map((result: unknown) => this.send(route, result, response, apiRequest(context).method)));
  }

  private send(route: RouteDefinition, result: unknown, response: Response, method: string): unknown {
    const answer = result instanceof Answer ? result : new Answer(statusOf(route), result);
    response.status(answer.status);
    if (route.versioned && answer.status !== 202) this.tag(answer.body, response, method);
    response.set(answer.headers);
    return answer.body;
  }

  private tag(body: unknown, response: Response, method: string): void {
    const view = Versioned.safeParse(body);
    if (!view.success) return;
    response.set('ETag', `"${String(view.data.version)}"`);
    if (method === 'GET' || method === 'HEAD') response.set('Cache-Control', 'private, no-cache');
  }
}
