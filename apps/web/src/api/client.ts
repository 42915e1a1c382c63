import createClient, { type Middleware } from 'openapi-fetch';
import { newId } from './new-id.js';
import type { components, paths } from './schema.js';

export type View = components['schemas'];

let csrfToken: string | null = null;

/** Every change carries it from now on; null: nobody is signed in. */
export function rememberCsrfToken(token: string | null): void {
  csrfToken = token;
}

const changes: Middleware = {
  onRequest({ request }) {
    if (request.method === 'GET') return request;
    if (csrfToken !== null) request.headers.set('X-CSRF-Token', csrfToken);
    if (!request.headers.has('Idempotency-Key')) request.headers.set('Idempotency-Key', newId());
    return request;
  },
};

/** The API of the own origin, typed by `docs/openapi.json`. */
export const api = createClient<paths>({ baseUrl: location.origin });
api.use(changes);
