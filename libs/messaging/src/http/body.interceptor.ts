import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { json } from 'express';
import type { Observable } from 'rxjs';
import { Invalid } from '../rejections/rejection.js';
import { bodyPointer, type FieldPointer, queryPointer } from './field-errors.js';
import { inputsOf } from './input.js';
import { mustBePlain } from './plain-json.js';
import { MAX_FIELD_ERRORS } from './problem.js';
import { Refusal } from './refusal.js';
import { type ApiRequest, apiRequest } from './request.js';
import { routeOf } from './route.js';
import { accessOf } from './routes-of.js';

/** Bytes of a body where the route says nothing else. */
export const BODY_LIMIT = 256 * 1024;

/**
 * Reads the JSON body after the guards, so that nobody without the right makes us read it. A route that takes no body or
 * no query refuses fields there like any other unknown field. Public routes read what they need by themselves.
 */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = apiRequest(context);
    const controller: { prototype: object } = context.getClass();
    const handler = context.getHandler();
    const takes = inputsOf(controller.prototype, handler.name);
    const route = routeOf(handler);
    const access = accessOf(handler) ?? accessOf(controller) ?? {};
    const read = () =>
      readJson(request, context.switchToHttp().getResponse<Response>(), route?.bodyLimit ?? BODY_LIMIT);
    if (takes.body) await read();
    if (!route || access.public) return next.handle();
    if (!takes.query) mustBeEmpty(request.query, queryPointer, 'The query is not valid.');
    if (!takes.body && hasBody(request)) {
      await read();
      mustBeEmpty(request.body, bodyPointer, 'The body is not valid.');
      request.body = undefined;
    }
    return next.handle();
  }
}

const hasBody = ({ method, headers }: ApiRequest): boolean =>
  method !== 'GET' &&
  method !== 'HEAD' &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

/** Refuses everything but an object without fields, with 422 `request.invalid`. */
function mustBeEmpty(value: unknown, pointer: FieldPointer, detail: string): void {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const fields = isObject ? Object.keys(value) : [];
  if (isObject && fields.length === 0) return;
  const faults = isObject
    ? fields.map((field) => ({
        pointer: pointer([field]),
        code: 'unknown_field',
        detail: 'There is no such field.',
      }))
    : [{ pointer: pointer([]), code: 'invalid_type', detail: 'must be an object without fields, or absent' }];
  throw new Invalid(detail, faults.slice(0, MAX_FIELD_ERRORS));
}

async function readJson(request: ApiRequest, response: Response, limit: number): Promise<void> {
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new Refusal('request.media_type', 'Send the body with Content-Type: application/json.');
  }
  // The parser takes an empty body for an empty object.
  if (request.headers['content-length'] === '0') throw missing();
  const parse = json({ limit, inflate: false, strict: false, type: () => true });
  await new Promise<void>((resolve, reject) => {
    parse(request, response, (error: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('The body cannot be read.', { cause: error }));
    });
  });
  if (request.body === undefined) throw missing();
  mustBePlain(request.body);
}

const missing = () => new Refusal('request.malformed', 'A JSON body is needed.');
