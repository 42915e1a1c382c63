import type { Components } from './components.js';
import { isSchema, type JsonSchema } from './json-schema.js';

const BY_FORMAT = new Map<string, unknown>([
  ['uuid', '0b6f7a5e-6f0a-4c39-9a0c-0c2f7a0f9a11'],
  ['date-time', '2026-01-05T09:00:00.000Z'],
  ['uri', 'https://example.com/'],
  ['email', 'ada@example.com'],
]);

/** What fits the patterns in use: ids, names, hashes. */
const TEXTS = ['text', '583231', 'organization.grantRole', 'grant_role', 'member.joined', 'a'.repeat(64), 'AAAA'];

function textFor({ format, pattern, minLength = 0 }: JsonSchema): unknown {
  const known = format === undefined ? undefined : BY_FORMAT.get(format);
  if (known !== undefined) return known;
  const fits = pattern === undefined ? () => true : (text: string) => new RegExp(pattern, 'u').test(text);
  return TEXTS.find((text) => text.length >= minLength && fits(text));
}

function objectFor({ properties }: JsonSchema, components: Components): unknown {
  const fields = Object.entries(properties ?? {}).map(([name, field]): [string, unknown] => [
    name,
    isSchema(field) ? exampleOf(field, components) : undefined,
  ]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** What may be null too is shown with a value. */
const kindOf = ({ type }: JsonSchema): unknown => (Array.isArray(type) ? type.find((one) => one !== 'null') : type);

/** An example of a schema: its own when it has one, else made of the examples of its parts. Undefined when neither. */
export function exampleOf(written: JsonSchema, components: Components): unknown {
  const schema = components.resolve(written);
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  if (isSchema(choice)) return exampleOf(choice, components);
  switch (kindOf(schema)) {
    case 'string':
      return textFor(schema);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1) > (schema.maximum ?? Infinity)
        ? schema.maximum
        : Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array': {
      const item = isSchema(schema.items) ? exampleOf(schema.items, components) : undefined;
      return item === undefined ? [] : [item];
    }
    case 'object':
      return objectFor(schema, components);
    default:
      return undefined;
  }
}
