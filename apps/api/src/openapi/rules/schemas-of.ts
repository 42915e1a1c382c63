import type { RouteEntry } from '@foundry/messaging';
import { z } from 'zod';
import { Components } from '../components.js';
import { exampleOf } from '../example.js';
import { type JsonSchema, schemasIn } from '../json-schema.js';

/** The fields of an object schema by name. */
export function shapeOf(schema: z.ZodObject | undefined): [string, z.ZodType][] {
  const shape: Record<string, unknown> = schema?.shape ?? {};
  return Object.entries(shape).flatMap(([name, field]) => (field instanceof z.ZodType ? [[name, field]] : []));
}

/** A schema of a request as the document shows it. */
export function written(schema: z.ZodType): JsonSchema {
  const components = new Components();
  return components.resolve(components.of(schema, 'input'));
}

/** Every schema in the parts of a request, references included. */
export function requestSchemas({ inputs }: RouteEntry): JsonSchema[] {
  const components = new Components();
  const parts = [inputs.path, inputs.query, inputs.body].filter((part) => part !== undefined);
  const roots = parts.map((part) => components.of(part, 'input'));
  return [...roots, ...components.schemas.values()].flatMap((root) => [...schemasIn(root)]);
}

/** Every schema of a success. */
export function answerSchemas({ definition }: RouteEntry): z.ZodType[] {
  return Object.values(definition.answers).filter((schema) => schema !== null);
}

/** Whether the example of a schema exists and fits it. */
export function lacksExample(schema: z.ZodType, io: 'input' | 'output'): boolean {
  const components = new Components();
  const example = exampleOf(components.of(schema, io), components);
  return example === undefined || !schema.safeParse(example).success;
}
