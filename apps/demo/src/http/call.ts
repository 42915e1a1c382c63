import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Caller } from '../access/caller.js';
import { notFound, Refused } from './refused.js';

/** What a route answers; without a body nothing is written. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call that passed the gate: its caller is known and has budget left. */
export interface Call {
  readonly caller: Caller;
  readonly request: Request;
}

type Send = (request: Request, response: Response, answer: Answer) => void;

const gates = new WeakMap<Request, { caller: Caller; send: Send }>();

/** Remembers who asks and how answers are written, for the routes that follow. */
export function admit(request: Request, caller: Caller, send: Send): void {
  gates.set(request, { caller, send });
}

function gateOf(request: Request): { caller: Caller; send: Send } {
  const gate = gates.get(request);
  if (!gate) throw new Error(`${request.path} was not admitted`);
  return gate;
}

/** Nothing is read from the query or the body. */
export const Nothing = z.unknown();

function readPath<P>(schema: z.ZodType<P>, value: unknown): P {
  const result = schema.safeParse(value);
  if (!result.success) throw notFound();
  return result.data;
}

function readInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) => `"${path.join('.')}": ${message}`);
  throw new Refused(422, `Invalid request.\n\n${reasons.join('\n')}`);
}

/** A route that only reads: path and query are parsed, a wrong path is 404 and a wrong query 422. */
export function reads<P, Q>(
  path: z.ZodType<P>,
  query: z.ZodType<Q>,
  handle: (call: Call & { path: P; query: Q }) => Answer | Promise<Answer>,
): RequestHandler {
  return async (request, response) => {
    const { caller, send } = gateOf(request);
    const parsed = { path: readPath(path, request.params), query: readInput(query, request.query) };
    send(request, response, await handle({ caller, request, ...parsed }));
  };
}

/** A route that changes something: path and JSON body are parsed. */
export function changes<P, B>(
  path: z.ZodType<P>,
  body: z.ZodType<B>,
  handle: (call: Call & { path: P; body: B }) => Answer | Promise<Answer>,
): RequestHandler {
  return async (request, response) => {
    const { caller, send } = gateOf(request);
    const sent: unknown = request.body;
    const parsed = { path: readPath(path, request.params), body: readInput(body, sent ?? {}) };
    send(request, response, await handle({ caller, request, ...parsed }));
  };
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown, location?: string): Answer => ({
  status: 201,
  body,
  ...(location ? { headers: { Location: location } } : {}),
});
export const done: Answer = { status: 204 };
