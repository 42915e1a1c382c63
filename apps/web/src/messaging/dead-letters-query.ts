import { answered } from '../api/api-error.js';
import { api, type View } from '../api/client.js';

export type DeadLetterState = View['DeadLetterState'];

/** The newest dead letters of an organization, for its admins. */
export const deadLettersQuery = (organizationId: string, state: DeadLetterState) => ({
  queryKey: ['dead-letters', organizationId, state],
  queryFn: () => answered(api.GET('/v1/dead-letters', { params: { query: { organizationId, state, limit: 100 } } })),
});
