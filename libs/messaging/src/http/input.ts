import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { z } from 'zod';
import { Invalid, NotFound } from '../rejections/rejection.js';
import { bodyPointer, fieldErrors, queryPointer } from './field-errors.js';

/** The schemas that a controller's method takes; the OpenAPI document is made of them. */
export interface Inputs {
  path?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
}

const INPUTS_METADATA = 'foundry:inputs';

/** Lists the schemas of one method of a controller's prototype. */
export function inputsOf(prototype: object, method: string | symbol): Inputs {
  const inputs: unknown = Reflect.getMetadata(INPUTS_METADATA, prototype, method);
  return typeof inputs === 'object' && inputs !== null ? inputs : {};
}

/** The index, when the parameter there takes the value; else never, so that the decorator does not compile. */
type Takes<T, K extends keyof T, I extends number, V> = T[K] extends (...args: infer A) => unknown
  ? V extends A[I]
    ? I
    : never
  : never;

/** A parameter decorator that checks the type of the parameter it stands before. */
export type ParameterOf<V> = <T extends object, K extends keyof T, I extends number>(
  target: T,
  key: K | undefined,
  index: I & Takes<T, K, I, V>,
) => void;

type Part = keyof Inputs;
type Reader = (request: Request, schema: z.ZodType) => unknown;

const READERS: Record<Part, Reader> = {
  path: ({ params }, schema) => {
    const parsed = schema.safeParse(params);
    if (!parsed.success) throw new NotFound();
    return parsed.data;
  },
  query: ({ query }, schema) => {
    const parsed = schema.safeParse({ ...query });
    if (!parsed.success) throw new Invalid('The query is not valid.', fieldErrors(parsed.error, queryPointer));
    return parsed.data;
  },
  body: ({ body }: { body?: unknown }, schema) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new Invalid('The body is not valid.', fieldErrors(parsed.error, bodyPointer));
    return parsed.data;
  },
};

interface Taken {
  part: Part;
  take: z.ZodType;
}

const read = createParamDecorator(({ part, take }: Taken, context: ExecutionContext): unknown =>
  READERS[part](context.switchToHttp().getRequest<Request>(), take),
);

function mustBeStrict(schema: z.ZodType, part: Part): void {
  const { def } = schema._zod;
  const catchall = 'catchall' in def ? def.catchall : undefined;
  const refused = typeof catchall === 'object' && catchall !== null && '_zod' in catchall;
  if (def.type === 'object' && !refused) throw new Error(`The ${part} of a route must be a z.strictObject.`);
}

function taken<S extends z.ZodType>(part: Part, schema: S): ParameterOf<z.output<S>> {
  mustBeStrict(schema, part);
  // The schema travels inside an object: Nest takes anything with a method `transform` for a pipe.
  const decorate = read({ part, take: schema });
  return (target, key, index) => {
    if (key === undefined) throw new Error('A constructor takes no part of a request.');
    const given: PropertyKey = key;
    const name = typeof given === 'number' ? String(given) : given;
    Reflect.defineMetadata(INPUTS_METADATA, { ...inputsOf(target, name), [part]: schema }, target, name);
    decorate(target, name, index);
  };
}

/** The path's ids, parsed. An id that does not fit the schema is 404 `resource.not_found`, like an unknown one. */
export const PathOf = <S extends z.ZodObject>(schema: S): ParameterOf<z.output<S>> => taken('path', schema);

/** The query, parsed: a `z.strictObject`, so an unknown field is 422 `request.invalid`. Numbers need `z.coerce`. */
export const QueryOf = <S extends z.ZodObject>(schema: S): ParameterOf<z.output<S>> => taken('query', schema);

/** The JSON body, parsed: a `z.strictObject` at every level, so an unknown field is 422 `request.invalid`. */
export const BodyOf = <S extends z.ZodType>(schema: S): ParameterOf<z.output<S>> => taken('body', schema);
