import { VariableView } from '@foundry/sandbox/contracts';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';

const List = z.object({ variables: z.array(VariableView) });

/** The variables of the machines of an organization, without values. For its admins. */
export const variablesQuery = (organizationId: string) => ({
  queryKey: ['variables', organizationId],
  queryFn: async () =>
    List.parse(
      await answered(api.GET('/v1/organizations/{organizationId}/variables', { params: { path: { organizationId } } })),
    ).variables,
});
