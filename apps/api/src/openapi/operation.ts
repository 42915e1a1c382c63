import type { Access, ErrorCode, RouteEntry } from '@foundry/messaging';
import { z } from 'zod';
import { codesOfRoute } from './codes.js';
import type { Components } from './components.js';
import { exampleOf } from './example.js';
import { grouped } from './grouped.js';
import { type HeaderName, type RequestHeaderName } from './headers.js';
import { isSchema, type JsonSchema } from './json-schema.js';

type Part = Record<string, unknown>;

/** The 202 of every route that sends a command; ids of what is being made stand beside. */
export const PendingCommand = z
  .looseObject({
    commandId: z.uuid(),
    code: z.literal('command.pending'),
    statusUrl: z.string().meta({ description: 'Where to look, the same as `Location`.' }),
  })
  .meta({
    id: 'PendingCommand',
    description: 'Accepted and durable, not settled yet. Ids of what is being made may stand beside.',
    examples: [
      {
        commandId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
        code: 'command.pending',
        statusUrl: '/v1/commands/0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
      },
    ],
  });

const headerRefs = (names: readonly HeaderName[]): Part =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

function parameters(where: 'path' | 'query', schema: z.ZodObject | undefined, components: Components): Part[] {
  if (!schema) return [];
  const { properties = {} } = components.of(schema, 'input');
  return Object.entries(schema.shape).map(([name, field]) => {
    const written = properties[name];
    const { description, examples: _, ...rest }: JsonSchema = isSchema(written) ? written : {};
    const shown = components.resolve(rest);
    const optional = field instanceof z.ZodType && field.safeParse(undefined).success;
    return {
      name,
      in: where,
      required: where === 'path' || !optional,
      description: description ?? shown.description ?? (where === 'path' ? idMeaning(name) : undefined),
      schema: rest,
      example: isSchema(written) ? exampleOf(written, components) : undefined,
    };
  });
}

/** `organizationId` needs no words of its own. */
function idMeaning(name: string): string | undefined {
  const noun = /^(.+)Id$/.exec(name)?.[1];
  return noun && `Id of the ${noun.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}.`;
}

const headerParameters = ({ definition, method }: RouteEntry): RequestHeaderName[] => [
  ...(definition.command ? (['IdempotencyKey', 'Prefer'] as const) : []),
  ...(definition.waits ? (['Prefer'] as const) : []),
  ...(definition.ifMatch === 'required' ? (['IfMatchRequired'] as const) : []),
  ...(definition.ifMatch === 'optional' ? (['IfMatch'] as const) : []),
  ...(definition.versioned && method === 'GET' ? (['IfNoneMatch'] as const) : []),
];

function content(schema: z.ZodType, io: 'input' | 'output', media: string, components: Components): Part {
  const written = components.of(schema, io);
  return { [media]: { schema: written, example: exampleOf(written, components) } };
}

const MEANS: Record<string, string> = {
  '200': 'Done.',
  '201': 'Made.',
  '202': 'Accepted and durable, not settled yet. No failure, and no need to repeat.',
  '204': 'Done; there is nothing to tell.',
  '302': 'The browser is sent on.',
  '304': 'It is still the version that you have.',
  '503': 'The same report, when this instance cannot work.',
};

function successHeaders({ definition, access, inputs }: RouteEntry, status: string): HeaderName[] {
  return [
    'X-Request-Id',
    ...(access.public ? [] : (['RateLimit', 'RateLimit-Policy'] as const)),
    ...(['201', '202', '302'].includes(status) ? (['Location'] as const) : []),
    ...(status === '202' ? (['Retry-After'] as const) : []),
    ...(definition.versioned && status !== '202' ? (['ETag'] as const) : []),
    ...(inputs.query && 'cursor' in inputs.query.shape ? (['Link'] as const) : []),
    ...(definition.command || definition.waits ? (['Preference-Applied'] as const) : []),
    ...(definition.command ? (['Idempotent-Replayed'] as const) : []),
  ];
}

/** What the answers of this route carry beside the usual headers. */
const ownHeaders = ({ headers = {} }: RouteEntry['definition'], status: string): Part =>
  status === '202'
    ? {}
    : Object.fromEntries(
        Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
      );

function successes(entry: RouteEntry, components: Components): Part {
  const { definition } = entry;
  const pending = definition.command ? { 202: definition.answers[202] ?? PendingCommand } : {};
  const answers = Object.entries({ ...definition.answers, ...pending });
  const written = answers.map(([status, schema]): [string, Part] => [
    status,
    {
      description: MEANS[status] ?? 'Answered.',
      headers: { ...headerRefs(successHeaders(entry, status)), ...ownHeaders(definition, status) },
      ...(schema ? { content: content(schema, 'output', definition.media ?? 'application/json', components) } : {}),
    },
  ]);
  const fresh: [string, Part][] =
    definition.versioned && entry.method === 'GET'
      ? [['304', { description: MEANS['304'], headers: headerRefs(['ETag']) }]]
      : [];
  return Object.fromEntries([...written, ...fresh]);
}

const problemExample = ({ code, status, title, meaning }: ErrorCode): Part => ({
  summary: title,
  value: {
    type: `/docs/errors/${code}`,
    title,
    status,
    detail: meaning,
    code,
    requestId: '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11',
  },
});

/** One response for each status, with the codes that come by it. */
export function problemResponse(codes: readonly ErrorCode[]): Part {
  const [first] = codes;
  const waits = first?.status === 429 || first?.status === 503;
  return {
    description: codes.map(({ code, title }) => `\`${code}\`: ${title}.`).join('\n'),
    headers: headerRefs(['X-Request-Id', ...(waits ? (['Retry-After'] as const) : [])]),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code.code, problemExample(code)])),
      },
    },
    'x-codes': codes.map(({ code }) => code),
  };
}

/** A route whose success already uses a status says its codes beside the report. */
function problems(entry: RouteEntry, taken: Part, shared: (codes: ErrorCode[]) => Part): Part {
  const byStatus = grouped(codesOfRoute(entry), ({ status }) => String(status));
  return Object.fromEntries(
    [...byStatus].filter(([status]) => !(status in taken)).map(([status, codes]) => [status, shared(codes)]),
  );
}

export function roleOf({ operator, role, demands, administers, public: open }: Access, path: string): string {
  if (open) return 'public';
  if (operator) return 'operator';
  if (administers === 'always') return 'admin';
  return role ?? demands ?? (path.includes(':organizationId') ? 'viewer' : 'signed_in');
}

function securityOf({ public: open, scope, sessionOnly, signedOutToo }: Access): Part[] {
  if (open) return [];
  const nobody = signedOutToo ? [{}] : [];
  return [sessionOnly ? { session: [] } : { apiToken: scope ? [scope] : [] }, ...nobody];
}

function auditOf({ definition }: RouteEntry): string | undefined {
  const audit = definition.command?.definition.audit;
  if (definition.audit !== undefined) return definition.audit;
  if (!audit) return definition.direct?.audit;
  return 'none' in audit ? `none: ${audit.none}` : audit.kind;
}

/** A browser is always sent on, so there is no 2xx; what else may come is said for all statuses at once. */
const OTHERWISE: Part = {
  default: {
    description: 'Anything else is a problem.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
};

/** One route as the document shows it. `shared` turns the problems of one status into a response or a reference to it. */
export function operationOf(entry: RouteEntry, components: Components, shared: (codes: ErrorCode[]) => Part): Part {
  const { definition, access, inputs, path } = entry;
  const command = definition.command?.definition.name;
  const sends = command === undefined ? '' : `\n\nSends the command \`${command}\`.`;
  const answered = successes(entry, components);
  const listed = [...parameters('path', inputs.path, components), ...parameters('query', inputs.query, components)];
  const headers = headerParameters(entry).map((name) => ({ $ref: `#/components/parameters/${name}` }));
  const body = inputs.body && {
    required: true,
    description: components.resolve(components.of(inputs.body, 'input')).description,
    content: content(inputs.body, 'input', 'application/json', components),
  };
  return {
    operationId: definition.operationId,
    tags: [definition.tag],
    summary: definition.summary,
    description: definition.description + sends,
    parameters: [...listed, ...headers],
    ...(body ? { requestBody: body } : {}),
    responses: {
      ...answered,
      ...problems(entry, answered, shared),
      ...(302 in definition.answers ? OTHERWISE : {}),
    },
    security: securityOf(access),
    'x-role': roleOf(access, path),
    ...(command === undefined ? {} : { 'x-command': command }),
    ...(definition.direct ? { 'x-direct': definition.direct.reason } : {}),
    ...(auditOf(entry) === undefined ? {} : { 'x-audit': auditOf(entry) }),
  };
}
