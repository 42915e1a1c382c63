import { codesOf, type ErrorCode, Problem, type RouteEntry } from '@foundry/messaging';
import type { z } from 'zod';
import { Components } from './components.js';
import { grouped } from './grouped.js';
import { HEADERS, REQUEST_HEADERS } from './headers.js';
import { operationOf, problemResponse } from './operation.js';
import { TAGS } from './tags.js';

type Part = Record<string, unknown>;

const INFO = {
  title: 'Foundry',
  description:
    'The control plane where a team runs coding agents on its GitHub repositories. One API for the web app, scripts and integrations. Errors are `application/problem+json`; decide by `code`. Mutating routes wait for the outcome up to 10 s, else they answer 202 with the place to look.',
  license: { name: 'MIT', identifier: 'MIT' },
  contact: { name: 'The operator of this installation' },
};

/** `{organizationId}` for `:organizationId`. */
const template = (path: string): string => path.replaceAll(/:([A-Za-z]+)/g, '{$1}');

/** Problems that several routes share are written once. */
class SharedResponses {
  private readonly seen = new Map<string, { name: string; codes: ErrorCode[] }>();

  readonly of = (codes: ErrorCode[]): Part => {
    const key = codes.map(({ code }) => code).join(' ');
    const known = this.seen.get(key) ?? { name: this.nameFor(codes), codes };
    this.seen.set(key, known);
    return { $ref: `#/components/responses/${known.name}` };
  };

  get written(): Part {
    const all = [...this.seen.values()].sort((a, b) => a.name.localeCompare(b.name));
    return Object.fromEntries(all.map(({ name, codes }) => [name, problemResponse(codes)]));
  }

  private nameFor(codes: readonly ErrorCode[]): string {
    const own = codes.find(
      ({ code }) => !/^(?:request|service|token|auth|command|idempotency|resource|role)\./.test(code),
    );
    const base = `Problem${String(codes[0]?.status)}.${(own ?? codes[0])?.code ?? ''}`;
    const taken = new Set([...this.seen.values()].map(({ name }) => name));
    const names = [base, ...codes.map((_, more) => `${base}.${String(more + 2)}`)];
    return names.find((name) => !taken.has(name)) ?? `${base}.${String(taken.size)}`;
  }
}

const errorCodeSchema = (entries: readonly RouteEntry[]): Part => {
  const codes = [...codesOf(entries).values()].sort((a, b) => a.code.localeCompare(b.code));
  return {
    type: 'string',
    description: codes.map(({ code, status, meaning }) => `- \`${code}\` (${String(status)}): ${meaning}`).join('\n'),
    enum: codes.map(({ code }) => code),
    examples: ['resource.not_found'],
  };
};

/** `code` of a problem is the list of all codes. */
function withCodes(problem: z.core.JSONSchema.BaseSchema | undefined): Part {
  const code = { $ref: '#/components/schemas/ErrorCode' };
  return { ...problem, properties: { ...problem?.properties, code } };
}

function pathsOf(entries: readonly RouteEntry[], components: Components, shared: SharedResponses): Part {
  const byPath = grouped(entries, ({ path }) => template(path));
  const written = [...byPath].map(([path, routes]): [string, Part] => [
    path,
    Object.fromEntries(routes.map((route) => [route.method.toLowerCase(), operationOf(route, components, shared.of)])),
  ]);
  return Object.fromEntries(written.sort(([a], [b]) => a.localeCompare(b)));
}

const securitySchemes = (entries: readonly RouteEntry[]): Part => ({
  apiToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'fdy_…',
    description: 'An API token. Each operation names the scope that it needs.',
  },
  ...(entries.some(({ access }) => access.sessionOnly)
    ? {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-foundry_session',
          description: 'The session of the web app.',
        },
      }
    : {}),
});

const used = <T>(all: Readonly<Record<string, T>>, text: string, kind: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => text.includes(`"#/components/${kind}/${name}"`)));

/** The OpenAPI 3.1 document of these routes, the same for the same routes. */
export function documentOf(entries: readonly RouteEntry[], version: string): Part & { components: Part; paths: Part } {
  const components = new Components();
  components.of(Problem, 'output');
  const shared = new SharedResponses();
  const paths = pathsOf(entries, components, shared);
  const responses = shared.written;
  const tags = new Set(entries.map(({ definition }) => definition.tag));
  const text = JSON.stringify([paths, responses]);
  const schemas = [...components.schemas].sort(([a], [b]) => a.localeCompare(b));
  return {
    openapi: '3.1.0',
    info: { ...INFO, version },
    servers: [{ url: '/', description: 'This installation.' }],
    tags: [...tags].sort().map((name) => ({ name, description: TAGS[name] })),
    paths,
    components: {
      securitySchemes: securitySchemes(entries),
      headers: used(HEADERS, text, 'headers'),
      parameters: used(REQUEST_HEADERS, text, 'parameters'),
      responses,
      schemas: {
        ...Object.fromEntries(schemas),
        Problem: withCodes(components.schemas.get('Problem')),
        ErrorCode: errorCodeSchema(entries),
      },
    },
  };
}
