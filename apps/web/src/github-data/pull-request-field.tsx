import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { type Choice, ChoiceField } from '../ui/choice-field.js';

interface PullRequestFieldProps {
  id: string;
  organizationId: string;
  repositoryId: string;
  value: number | null;
  onChoose: (number: number) => void;
}

/** The open pull requests of a repository. */
export function PullRequestField({ id, organizationId, repositoryId, value, onChoose }: PullRequestFieldProps) {
  const list = useQuery({
    queryKey: ['pull-requests', organizationId, repositoryId],
    queryFn: () =>
      answered(
        api.GET('/v1/organizations/{organizationId}/pull-requests', {
          params: { path: { organizationId }, query: { repositoryId, state: 'open', limit: 100 } },
        }),
      ),
  });
  const items = list.data?.items;
  const choices = useMemo<Choice[]>(
    () => (items ?? []).map(({ number, title }) => ({ id: String(number), name: `#${number} ${title}` })),
    [items],
  );
  const chosen = value === null ? null : { id: String(value), name: `#${value}` };
  return (
    <ChoiceField
      id={id}
      choices={choices}
      value={choices.find(({ id: number }) => number === chosen?.id) ?? chosen}
      placeholder="Search open pull requests, or paste an address"
      empty={
        list.isError
          ? 'The pull requests could not be read.'
          : list.isPending
            ? 'Reading'
            : 'No open pull request fits.'
      }
      onChoose={({ id: number }) => {
        onChoose(Number(number));
      }}
    />
  );
}
