import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answered } from '../api/api-error.js';
import { api, type View } from '../api/client.js';
import { type Choice, ChoiceField } from '../ui/choice-field.js';
import { useDebounced } from '../ui/use-debounced.js';
import { type KnownRepository, recentRepositories } from './recent-repositories.js';

type Repository = View['OwnRepository'];

const READ_ONLY = new Set(['none', 'read', 'triage']);

/** Why no task can work there, or null. What GitHub was not asked lately is tried. */
export function whyNotWritable({ archived, permission }: Pick<Repository, 'archived' | 'permission'>): string | null {
  if (archived) return 'Archived on GitHub, so it is read-only';
  return READ_ONLY.has(permission) ? 'You cannot write to it on GitHub' : null;
}

const known = ({ repositoryId, fullName, defaultBranch }: Repository): KnownRepository => ({
  id: repositoryId,
  name: fullName,
  defaultBranch,
});

export const repositoriesQuery = (organizationId: string, q: string) => ({
  queryKey: ['repositories', 'search', organizationId, q],
  queryFn: () =>
    answered(
      api.GET('/v1/organizations/{organizationId}/repositories', {
        params: { path: { organizationId }, query: { state: 'available' as const, ...(q === '' ? {} : { q }) } },
      }),
    ),
});

interface RepositoryFieldProps {
  id: string;
  organizationId: string;
  value: KnownRepository | null;
  onChoose: (repository: KnownRepository) => void;
}

/** The repositories of an organization, those used last first, the others by a search at the server. */
export function RepositoryField({ id, organizationId, value, onChoose }: RepositoryFieldProps) {
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim());
  const search = useQuery({ ...repositoriesQuery(organizationId, q), placeholderData: (held) => held });
  const found = search.data?.items;
  const choices = useMemo(() => choicesOf(organizationId, found ?? NONE, q), [organizationId, found, q]);
  return (
    <ChoiceField
      id={id}
      choices={choices}
      value={value === null ? null : { id: value.id, name: value.name }}
      placeholder="Search repositories"
      empty={
        search.isError ? 'The repositories could not be read.' : search.isPending ? 'Reading' : 'No repository fits.'
      }
      onSearch={setTyped}
      onChoose={(chosen) => {
        const repository = found?.find(({ repositoryId }) => repositoryId === chosen.id);
        if (repository) onChoose(known(repository));
      }}
    />
  );
}

const NONE: readonly Repository[] = Object.freeze([]);

function choicesOf(organizationId: string, found: readonly Repository[], q: string): Choice[] {
  const recent = q === '' ? recentRepositories(organizationId).map(({ id }) => id) : [];
  const placeOf = ({ repositoryId }: Repository): number => {
    const place = recent.indexOf(repositoryId);
    return place === -1 ? recent.length : place;
  };
  return [...found]
    .sort((a, b) => placeOf(a) - placeOf(b))
    .map((repository) => ({
      id: repository.repositoryId,
      name: repository.fullName,
      hint: repository.private ? 'private' : 'public',
      reason: whyNotWritable(repository),
    }));
}
