import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SendContext } from '../sending/command-sender.js';
import { Invalid } from '../rejections/rejection.js';
import type { Caller } from './access.js';
import { idempotencyOf } from './idempotency.js';
import { type Preference, preferenceOf } from './preference.js';
import { Refusal } from './refusal.js';
import { type ApiRequest, apiRequest, templateOf } from './request.js';
import { type RouteDefinition, routeOf } from './route.js';

/** What a request asks for beside its parameters and body: who calls, how long to wait, under which key. */
export class Asked {
  readonly preference: Preference;
  readonly idempotency: SendContext['idempotency'];

  constructor(
    readonly request: ApiRequest,
    readonly route: RouteDefinition,
  ) {
    this.preference = preferenceOf(request.headers.prefer);
    this.idempotency = idempotencyOf(request);
  }

  get caller(): Caller {
    if (!this.request.caller)
      throw new Error(`The route ${this.route.operationId} has no caller; mark it with @Allow.`);
    return this.request.caller;
  }

  /** `GET /v1/commands/:commandId`: the route, without what it was called with. */
  get template(): string {
    return `${this.request.method} ${templateOf(this.request)}`;
  }

  get traceparent(): string | undefined {
    const value = this.request.traceparent ?? this.request.headers.traceparent;
    return typeof value === 'string' && /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(value)
      ? value
      : undefined;
  }
}

/** Everything that `Commands` and `Pages` need to know about the request, as a controller's parameter. */
export const As = createParamDecorator((_data: unknown, context: ExecutionContext): Asked => {
  const route = routeOf(context.getHandler());
  if (!route) throw new Error(`${context.getClass().name}.${context.getHandler().name} has no @Route.`);
  return new Asked(apiRequest(context), route);
});

/** The version that `If-Match` names, or null. Missing where the route requires it: 428 `version.required`. */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): number | null => {
  const header = apiRequest(context).headers['if-match'];
  if (header === undefined || header === '*') {
    if (routeOf(context.getHandler())?.ifMatch === 'required') {
      throw new Refusal('version.required', 'Send the ETag that you read as If-Match.');
    }
    return null;
  }
  const version = /^(?:W\/)?"([0-9]{1,15})"$/.exec(header)?.[1];
  if (version !== undefined) return Number(version);
  throw new Invalid('If-Match is not valid.', [
    { pointer: 'header:If-Match', code: 'invalid_format', detail: 'must be an ETag as it was given, such as "7"' },
  ]);
});
