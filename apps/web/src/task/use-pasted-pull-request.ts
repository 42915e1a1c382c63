import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type PullRequestAddress, pullRequestAddress } from '../github-data/pull-request-address.js';
import type { KnownRepository } from '../github-data/recent-repositories.js';
import { repositoriesQuery, whyNotWritable } from '../github-data/repository-field.js';

interface PastedPullRequest {
  readonly repository: KnownRepository;
  readonly number: number;
}

/**
 * Chooses the pull request whose address was pasted, when its repository is one of the organization's. `take` is false
 * for any other text.
 */
export function usePastedPullRequest(organizationId: string, onChosen: (chosen: PastedPullRequest) => void) {
  const client = useQueryClient();
  const find = useMutation({
    mutationFn: async ({ repository: fullName, number }: PullRequestAddress): Promise<PastedPullRequest> => {
      const name = fullName.slice(fullName.indexOf('/') + 1);
      const { items } = await client.query(repositoriesQuery(organizationId, name));
      const found = items.find((one) => one.fullName.toLowerCase() === fullName.toLowerCase());
      if (!found) throw new Error(`Foundry reads no repository ${fullName} here.`);
      const reason = whyNotWritable(found);
      if (reason !== null) throw new Error(`${found.fullName}: ${reason}.`);
      return {
        repository: { id: found.repositoryId, name: found.fullName, defaultBranch: found.defaultBranch },
        number,
      };
    },
    onSuccess: onChosen,
  });
  const { variables: address } = find;
  const name = address ? `${address.repository} #${address.number}` : '';
  return {
    take(text: string): boolean {
      const named = pullRequestAddress(text);
      if (named) find.mutate(named);
      return named !== null;
    },
    isRefused: find.isError,
    /** What became of the address; null before one was pasted. */
    words: find.isIdle
      ? null
      : find.isPending
        ? `Looking for ${name}.`
        : find.isError
          ? find.error.message
          : `The task works on ${name}.`,
  };
}
