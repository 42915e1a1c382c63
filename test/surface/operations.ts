import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Media = z.object({ schema: z.unknown(), example: z.unknown() }).partial();
const Answered = z
  .object({ content: z.record(z.string(), Media), 'x-codes': z.array(z.string()), $ref: z.string() })
  .partial();
const Parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  example: z.unknown(),
});
const Written = z.object({
  operationId: z.string(),
  parameters: z.array(z.union([Parameter, z.object({ $ref: z.string() })])),
  requestBody: z.object({ content: z.record(z.string(), Media) }).optional(),
  responses: z.record(z.string(), Answered),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  'x-role': z.enum(['public', 'signed_in', 'viewer', 'member', 'admin', 'owner', 'operator']),
  'x-command': z.string().optional(),
  'x-audit': z.string().optional(),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Written)),
  components: z.looseObject({
    parameters: z.record(z.string(), Parameter),
    responses: z.record(z.string(), Answered),
  }),
});

export type Role = z.infer<typeof Written>['x-role'];

/** One operation of the published document, with all that the sweeps need to know about it. */
export interface Operation {
  id: string;
  method: string;
  /** `/v1/organizations/{organizationId}`. */
  path: string;
  pathParameters: readonly string[];
  /** An example of the body; undefined where none is taken. */
  body: unknown;
  takesBody: boolean;
  takesQuery: boolean;
  /** Fields of the query that have to be there, with their examples. */
  neededQuery: string;
  needsIfMatch: boolean;
  role: Role;
  /** What an API token needs; null when any token is good enough. */
  scope: string | null;
  /** No API token at all may call it. */
  sessionOnly: boolean;
  /** Answers people who are signed out as well. */
  signedOutToo: boolean;
  command: string | null;
  audit: string | null;
  /** The codes of problems by status. */
  codes: ReadonlyMap<number, readonly string[]>;
  /** Media types of answers by status, with a pointer to each schema. */
  answers: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const document: unknown = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
const { paths, components } = Document.parse(document);

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');
const named = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

function answersOf(path: string, method: string, responses: z.infer<typeof Written>['responses']) {
  return Object.entries(responses).map(([status, response]) => {
    const shared = response.$ref === undefined ? undefined : components.responses[named(response.$ref)];
    const at =
      response.$ref === undefined
        ? `/paths/${escaped(path)}/${method}/responses/${status}`
        : `/components/responses/${escaped(named(response.$ref))}`;
    const { content = {}, 'x-codes': codes = [] } = shared ?? response;
    const schemas = Object.keys(content).map((type): [string, string] => [
      type,
      `${at}/content/${escaped(type)}/schema`,
    ]);
    return { status, codes, schemas: new Map(schemas) };
  });
}

function operationAt(path: string, method: string, written: z.infer<typeof Written>): Operation {
  const parameters = written.parameters.flatMap((parameter) => {
    if (!('$ref' in parameter)) return [parameter];
    const shared = components.parameters[named(parameter.$ref)];
    return shared ? [shared] : [];
  });
  const answers = answersOf(path, method, written.responses);
  const [body] = Object.values(written.requestBody?.content ?? {});
  const scopes = written.security.flatMap(({ apiToken }) => apiToken ?? []);
  return {
    id: written.operationId,
    method: method.toUpperCase(),
    path,
    pathParameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
    body: body?.example,
    takesBody: written.requestBody !== undefined,
    neededQuery: new URLSearchParams(
      parameters.flatMap(({ name, in: where, required, example }): [string, string][] =>
        where === 'query' && required ? [[name, String(example)]] : [],
      ),
    ).toString(),
    takesQuery: parameters.some((parameter) => parameter.in === 'query'),
    needsIfMatch: parameters.some(({ name, required }) => name === 'If-Match' && required),
    role: written['x-role'],
    scope: scopes[0] ?? null,
    sessionOnly: written['x-role'] !== 'public' && !written.security.some((way) => 'apiToken' in way),
    signedOutToo: written.security.some((way) => Object.keys(way).length === 0),
    command: written['x-command'] ?? null,
    audit: written['x-audit'] ?? null,
    codes: new Map(answers.map(({ status, codes }) => [Number(status), codes])),
    answers: new Map(answers.map(({ status, schemas }) => [status, schemas])),
  };
}

/** Every operation of `docs/openapi.json`, which a check keeps equal to the routes of the product. */
export const OPERATIONS: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, written]) => operationAt(path, method, written)),
);

export const changes = ({ method }: Operation): boolean => method !== 'GET';
export const ofOrganization = ({ pathParameters }: Operation): boolean => pathParameters.includes('organizationId');

/** For `it.each`: a readable name before the operation. */
export const namedOperations = (which: (operation: Operation) => boolean): [string, Operation][] =>
  OPERATIONS.filter(which).map((operation) => [`${operation.method} ${operation.path}`, operation]);

/**
 * What cannot succeed here, and is proved elsewhere: `deleteAccount` ends the person who asks (`account.int.spec.ts` of the
 * user module), the next two need an App and a person back from GitHub (`test/set-up`), and the others a machine that runs
 * (`test/task`).
 */
export const PROVED_ELSEWHERE: readonly string[] = [
  'deleteAccount',
  'beginInstallation',
  'finishInstallation',
  'execInSandbox',
  'listFiles',
  'readFile',
  'searchFiles',
];
