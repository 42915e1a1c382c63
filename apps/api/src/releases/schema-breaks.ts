import { isDeepStrictEqual } from 'node:util';
import { isSchema, type JsonSchema } from '../openapi/json-schema.js';

/**
 * Who reads what is described. `request`: a caller of the last release writes, this release reads. `response`: the other
 * way round. `message`: both, because releases run side by side and queues outlive them.
 */
export type Side = 'request' | 'response' | 'message';

/** A schema with what its references lead to. */
export interface Described {
  schema: JsonSchema;
  /** The whole file; references are paths within it. */
  root: unknown;
}

const LOWER = ['minLength', 'minItems', 'minProperties', 'minimum', 'exclusiveMinimum'] as const;
const UPPER = ['maxLength', 'maxItems', 'maxProperties', 'maximum', 'exclusiveMaximum'] as const;
const FORM = ['pattern', 'format', 'uniqueItems', 'multipleOf'] as const;

/** One sentence for each thing that somebody of the last release could no longer read or write. */
export function schemaBreaks(before: Described, now: Described, side: Side, at: string): string[] {
  return compare(before, now, { side, at, seen: new Set() });
}

interface Place {
  side: Side;
  at: string;
  /** Pairs of references that are compared already: schemas may contain themselves. */
  seen: ReadonlySet<string>;
}

function compare(given: Described, taken: Described, place: Place): string[] {
  const pair = `${given.schema.$ref ?? ''} ${taken.schema.$ref ?? ''}`;
  if (place.seen.has(pair)) return [];
  const seen = pair.includes('#') ? new Set([...place.seen, pair]) : place.seen;
  const [before, now] = [resolved(given), resolved(taken)];
  const [was, is] = [optionsOf(before), optionsOf(now)];
  if (was.length > 1 || is.length > 1) return choices(was, is, { ...place, seen });
  return [
    ...types(before.schema, now.schema, place),
    ...values(before.schema, now.schema, place),
    ...limits(before.schema, now.schema, place),
    ...fields(before, now, { ...place, seen }),
    ...inside(before, now, { ...place, seen }),
  ];
}

/** What is written must be something that the reader takes. */
function choices(was: Described[], is: Described[], place: Place): string[] {
  const fits = (one: Described, other: Described) => compare(one, other, place).length === 0;
  const lost = was.filter((option) => !is.some((other) => fits(option, other)));
  const gained = is.filter((option) => !was.some((other) => fits(other, option)));
  const counted = [...(place.side === 'response' ? [] : lost), ...(place.side === 'request' ? [] : gained)];
  if (counted.length === 0) return [];
  return [`${place.at} is another choice: ${counted.map(({ schema }) => nameOf(schema)).join(', ')}`];
}

function types(before: JsonSchema, now: JsonSchema, { side, at }: Place): string[] {
  if (isDeepStrictEqual(before.type, now.type)) return [];
  const wider = now.type === undefined || (before.type === 'integer' && now.type === 'number');
  if (wider && side === 'request') return [];
  return [`${at} was ${typeOf(before)} and is ${typeOf(now)}`];
}

function values(before: JsonSchema, now: JsonSchema, { side, at }: Place): string[] {
  const [was, is] = [valuesOf(before), valuesOf(now)];
  if (was === null && is === null) return [];
  if (was === null) return side === 'response' ? [] : [`${at} takes some values only`];
  if (is === null) return side === 'request' ? [] : [`${at} may be any value now`];
  const gone = was.filter((value) => !is.includes(value));
  return gone.length === 0 ? [] : [`${at} lost ${gone.map((value) => JSON.stringify(value)).join(', ')}`];
}

const valuesOf = ({ enum: listed, const: only }: JsonSchema): unknown[] | null =>
  listed ?? (only === undefined ? null : [only]);

function limits(before: JsonSchema, now: JsonSchema, { side, at }: Place): string[] {
  if (side === 'response') return [];
  const changed = (key: string) => !isDeepStrictEqual(before[key], now[key]);
  const tighter = (key: string, isTighter: (was: number, is: number) => boolean) => {
    const [was, is] = [before[key], now[key]];
    if (side === 'message') return changed(key);
    return typeof is === 'number' && (typeof was !== 'number' || isTighter(was, is));
  };
  const found = [
    ...LOWER.filter((key) => tighter(key, (was, is) => is > was)),
    ...UPPER.filter((key) => tighter(key, (was, is) => is < was)),
    ...FORM.filter((key) => changed(key) && (side === 'message' || now[key] !== undefined)),
  ];
  return found.map((key) => `${at} has another ${key}`);
}

function fields(before: Described, now: Described, place: Place): string[] {
  const { side, at } = place;
  const [was, is] = [before.schema.properties ?? {}, now.schema.properties ?? {}];
  const [had, has] = [new Set(before.schema.required), new Set(now.schema.required)];
  const refuses = before.schema.additionalProperties === false;
  return [
    ...Object.keys(was)
      .filter((name) => !(name in is))
      .map((name) => `${at}.${name} is gone`),
    ...[...has].filter((name) => side !== 'response' && !had.has(name)).map((name) => `${at}.${name} is required now`),
    ...[...had]
      .filter((name) => side !== 'request' && name in is && !has.has(name))
      .map((name) => `${at}.${name} may be missing now`),
    ...Object.keys(is)
      .filter((name) => side === 'message' && refuses && !(name in was))
      .map((name) => `${at}.${name} is new, and the last release refuses what it does not know there`),
    ...Object.entries(was).flatMap(([name, field]) => {
      const other = is[name];
      if (!isSchema(field) || !isSchema(other)) return [];
      return compare({ ...before, schema: field }, { ...now, schema: other }, { ...place, at: `${at}.${name}` });
    }),
  ];
}

/** Elements of lists, and values of records. */
function inside(before: Described, now: Described, place: Place): string[] {
  return (['items', 'additionalProperties'] as const).flatMap((key) => {
    const [was, is] = [before.schema[key], now.schema[key]];
    if (!isSchema(was) || !isSchema(is)) return [];
    return compare({ ...before, schema: was }, { ...now, schema: is }, { ...place, at: `${place.at}[]` });
  });
}

function optionsOf(described: Described): Described[] {
  const { anyOf, oneOf } = described.schema;
  const options = (anyOf ?? oneOf)?.filter(isSchema);
  return options ? options.map((schema) => ({ ...described, schema })) : [described];
}

function resolved(described: Described): Described {
  const path = described.schema.$ref?.replace(/^#\//, '').split('/');
  if (!path) return described;
  let found = described.root;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) break;
    found = new Map<string, unknown>(Object.entries(found)).get(step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  if (!isSchema(found)) throw new Error(`${String(described.schema.$ref)} leads nowhere.`);
  return { ...described, schema: found };
}

const typeOf = (schema: JsonSchema): string => [schema.type ?? 'anything'].flat().join(' or ');

const nameOf = (schema: JsonSchema): string =>
  schema.$ref?.split('/').at(-1) ?? (schema.const === undefined ? typeOf(schema) : JSON.stringify(schema.const));
