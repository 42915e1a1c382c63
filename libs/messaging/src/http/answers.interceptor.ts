import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { Answer } from './answer.js';
import { apiRequest } from './request.js';
import { type RouteDefinition, routeOf } from './route.js';

const Versioned = z.object({ version: z.int() });

/** The status of a plain answer: the first that the route declares. */
export function statusOf(route: RouteDefinition): number {
  return Math.min(...Object.keys(route.answers).map(Number));
}

/** Gives every answer its status and headers; Express itself answers 304 where `ETag` and `If-None-Match` agree. */
@Injectable()
export class AnswersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = routeOf(context.getHandler());
    if (!route) return next.handle();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(map((result: unknown) => this.send(route, result, response, apiRequest(context).method)));
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
