import { SandboxView } from '@foundry/sandbox/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { answered } from '../api/api-error.js';
import { api } from '../api/client.js';
import { useOrganization } from '../live/live-context.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { providerWords, sandboxWords } from './sandbox-words.js';

const Machines = z.object({ items: z.array(SandboxView), nextCursor: z.nullable(z.string()) });
const START: string | null = null;
const HEAD = 'p-2 font-medium';

/** Every machine that did not end, newest first, with the task that works in it; read anew each time somebody looks. */
export function CurrentMachines({ organizationId }: { organizationId: string }) {
  const list = useInfiniteQuery({
    queryKey: ['machines', organizationId],
    queryFn: async ({ pageParam }) => {
      const query = pageParam === null ? {} : { cursor: pageParam };
      const params = { path: { organizationId }, query };
      return Machines.parse(await answered(api.GET('/v1/organizations/{organizationId}/sandboxes', { params })));
    },
    initialPageParam: START,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const machines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      {list.isPending && <Skeleton rows={2} label="Reading the machines" />}
      {list.isError && (
        <ErrorNotice error={list.error} what="The machines were not read." retry={() => void list.refetch()} />
      )}
      {list.isSuccess && machines.length === 0 && (
        <p className="text-text-2">There are none. The first message to a task makes one.</p>
      )}
      {machines.length > 0 && <MachineTable organizationId={organizationId} machines={machines} />}
      {list.hasNextPage && (
        <Button
          look="plain"
          className="justify-self-start"
          pending={list.isFetchingNextPage ? 'Reading' : null}
          onClick={() => void list.fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  );
}

interface MachineTableProps {
  organizationId: string;
  machines: readonly SandboxView[];
}

function MachineTable({ organizationId, machines }: MachineTableProps) {
  const { state } = useOrganization(organizationId);
  return (
    <div role="region" aria-label="Machines" tabIndex={0} className="overflow-x-auto rounded-card border border-line">
      <table className="w-full text-left">
        <thead className="text-text-3">
          <tr className="border-b border-line">
            <th className={HEAD}>Task</th>
            <th className={HEAD}>Owner</th>
            <th className={HEAD}>State</th>
            <th className={HEAD}>Where</th>
            <th className={`${HEAD} text-right`}>Age</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {machines.map((machine) => {
            // A task that was archived is in no list, but its branch names it.
            const task = state?.tasks.get(machine.taskId);
            return (
              <tr key={machine.sandboxId}>
                <td className="p-2">
                  <Link
                    to="/o/$organizationId/tasks/$taskId"
                    params={{ organizationId, taskId: machine.taskId }}
                    className="text-accent underline"
                  >
                    {task?.title ?? machine.branch}
                  </Link>
                </td>
                <td className="p-2">{task?.owner?.login ?? ''}</td>
                <td className="p-2 whitespace-nowrap">{sandboxWords(machine)}</td>
                <td className="p-2 whitespace-nowrap text-text-2">{providerWords(machine)}</td>
                <td className="p-2 text-right text-text-2">
                  <Age at={machine.createdAt} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
