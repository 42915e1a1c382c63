import { GithubStatusView } from '@foundry/github-data/contracts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { withGithub } from '../live/organization-topic.js';
import { useLive, useOrganization } from '../live/live-context.js';

/** Reads after each snapshot how GitHub stands, which no snapshot has; what changes afterwards comes over the socket. */
export function useGithub(organizationId: string) {
  const topic = useLive().organization(organizationId);
  const { state } = useOrganization(organizationId);
  const epoch = state?.epoch ?? 0;
  const query = useQuery({
    queryKey: ['github', organizationId, epoch],
    queryFn: async () =>
      GithubStatusView.parse(
        await answered(api.GET('/v1/organizations/{organizationId}/github', { params: { path: { organizationId } } })),
      ),
    enabled: epoch > 0,
  });
  const { data } = query;
  useEffect(() => {
    if (data) topic.merge((held) => withGithub(held, data));
  }, [data, topic]);
  return query;
}
