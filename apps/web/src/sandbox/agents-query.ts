import { AgentView } from '@foundry/sandbox/contracts';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';

const List = z.object({
  agents: z.array(AgentView),
  source: z.enum(['machine', 'organization', 'catalogue']),
  asOf: z.nullable(z.string()),
});

/** The agents that can work in an organization, and why some cannot. */
export const agentsQuery = (organizationId: string) => ({
  queryKey: ['agents', organizationId],
  queryFn: async () =>
    List.parse(
      await answered(api.GET('/v1/organizations/{organizationId}/agents', { params: { path: { organizationId } } })),
    ),
});

export type AgentList = z.infer<typeof List>;

/** Why an agent cannot work now, or null: it can, or no machine was asked yet. */
export function whyNotReady({ source }: AgentList, { installed, credentialsPresent }: AgentView): string | null {
  if (source === 'catalogue') return null;
  if (!installed) return 'Not installed';
  return credentialsPresent ? null : 'No key';
}
