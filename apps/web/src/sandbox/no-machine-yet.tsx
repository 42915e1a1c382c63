import { Link } from '@tanstack/react-router';
import { useOrganization } from '../live/live-context.js';

/** Said before a task is begun that would wait: nobody allowed any place for machines yet. */
export function NoMachineYet({ organizationId }: { organizationId: string }) {
  const { state } = useOrganization(organizationId);
  if (state?.settings?.settings.sandboxProviders.length !== 0) return null;
  const isAdmin = state.role === 'owner' || state.role === 'admin';
  return (
    <p role="status" className="prose-width text-warning">
      No place for machines is allowed yet, so the message will wait.{' '}
      {isAdmin ? (
        <Link to="/o/$organizationId/settings/sandboxes" params={{ organizationId }} className="underline">
          Choose one
        </Link>
      ) : (
        'An admin can choose one in the settings.'
      )}
    </p>
  );
}
