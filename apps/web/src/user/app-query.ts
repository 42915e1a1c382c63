import { queryOptions } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api, rememberCsrfToken, type View } from '../api/client.js';

/** What the first screen needs. Fails with 401 for whoever is not signed in. */
export const appQuery = queryOptions({
  queryKey: ['app'],
  queryFn: async (): Promise<View['App']> => {
    const app = await answered(api.GET('/v1/app'));
    rememberCsrfToken(app.csrfToken);
    return app;
  },
  staleTime: Infinity,
  retry: false,
});
