import { redactField, redactText } from './redaction.js';
import { sha256 } from './sha256.js';

/** Details as canonical JSON; larger ones are cut at whole fields. */
export const MAX_DETAILS_BYTES = 16 * 1024;

/** Levels of objects and lists within details; deeper fields are cut. */
export const MAX_DETAILS_DEPTH = 10;

/** Deeper than this nothing is even looked at, so that no input can exhaust the stack. */
const BOTTOM = 64;

/** Room for the two fields that tell of a cut. */
const CUT_NOTE_BYTES = 160;

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Postgres keeps no NUL, and a lone surrogate has no UTF-8. */
export const storableText = (text: string): string =>
  text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');

const canonicalJson = (value: Json): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
};

/** Dates, and types that decide what they show. */
const showsItself = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

function cleanObject(value: object, depth: number): Json {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && typeof field !== 'function');
  return Object.fromEntries(
    fields.map(([name, field]) => [redactText(storableText(name)), clean(field, name, depth + 1)]),
  );
}

/** A copy in plain JSON without secrets; `name` is the field it stands in. */
function clean(value: unknown, name: string, depth: number): Json {
  if (typeof value === 'string') return redactField(name, storableText(value));
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object') return null;
  if (depth >= BOTTOM) return '[cut]';
  if (showsItself(value)) return clean(value.toJSON(), name, depth + 1);
  if (Array.isArray(value)) return value.map((item: unknown) => clean(item, name, depth + 1));
  return cleanObject(value, depth);
}

const childrenOf = (value: Json[] | { [key: string]: Json }): Json[] =>
  Array.isArray(value) ? value : Object.values(value);

const depthOf = (value: Json): number =>
  value === null || typeof value !== 'object' ? 0 : 1 + Math.max(0, ...childrenOf(value).map(depthOf));

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

interface Field {
  name: string;
  value: Json;
  bytes: number;
}

/** The small fields stay, because ids and states are small; what was there is still told by the digest of the whole. */
function cut(whole: Record<string, Json>): Record<string, Json> {
  const fields = Object.entries(whole)
    .filter(([, value]) => depthOf(value) < MAX_DETAILS_DEPTH)
    .map(([name, value]): Field => ({ name, value, bytes: bytesOf(canonicalJson({ [name]: value })) }))
    .sort((a, b) => a.bytes - b.bytes || (a.name < b.name ? -1 : 1));
  let room = MAX_DETAILS_BYTES - CUT_NOTE_BYTES;
  const kept = fields.filter(({ bytes }) => (room -= bytes) >= 0);
  return {
    ...Object.fromEntries(kept.map(({ name, value }) => [name, value])),
    truncated: true,
    wholeDigest: sha256(canonicalJson(whole)),
  };
}

/**
 * Details as they are stored: plain JSON without secrets and full network addresses, at most 16 KiB and 10 levels.
 * What is too large or too deep is left out at whole fields; then `truncated` is true and `wholeDigest` is the SHA-256
 * of the whole (redacted) as canonical JSON.
 */
export function storableDetails(details: Record<string, unknown>): Record<string, unknown> {
  const whole: Record<string, Json> = Object.fromEntries(
    Object.entries(details)
      .filter(([, value]) => value !== undefined && typeof value !== 'function')
      .map(([name, value]) => [redactText(storableText(name)), clean(value, name, 1)]),
  );
  const fits = bytesOf(canonicalJson(whole)) <= MAX_DETAILS_BYTES && depthOf(whole) <= MAX_DETAILS_DEPTH;
  return fits ? whole : cut(whole);
}
