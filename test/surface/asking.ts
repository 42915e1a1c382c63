import { z } from 'zod';
import type { Operation } from './operations.js';
import type { Ids } from './furniture.js';
import type { Browser } from '../sign-in/browser.js';
import { ORIGIN } from '../sign-in/installation.js';

/** The address of an operation with these ids. Throws for a parameter that `furnish` knows nothing of. */
export function addressOf(operation: Operation, ids: Ids): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[`${operation.id}.${name}`] ?? ids[name];
    if (id !== undefined) return encodeURIComponent(id);
    throw new Error(
      `${operation.id} takes {${name}}, and the sweeps know no such thing: let furnish() in test/surface/furniture.ts make one.`,
    );
  });
}

/** The headers of a request that a page of ours would send. */
export const ofBrowser = (browser: Browser): Record<string, string> => ({
  cookie: browser.cookieHeader,
  origin: ORIGIN,
  'x-csrf-token': browser.csrfToken,
});

/** A request that would be good from somebody who may. */
export interface Wanted {
  /** Address with ids, without the origin. */
  address: string;
  headers?: Record<string, string>;
  /** Sent as it is; default: the example of the document. Null: none. */
  body?: string | null;
  /** Whose things the example names where it has to name one that is there: `<operation>.<field>`. */
  ids?: Ids;
}

/** In the place of an id: the field is left out. */
export const ABSENT = '';

/** The example of an operation's body, for these things. */
function exampleOf({ id, body }: Operation, ids: Ids): unknown {
  const fields = z.record(z.string(), z.unknown()).safeParse(body).data;
  if (!fields) return body;
  const named = Object.keys(fields).map((field) => [field, ids[`${id}.${field}`] ?? fields[field]]);
  return Object.fromEntries(named.filter(([, value]) => value !== ABSENT));
}

/** Sends a request of an operation. What `wanted` does not say is as the document wants it. */
export function ask(base: string, operation: Operation, wanted: Wanted): Promise<Response> {
  const body =
    wanted.body === undefined && operation.takesBody
      ? JSON.stringify(exampleOf(operation, wanted.ids ?? {}))
      : wanted.body;
  return fetch(base + withQuery(wanted.address, operation.neededQuery), {
    method: operation.method,
    redirect: 'manual',
    headers: {
      ...(body === null || body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(operation.needsIfMatch ? { 'if-match': '"1"' } : {}),
      ...wanted.headers,
    },
    ...(body === null || body === undefined ? {} : { body }),
  });
}

/** What has to be in the query comes behind what is there. */
const withQuery = (address: string, needed: string): string =>
  needed === '' ? address : `${address}${address.includes('?') ? '&' : '?'}${needed}`;
