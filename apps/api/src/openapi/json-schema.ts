import type { z } from 'zod';

/** The parts of JSON Schema that zod writes and the document uses. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

export const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema inside one, itself included; references are not followed. */
export function* schemasIn(schema: JsonSchema): Generator<JsonSchema> {
  yield schema;
  const { properties, items, additionalProperties, anyOf, oneOf, allOf, prefixItems } = schema;
  const inside = [
    ...Object.values(properties ?? {}),
    items,
    additionalProperties,
    ...(anyOf ?? []),
    ...(oneOf ?? []),
    ...(allOf ?? []),
    ...(prefixItems ?? []),
  ];
  for (const child of inside.flat()) if (isSchema(child)) yield* schemasIn(child);
}

const ANNOTATIONS = new Set(['description', 'examples', 'default']);

/** Whether a schema says nothing about the value. Annotations do not count. */
function saysNothing(schema: JsonSchema): boolean {
  return Object.keys(schema).every((key) => ANNOTATIONS.has(key));
}

/**
 * Values of any kind and objects of free form, unless a description says why: their own, that of the choice they are one
 * of, or that of the free object they are a value of.
 */
export function* unexplained(schema: JsonSchema, explained = false): Generator<JsonSchema> {
  const { additionalProperties, anyOf = [], oneOf = [], properties = {}, items } = schema;
  const isExplained = explained || schema.description !== undefined;
  const isFree = saysNothing(schema) || (schema.type === 'object' && isSchema(additionalProperties));
  if (isFree && !isExplained) yield schema;
  const alike = [...anyOf, ...oneOf, additionalProperties].filter(isSchema);
  for (const child of alike) yield* unexplained(child, isExplained);
  const parts = [...Object.values(properties), items].flat().filter(isSchema);
  for (const child of parts) yield* unexplained(child);
}
