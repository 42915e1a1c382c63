import type { RouteEntry } from '@foundry/messaging';
import { z } from 'zod';
import { codesOfRoute } from './codes.js';
import { Components } from './components.js';
import { exampleOf } from './example.js';
import { isSchema, type JsonSchema, schemasIn, unexplained } from './json-schema.js';
import { TAGS } from './tags.js';

export interface Rule {
  name: string;
  /** What every route must do; the build names the rule and the routes that do not. */
  demands: string;
  /** What is wrong with these routes, one line each. */
  faults(routes: readonly RouteEntry[]): string[];
}

const MUTATING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const each = (routes: readonly RouteEntry[], complaint: (route: RouteEntry) => (string | undefined)[]): string[] =>
  routes.flatMap((route) =>
    complaint(route)
      .filter((text) => text !== undefined)
      .map((text) => `${route.definition.operationId}: ${text}`),
  );

/** Path and query fields with what they are called. */
const fieldsOf = ({ inputs }: RouteEntry): [string, z.core.$ZodType][] =>
  [inputs.path, inputs.query].flatMap((schema) => (schema ? Object.entries(schema.shape) : []));

const typeOf = (schema: z.core.$ZodType): z.ZodType | null => (schema instanceof z.ZodType ? schema : null);

/** A field of a request as the document shows it. */
function written(schema: z.core.$ZodType): JsonSchema {
  const components = new Components();
  const type = typeOf(schema);
  return type ? components.resolve(components.of(type, 'input')) : {};
}

const has = (schema: JsonSchema, ...keys: (keyof JsonSchema)[]): boolean =>
  keys.some((key) => schema[key] !== undefined);

/** Whether a value of this kind could be arbitrarily large. */
function isUnlimited(schema: JsonSchema): boolean {
  if (schema.type === 'string') return !has(schema, 'maxLength', 'pattern', 'format', 'enum', 'const');
  if (schema.type === 'array') return !has(schema, 'maxItems');
  if (schema.type === 'integer' || schema.type === 'number') return !has(schema, 'maximum', 'enum', 'const');
  return false;
}

/** Every schema in the parts of a request, references included. */
function requestSchemas({ inputs }: RouteEntry): JsonSchema[] {
  const components = new Components();
  const parts = [inputs.path, inputs.query, inputs.body].filter((part) => part !== undefined);
  const roots = parts.map((part) => components.of(part, 'input'));
  return [...roots, ...components.schemas.values()].flatMap((root) => [...schemasIn(root)]);
}

function answerSchemas({ definition }: RouteEntry): z.ZodType[] {
  return Object.values(definition.answers).filter((schema) => schema !== null);
}

/** Whether the example of a schema exists and fits it. */
function lacksExample(schema: z.ZodType, io: 'input' | 'output'): boolean {
  const components = new Components();
  const example = exampleOf(components.of(schema, io), components);
  return example === undefined || !schema.safeParse(example).success;
}

/** Object schemas that stand in the document without a name, as text. */
function inlineObjects(routes: readonly RouteEntry[]): string[] {
  const components = new Components();
  const roots = routes.flatMap((route) => [
    ...answerSchemas(route).map((schema) => components.of(schema, 'output')),
    ...(route.inputs.body ? [components.of(route.inputs.body, 'input')] : []),
  ]);
  const all = [...roots, ...components.schemas.values()].flatMap((root) =>
    [...schemasIn(root)].slice(root.$ref ? 1 : 0),
  );
  const named = new Set(components.schemas.values());
  return all
    .filter(
      (schema) => schema.type === 'object' && !named.has(schema) && Object.keys(schema.properties ?? {}).length > 1,
    )
    .map((schema) => JSON.stringify(schema));
}

export const RULES: readonly Rule[] = [
  {
    name: 'operation-id-is-verb-and-noun',
    demands: 'operationId is a verb and a noun in camelCase, such as grantRole, and unique',
    faults: (routes) => {
      const ids = routes.map(({ definition }) => definition.operationId);
      return each(routes, ({ definition: { operationId } }) => [
        /^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(operationId) ? undefined : 'is not a verb and a noun',
        ids.filter((id) => id === operationId).length > 1 ? 'is used twice' : undefined,
      ]);
    },
  },
  {
    name: 'tag-is-known',
    demands: 'one tag of openapi/tags.ts',
    faults: (routes) =>
      each(routes, ({ definition: { tag } }) => [tag in TAGS ? undefined : `has the unknown tag ${tag}`]),
  },
  {
    name: 'summary-is-short',
    demands: 'a summary of at most 60 characters without a full stop',
    faults: (routes) =>
      each(routes, ({ definition: { summary } }) => [
        summary.length > 0 && summary.length <= 60 && !summary.endsWith('.') ? undefined : 'has no such summary',
      ]),
  },
  {
    name: 'description-says-more',
    demands: 'a description in sentences, with limits and side effects',
    faults: (routes) =>
      each(routes, ({ definition: { description } }) => [
        description.length >= 20 && description.trim().endsWith('.') ? undefined : 'has no such description',
      ]),
  },
  {
    name: 'parameters-are-described',
    demands: 'every query field has a description; ids of the path explain themselves by their names',
    faults: (routes) =>
      each(routes, ({ inputs }) =>
        Object.entries(inputs.query?.shape ?? {}).map(([name, field]) =>
          written(field).description ? undefined : `the query field ${name} has no description`,
        ),
      ),
  },
  {
    name: 'body-is-described',
    demands: 'every body is named, and it and its fields have descriptions',
    faults: (routes) =>
      each(routes, ({ inputs: { body } }) => {
        if (!body) return [];
        const schema = written(body);
        const fields = Object.entries(schema.properties ?? {});
        return [
          z.globalRegistry.get(body)?.id ? undefined : 'its body has no name',
          schema.description ? undefined : 'its body has no description',
          ...fields.map(([name, field]) =>
            isSchema(field) && (field.description ?? field.$ref) ? undefined : `the field ${name} has no description`,
          ),
        ];
      }),
  },
  {
    name: 'requests-are-limited',
    demands: 'every text, number and list that a caller sends has a limit',
    faults: (routes) =>
      each(routes, (route) =>
        requestSchemas(route).map((schema) =>
          isUnlimited(schema) ? `has no limit for ${JSON.stringify(schema)}` : undefined,
        ),
      ),
  },
  {
    name: 'requests-have-examples',
    demands: 'parameters and bodies have an example that validates',
    faults: (routes) =>
      each(routes, (route) => [
        ...fieldsOf(route).map(([name, field]) => {
          const type = typeOf(field);
          return type && !lacksExample(type, 'input') ? undefined : `${name} has no example that validates`;
        }),
        route.inputs.body && lacksExample(route.inputs.body, 'input')
          ? 'its body has no example that validates'
          : undefined,
      ]),
  },
  {
    name: 'answers-have-examples',
    demands: 'every success has a schema with an example that validates, or is declared empty',
    faults: (routes) =>
      each(routes, (route) => [
        Object.keys(route.definition.answers).length > 0 ? undefined : 'answers nothing',
        ...answerSchemas(route).map((schema) =>
          lacksExample(schema, 'output') ? 'an answer has no example that validates' : undefined,
        ),
      ]),
  },
  {
    name: 'answers-are-named',
    demands: 'every answer in JSON is a named schema',
    faults: (routes) =>
      each(routes, (route) =>
        route.definition.media
          ? []
          : answerSchemas(route).map((schema) =>
              z.globalRegistry.get(schema)?.id ? undefined : 'an answer has no name',
            ),
      ),
  },
  {
    name: 'one-name-one-schema',
    demands: 'a name stands for one schema, sent and answered alike',
    faults: (routes) => {
      const components = new Components();
      for (const { inputs, definition } of routes) {
        for (const schema of Object.values(definition.answers)) if (schema) components.of(schema, 'output');
        if (inputs.body) components.of(inputs.body, 'input');
      }
      return [...components.doubled].map((name) => `${name} is two schemas`);
    },
  },
  {
    name: 'no-inline-schema-twice',
    demands: 'an object that stands in two places has a name',
    faults: (routes) => {
      const all = inlineObjects(routes);
      return [...new Set(all.filter((text, place) => all.indexOf(text) !== place))].map((text) => `twice: ${text}`);
    },
  },
  {
    name: 'bodies-refuse-unknown-fields',
    demands: 'every object that a caller sends is strict, at every level',
    faults: (routes) =>
      each(routes, (route) =>
        requestSchemas(route).map((schema) =>
          schema.type === 'object' && schema.properties && schema.additionalProperties !== false
            ? `takes unknown fields in ${JSON.stringify(Object.keys(schema.properties))}`
            : undefined,
        ),
      ),
  },
  {
    name: 'nothing-is-anything',
    demands: 'a value that may be anything, and an object of free form, say why in a description',
    faults: (routes) =>
      each(routes, (route) => {
        const components = new Components();
        const sent = [route.inputs.query, route.inputs.body].filter((part) => part !== undefined);
        const roots = [
          ...answerSchemas(route).map((schema) => components.of(schema, 'output')),
          ...sent.map((schema) => components.of(schema, 'input')),
        ];
        const found = [...roots, ...components.schemas.values()].flatMap((root) => [...unexplained(root)]);
        return found.map((schema) => `says nothing about ${JSON.stringify(schema)}`);
      }),
  },
  {
    name: 'problem-codes-are-declared',
    demands: 'codes are noun.reason in snake_case with title, meaning and remedy, and one status each',
    faults: (routes) => {
      const all = routes.flatMap((route) => codesOfRoute(route));
      return each(routes, (route) =>
        codesOfRoute(route).map((code) => {
          const { title, meaning, remedy } = code;
          if (!/^[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*$/.test(code.code)) return `${code.code} is not noun.reason`;
          if (!title || !meaning || !remedy) return `${code.code} does not say what it means`;
          return all.some((other) => other.code === code.code && other.status !== code.status)
            ? `${code.code} has two statuses`
            : undefined;
        }),
      );
    },
  },
  {
    name: 'rights-are-declared',
    demands:
      'every route is public, or names a scope, or is closed to tokens, or is for operators or for anybody signed in under /v1/me, /v1/app or with a reason',
    faults: (routes) =>
      each(routes, ({ access, method, path }) => [
        access.public && MUTATING.has(method) ? 'is public and changes something' : undefined,
        path.includes(':organizationId') && !access.scope && !access.sessionOnly ? 'names no scope' : undefined,
      ]),
  },
  {
    name: 'changes-are-commands',
    demands: 'a mutating route sends a command or says why it writes directly; a read does neither',
    faults: (routes) =>
      each(routes, ({ method, definition: { command, direct } }) => [
        MUTATING.has(method) && !command && !direct ? 'changes something without a command' : undefined,
        !MUTATING.has(method) && (command ?? direct) ? 'is a read that changes something' : undefined,
      ]),
  },
  {
    name: 'path-is-declared',
    demands: 'the ids of the path are those of its schema',
    faults: (routes) =>
      each(routes, ({ path, inputs }) => {
        const inPath = [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name = '']) => name);
        const declared = Object.keys(inputs.path?.shape ?? {});
        return inPath.sort().join() === declared.sort().join()
          ? []
          : [`the path has ${inPath.join()}, its schema ${declared.join()}`];
      }),
  },
];

/** Everything that is wrong with these routes; empty when the document may be published. */
export const faultsOf = (routes: readonly RouteEntry[]): string[] =>
  RULES.flatMap(({ name, demands, faults }) => faults(routes).map((fault) => `${name}: ${fault} (${demands})`));
