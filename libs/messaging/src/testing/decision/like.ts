import { isDeepStrictEqual } from 'node:util';

/** A message expected by its class and the part of its payload that the test is about. */
export interface Like {
  readonly type: abstract new (...parameters: never[]) => object;
  readonly payload: object;
}

/** `like(MemberRemoved, { reason: 'blocked' })`: such a message, whatever else it carries. */
export const like = (type: Like['type'], payload: object = {}): Like => ({ type, payload });

/** A message in full, or one that is like something. */
export type Expected<M extends object> = M | Like;

const isLike = (expected: object): expected is Like => 'type' in expected && typeof expected.type === 'function';

const payloadOf = (message: object): unknown => ('payload' in message ? message.payload : message);

/** Whether `actual` has everything that `expected` names, at any depth; lists have to be of one length. */
export function contains(actual: unknown, expected: unknown): boolean {
  if (!isPlain(expected)) return isList(expected) ? eachIn(actual, expected) : isDeepStrictEqual(actual, expected);
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(expected).every(([key, value]) => contains(Reflect.get(actual, key), value));
}

export function matches(actual: object, expected: Expected<object>): boolean {
  if (isLike(expected)) return actual instanceof expected.type && contains(payloadOf(actual), expected.payload);
  return actual.constructor === expected.constructor && isDeepStrictEqual(payloadOf(actual), payloadOf(expected));
}

export const shownExpected = (expected: Expected<object>): object =>
  isLike(expected) ? shown(expected.type.name, expected.payload) : shownMessage(expected);

export const shownMessage = (message: object): object => shown(message.constructor.name, payloadOf(message));

const shown = (name: string, payload: unknown): object => ({ [name]: payload });
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const eachIn = (actual: unknown, expected: readonly unknown[]): boolean =>
  isList(actual) &&
  actual.length === expected.length &&
  expected.every((value, index) => contains(actual[index], value));

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Reflect.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
