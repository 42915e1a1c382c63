import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { json } from 'express';
import type { Observable } from 'rxjs';
import { inputsOf } from './input.js';
import { mustBePlain } from './plain-json.js';
import { Refusal } from './refusal.js';
import { type ApiRequest, apiRequest } from './request.js';
import { routeOf } from './route.js';

/** Bytes of a body where the route says nothing else. */
export const BODY_LIMIT = 256 * 1024;

/** Reads the JSON body after the guards, so that nobody without the right makes us read it. */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = apiRequest(context);
    const controller: { prototype: object } = context.getClass();
    if (inputsOf(controller.prototype, context.getHandler().name).body) {
      const limit = routeOf(context.getHandler())?.bodyLimit ?? BODY_LIMIT;
      await readJson(request, context.switchToHttp().getResponse<Response>(), limit);
    }
    return next.handle();
  }
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
