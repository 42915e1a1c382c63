import { z } from 'zod';
import { isSchema, type JsonSchema } from './json-schema.js';

const PREFIX = '#/components/schemas/';
const LOCAL = '#/$defs/';
const ABOUT_THE_FILE = new Set(['$schema', '~standard']);

/** What zod knows beyond JSON Schema: a plain object may grow, a strict one may not. */
function openPlainObjects({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod;
  if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
}

/** Points every reference at the document's components. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, child]): [string, unknown] => [
    key,
    key === '$ref' && typeof child === 'string' ? child.replace(LOCAL, PREFIX) : pointed(child),
  ]);
  return Object.fromEntries(entries);
}

/** The named schemas of the document. A schema is named by `.meta({ id })` and written once. */
export class Components {
  readonly schemas = new Map<string, JsonSchema>();
  /** Names that stand for two different schemas: the document would be wrong about one. */
  readonly doubled = new Set<string>();

  /** A schema as the document writes it: a reference when it is named. `input` is what a caller sends. */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $defs, ...described } = z.toJSONSchema(schema, { io, override: openPlainObjects, unrepresentable: 'any' });
    const root = Object.fromEntries(Object.entries(described).filter(([key]) => !ABOUT_THE_FILE.has(key)));
    for (const [name, definition] of Object.entries($defs ?? {})) this.add(name, definition);
    const name = z.globalRegistry.get(schema)?.id;
    const written = pointed(root);
    if (!isSchema(written)) throw new Error('zod wrote no schema.');
    if (name === undefined || written.$ref !== undefined) return written;
    this.add(name, root);
    return { $ref: PREFIX + name };
  }

  /** The schema behind a reference; the schema itself when it is none. */
  resolve(schema: JsonSchema): JsonSchema {
    const name = schema.$ref?.startsWith(PREFIX) ? schema.$ref.slice(PREFIX.length) : undefined;
    return (name === undefined ? undefined : this.schemas.get(name)) ?? schema;
  }

  private add(name: string, definition: unknown): void {
    const written = pointed(definition);
    if (!isSchema(written)) throw new Error(`zod wrote no schema for ${name}.`);
    const known = this.schemas.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(written)) this.doubled.add(name);
    else this.schemas.set(name, written);
  }
}
