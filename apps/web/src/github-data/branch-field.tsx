import { useQuery } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { SuggestField } from '../ui/suggest-field.js';
import { useDebounced } from '../ui/use-debounced.js';

interface BranchFieldProps {
  id: string;
  organizationId: string;
  repositoryId: string | null;
  value: string;
  onChange: (branch: string) => void;
  placeholder?: string;
}

const NONE: readonly string[] = Object.freeze([]);

/** The name of a branch. Those that Foundry heard of are offered; others may be typed. */
export function BranchField({ id, organizationId, repositoryId, value, onChange, placeholder }: BranchFieldProps) {
  const q = useDebounced(value.trim());
  const search = useQuery({
    queryKey: ['branches', organizationId, repositoryId, q],
    queryFn: () =>
      answered(
        api.GET('/v1/organizations/{organizationId}/repositories/{repositoryId}/branches', {
          params: { path: { organizationId, repositoryId: repositoryId ?? '' }, query: q === '' ? {} : { q } },
        }),
      ),
    enabled: repositoryId !== null,
    placeholderData: (held) => held,
  });
  return (
    <SuggestField
      id={id}
      value={value}
      suggestions={search.data?.items ?? NONE}
      onChange={onChange}
      maxLength={255}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
