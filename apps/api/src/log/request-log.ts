import { type ApiRequest, requestSpan, RouteTable } from '@foundry/messaging';
import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { HttpMetrics } from '../metrics/http-metrics.js';

/** Where the API writes its lines. */
export class ApiLog {
  constructor(readonly target: Logger) {}
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** One line, one observation and, where spans are collected, one span for every request. Neither the query nor an unknown path is ever written. */
@Injectable()
export class RequestLog {
  constructor(
    private readonly log: ApiLog,
    private readonly metrics: HttpMetrics,
    private readonly routes: RouteTable,
  ) {}

  readonly handle = (request: Request & Partial<ApiRequest>, response: Response, next: NextFunction): void => {
    const started = performance.now();
    const { path } = request;
    const span = requestSpan([request.headers.traceparent].flat()[0]);
    if (span) request.traceparent = span.traceparent;
    this.metrics.inFlight.inc();
    response.once('close', () => {
      this.metrics.inFlight.dec();
      const ended = {
        method: METHODS.has(request.method) ? request.method : 'other',
        route: this.routes.templateOf(path) ?? 'other',
        status: response.writableFinished ? response.statusCode : 499,
      };
      span?.end(ended);
      this.tell(request, response, ended, performance.now() - started);
    });
    next();
  };

  private tell(
    request: Request & Partial<ApiRequest>,
    response: Response,
    { method, route, status }: { method: string; route: string; status: number },
    ms: number,
  ): void {
    const code: unknown = response.locals['problemCode'];
    this.metrics.requests.inc({ route, method, status: String(status) });
    this.metrics.seconds.observe({ route }, ms / 1000);
    if (typeof code === 'string') this.metrics.problems.inc({ code });
    const { requestId, caller } = request;
    const fields = { requestId, method, route, status, code, userId: caller?.actor.userId, via: caller?.actor.via };
    this.log.target.info({ ...fields, ms: Math.round(ms * 10) / 10 }, 'request');
  }
}
