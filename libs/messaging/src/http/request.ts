import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { RequestWithCaller } from './access.js';

/** A request as the API's middleware hands it on. */
export interface ApiRequest extends Request, RequestWithCaller {
  body: unknown;
  /** Of the request's own span, where spans are collected; what it does carries this one instead of the caller's. */
  traceparent?: string;
}

export const apiRequest = (context: ExecutionContext): ApiRequest => context.switchToHttp().getRequest<ApiRequest>();

/** `/v1/commands/:commandId`, as the router has it; the path itself for what has no route. */
export function templateOf(request: ApiRequest): string {
  const route: unknown = request.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? path : request.path;
}
