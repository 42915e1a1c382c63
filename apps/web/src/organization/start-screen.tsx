import { Navigate } from '@tanstack/react-router';
import { useApp } from '../live/live-context.js';
import { lastOrganizationId } from './last-organization.js';

/** `/`: the organization used last, else the only one, else the choice. */
export function StartScreen() {
  const { organizations } = useApp();
  const last = lastOrganizationId();
  const target =
    organizations.find(({ id }) => id === last) ?? (organizations.length === 1 ? organizations[0] : undefined);
  if (!target) return <Navigate to="/welcome" replace />;
  return <Navigate to="/o/$organizationId" params={{ organizationId: target.id }} replace />;
}
