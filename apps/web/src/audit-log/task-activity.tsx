import { useQuery } from '@tanstack/react-query';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useOrganization } from '../live/live-context.js';
import { Age } from '../ui/age.js';
import { Disclosure } from '../ui/disclosure.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { actorName, kindWords } from './entry-words.js';

const MOST = 30;

interface TaskActivityProps {
  organizationId: string;
  taskId: string;
}

/** The task's own entries of the audit log, for those who may read it. They are read when somebody opens it. */
export function TaskActivity({ organizationId, taskId }: TaskActivityProps) {
  const role = useOrganization(organizationId).state?.role;
  if (role !== 'owner' && role !== 'admin') return null;
  return (
    <section aria-labelledby="activity" className="rounded-card border border-line bg-surface p-3">
      <Disclosure
        summary={
          <h2 id="activity" className="font-semibold">
            Activity
          </h2>
        }
      >
        {() => <Entries organizationId={organizationId} taskId={taskId} />}
      </Disclosure>
    </section>
  );
}

function Entries({ organizationId, taskId }: TaskActivityProps) {
  const members = useOrganization(organizationId).state?.members;
  const list = useQuery({
    queryKey: ['audit', 'task', organizationId, taskId],
    queryFn: () =>
      answered(
        api.GET('/v1/organizations/{organizationId}/audit', {
          params: { path: { organizationId }, query: { task: [taskId], limit: MOST } },
        }),
      ),
  });
  if (list.isPending) return <Skeleton rows={3} label="Reading the activity" />;
  if (list.isError) {
    return <ErrorNotice error={list.error} what="The activity was not read." retry={() => void list.refetch()} />;
  }
  if (list.data.items.length === 0) return <p className="text-text-2">Nothing yet.</p>;
  return (
    <ol aria-label="Activity" className="grid gap-1">
      {list.data.items.map(({ entryId, kind, actor, outcome, occurredAt }) => (
        <li key={entryId}>
          {kindWords(kind)}
          {outcome === 'refused' && <span className="text-danger">, refused</span>}
          <span className="text-meta text-text-3">
            {' '}
            by {actorName(actor, members)}, <Age at={occurredAt} ago />
          </span>
        </li>
      ))}
    </ol>
  );
}
