import { z } from 'zod';
import { isSchema } from '../openapi/json-schema.js';
import { schemaBreaks, type Side } from './schema-breaks.js';

const Content = z.record(z.string(), z.object({ schema: z.unknown() })).default({});
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: z.unknown(),
});
const Answer = z.object({ content: Content, 'x-codes': z.array(z.string()).default([]) });
const Reference = z.object({ $ref: z.string() });
const Operation = z.object({
  parameters: z.array(z.union([Reference, Parameter])).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content: Content }).optional(),
  responses: z.record(z.string(), z.union([Reference, Answer])),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  'x-role': z.string().optional(),
  'x-preview': z.boolean().default(false),
});
type Operation = z.infer<typeof Operation>;

/** The parts of the document that callers rely on. */
export const ApiDocument = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({
    parameters: z.record(z.string(), Parameter).default({}),
    responses: z.record(z.string(), Answer).default({}),
  }),
});
export type ApiDocument = z.infer<typeof ApiDocument>;

interface Pair {
  before: ApiDocument;
  now: ApiDocument;
}

/** Roles, each with all rights of those before it. */
const ROLES = ['public', 'signed_in', 'viewer', 'member', 'admin', 'owner', 'operator'];

/** One sentence for each thing that a caller of the last release could not do any more (api.md, section 6). */
export function openapiBreaks(pair: Pair): string[] {
  return Object.entries(pair.before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, was]) => {
      const at = `${method.toUpperCase()} ${path}`;
      const is = pair.now.paths[path]?.[method];
      if (was['x-preview']) return [];
      return is ? operationBreaks(pair, was, is, at) : [`${at} is gone`];
    }),
  );
}

function operationBreaks(pair: Pair, was: Operation, is: Operation, at: string): string[] {
  return [
    ...parameterBreaks(pair, was, is, at),
    ...bodyBreaks(pair, was, is, at),
    ...answerBreaks(pair, was, is, at),
    ...rightBreaks(was, is, at),
  ];
}

function parameterBreaks(pair: Pair, was: Operation, is: Operation, at: string): string[] {
  const [old, present] = [parametersOf(pair.before, was), parametersOf(pair.now, is)];
  const gone = [...old].flatMap(([name, parameter]) => {
    const other = present.get(name);
    if (!other) return [`${at}: ${name} is gone`];
    return compared(pair, parameter.schema, other.schema, 'request', `${at}: ${name}`);
  });
  const required = [...present]
    .filter(([name, { required: needed }]) => needed && old.get(name)?.required !== true)
    .map(([name]) => `${at}: ${name} is required now`);
  return [...gone, ...required];
}

function parametersOf(document: ApiDocument, operation: Operation) {
  const found = operation.parameters.map((parameter) => {
    if ('name' in parameter) return parameter;
    return document.components.parameters[parameter.$ref.split('/').at(-1) ?? ''];
  });
  return new Map(found.filter((one) => one !== undefined).map((one) => [`${one.in} ${one.name}`, one]));
}

function bodyBreaks(pair: Pair, was: Operation, is: Operation, at: string): string[] {
  const required = is.requestBody?.required === true && was.requestBody?.required !== true;
  return [
    ...(required ? [`${at}: a body is required now`] : []),
    ...contentBreaks(pair, was.requestBody?.content, is.requestBody?.content, 'request', `${at}: body`),
  ];
}

function answerBreaks(pair: Pair, was: Operation, is: Operation, at: string): string[] {
  return Object.entries(was.responses).flatMap(([status, answer]) => {
    const old = answerOf(pair.before, answer);
    const other = is.responses[status];
    const present = other && answerOf(pair.now, other);
    if (!present) return [`${at}: ${status} is gone`];
    const codes = old['x-codes'].filter((code) => !present['x-codes'].includes(code));
    return [
      ...codes.map((code) => `${at}: ${status} lost the code ${code}`),
      ...contentBreaks(pair, old.content, present.content, 'response', `${at}: ${status}`),
    ];
  });
}

function answerOf(document: ApiDocument, answer: Operation['responses'][string]): z.infer<typeof Answer> {
  if (!('$ref' in answer)) return answer;
  const found = document.components.responses[answer.$ref.split('/').at(-1) ?? ''];
  if (!found) throw new Error(`${answer.$ref} leads nowhere.`);
  return found;
}

function contentBreaks(
  pair: Pair,
  was: z.infer<typeof Content> | undefined,
  is: z.infer<typeof Content> | undefined,
  side: Side,
  at: string,
): string[] {
  return Object.entries(was ?? {}).flatMap(([media, { schema }]) => {
    const other = is?.[media];
    // An error is compared by its codes; its form is one for all.
    if (media === 'application/problem+json') return [];
    return other ? compared(pair, schema, other.schema, side, at) : [`${at}: ${media} is gone`];
  });
}

function compared({ before, now }: Pair, was: unknown, is: unknown, side: Side, at: string): string[] {
  if (!isSchema(was) || !isSchema(is)) return [];
  return schemaBreaks({ schema: was, root: before }, { schema: is, root: now }, side, at);
}

/** Any of the old ways in must still be one. */
function rightBreaks(was: Operation, is: Operation, at: string): string[] {
  const scopes = (operation: Operation) => operation.security.flatMap((way) => way['apiToken'] ?? []);
  const opens = (operation: Operation, way: string) => operation.security.some((one) => way in one);
  // What a token opens, a session opens too.
  const isOpen = (way: string) =>
    opens(is, way) || (way === 'session' && opens(is, 'apiToken')) || is.security.length === 0;
  const closed = ['apiToken', 'session'].filter((way) => opens(was, way) && !isOpen(way));
  const needed = scopes(is).filter((scope) => !scopes(was).includes(scope));
  const [old, present] = [was['x-role'] ?? 'public', is['x-role'] ?? 'public'];
  return [
    ...(was.security.length === 0 && is.security.length > 0 ? [`${at}: needs to be signed in now`] : []),
    ...closed.map((way) => `${at}: ${way} is no way in any more`),
    ...(closed.includes('apiToken') ? [] : needed.map((scope) => `${at}: needs the scope ${scope} now`)),
    ...(ROLES.indexOf(present) > ROLES.indexOf(old) ? [`${at}: needs the role ${present} now, not ${old}`] : []),
  ];
}
