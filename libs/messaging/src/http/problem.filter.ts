import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { generalCode } from './general-codes.js';
import type { Problem } from './problem.js';
import { Refusal } from './refusal.js';
import type { ApiRequest } from './request.js';
import { RouteTable } from './route-table.js';
import { refusalOf } from './to-problem.js';

const SECRET_FREE = 'This failed on our side; tell the operator the request id.';

/** The sentence for a code that no route declares. */
const titleFromCode = (code: string): string => {
  const words = code.replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Answers every failure as `application/problem+json`; what is our fault is logged with its stack and told to nobody. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('http');

  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<ApiRequest>(), http.getResponse<Response>());
  }

  /** The same for what fails before a route is found, such as middleware. */
  answer(error: unknown, request: ApiRequest, response: Response): void {
    const refusal = this.routed(refusalOf(error) ?? this.failed(error, request), request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = this.problemOf(refusal, request.requestId ?? '');
    response.locals['problemCode'] = problem.code;
    response.status(problem.status).set(refusal.headers).type('application/problem+json').send(JSON.stringify(problem));
  }

  private failed(error: unknown, request: ApiRequest): Refusal {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.log.error({ requestId: request.requestId, stack, cause: causeOf(error) }, 'request failed');
    return new Refusal('service.failed', SECRET_FREE);
  }

  /** An unknown address: the path may exist with other methods. */
  private routed(refusal: Refusal, request: ApiRequest): Refusal {
    if (refusal.code !== 'route.not_found') return refusal;
    const methods = this.routes.methodsOf(request.path);
    if (methods.length === 0) return new Refusal('route.not_found', 'There is no such address.');
    const allow = methods.join(', ');
    return new Refusal('route.method_not_allowed', `This address takes ${allow}.`, {}, { Allow: allow });
  }

  private problemOf({ code, status, message, members }: Refusal, requestId: string): Problem {
    const title = (generalCode(code) ?? this.routes.codes.get(code))?.title ?? titleFromCode(code);
    return { type: `/docs/errors/${code}`, title, status, detail: message, code, requestId, ...members };
  }
}

const causeOf = (error: unknown): string | undefined =>
  error instanceof Error && error.cause instanceof Error ? error.cause.stack : undefined;
