import { z } from 'zod';
import { isSchema, type JsonSchema } from '../json-schema.js';
import { each, type Rule } from './rule.js';
import { lacksExample, requestSchemas, shapeOf, written } from './schemas-of.js';

const has = (schema: JsonSchema, ...keys: (keyof JsonSchema)[]): boolean =>
  keys.some((key) => schema[key] !== undefined);

/** Whether a value of this kind could be arbitrarily large. */
function isUnlimited(schema: JsonSchema): boolean {
  if (schema.type === 'string') return !has(schema, 'maxLength', 'pattern', 'format', 'enum', 'const');
  if (schema.type === 'array') return !has(schema, 'maxItems');
  if (schema.type === 'integer' || schema.type === 'number') return !has(schema, 'maximum', 'enum', 'const');
  return false;
}

/** What a caller sends. */
export const REQUESTS: readonly Rule[] = [
  {
    name: 'parameters-are-described',
    demands: 'every query field has a description; ids of the path explain themselves by their names',
    faults: (routes) =>
      each(routes, ({ inputs }) =>
        shapeOf(inputs.query).map(([name, field]) =>
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
        ...[route.inputs.path, route.inputs.query]
          .flatMap(shapeOf)
          .map(([name, field]) => (lacksExample(field, 'input') ? `${name} has no example that validates` : undefined)),
        route.inputs.body && lacksExample(route.inputs.body, 'input')
          ? 'its body has no example that validates'
          : undefined,
      ]),
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
];
