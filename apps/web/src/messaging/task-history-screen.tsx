import { getRouteApi, Link } from '@tanstack/react-router';
import { useOrganization } from '../live/live-context.js';
import { Page } from '../ui/page.js';
import { Activity, type ActivitySearch } from './activity.js';

const route = getRouteApi('/signed-in/o/$organizationId/tasks/$taskId/history');

/** The inspector for one task: what happened, and what it waits for. */
export function TaskHistoryScreen() {
  const { organizationId, taskId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { state } = useOrganization(organizationId);
  const task = state?.tasks.get(taskId);
  const title = task?.title ?? 'Task';
  const change = (patch: ActivitySearch): void => {
    void navigate({ search: (held) => ({ ...held, ...patch }), replace: true });
  };
  return (
    <>
      <p className="px-4 pt-3 min-[600px]:px-6">
        <Link
          to="/o/$organizationId/tasks/$taskId"
          params={{ organizationId, taskId }}
          className="inline-block py-1 text-accent underline"
        >
          {title}
        </Link>
      </p>
      <Page title="History" tab={`History · ${title}`} isWide>
        {task?.virtual === true ? (
          <p className="prose-width text-text-2">
            Nothing happened yet: nobody worked on this task here. What GitHub said of it is in the activity of the
            organization.
          </p>
        ) : (
          <Activity organizationId={organizationId} module="task" entityId={taskId} search={search} onSearch={change} />
        )}
      </Page>
    </>
  );
}
