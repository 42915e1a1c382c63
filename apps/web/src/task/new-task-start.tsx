import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useApp } from '../live/live-context.js';
import { lastOrganizationId } from '../organization/last-organization.js';

const route = getRouteApi('/signed-in/new');

/** `/new`: the form of the organization that owns the repository, else of the one used last. It sends nothing. */
export function NewTaskStart() {
  const search = route.useSearch();
  const { organizations } = useApp();
  const owner = search.repo?.split('/')[0]?.toLowerCase();
  const last = lastOrganizationId();
  const target =
    organizations.find(({ login }) => login.toLowerCase() === owner) ??
    organizations.find(({ id }) => id === last) ??
    organizations[0];
  if (!target) return <Navigate to="/welcome" replace />;
  return <Navigate to="/o/$organizationId/new" params={{ organizationId: target.id }} search={search} replace />;
}
