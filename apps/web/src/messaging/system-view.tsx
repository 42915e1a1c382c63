import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { answered, ApiError } from '../api/api-error.js';
import { api } from '../api/client.js';
import { Age, timeOf } from '../ui/age.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { actOf } from './message-words.js';

const ASKED_AGAIN_MS = 5_000;
const isForbidden = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 403 || error.status === 404);

const PROCESS_STATES = { live: 'Live', draining: 'Stopping', gone: 'Gone' } as const;

/** Queues, processes and schedules of the installation, for the people who run it. */
export function SystemView() {
  const queues = useQuery({
    queryKey: ['queues'],
    queryFn: () => answered(api.GET('/v1/inspector/queues')),
    refetchInterval: (query) => (isForbidden(query.state.error) ? false : ASKED_AGAIN_MS),
  });
  const isOperator = queues.isSuccess;
  const processes = useQuery({
    queryKey: ['processes'],
    queryFn: () => answered(api.GET('/v1/inspector/processes')),
    enabled: isOperator,
    refetchInterval: ASKED_AGAIN_MS,
  });
  const schedules = useQuery({
    queryKey: ['schedules'],
    queryFn: () => answered(api.GET('/v1/inspector/schedules', { params: { query: { limit: 100 } } })),
    enabled: isOperator,
    refetchInterval: ASKED_AGAIN_MS,
  });
  if (queues.isPending) return <Skeleton rows={4} label="Reading the queues" />;
  if (isForbidden(queues.error)) {
    return <p className="text-text-2">Operators can see this: the people who run this Foundry.</p>;
  }
  if (queues.data === undefined) {
    return <ErrorNotice error={queues.error} what="The queues were not read." retry={() => void queues.refetch()} />;
  }
  const waiting = queues.data.items.filter(({ depth, perMinute, holder }) => depth + perMinute > 0 || holder === null);
  return (
    <>
      <Part title="Processes">
        <Table head={['Process', 'Where', 'Version', 'State', 'Started', 'Heard of']}>
          {processes.data?.items.map(({ processId, kind, host, pid, version, state, startedAt, heartbeatAt }) => (
            <tr key={processId}>
              <td className="p-2">{kind}</td>
              <td className="p-2">
                {host}, {pid}
              </td>
              <td className="p-2">{version}</td>
              <td className={`p-2 ${state === 'gone' ? 'text-danger' : ''}`}>{PROCESS_STATES[state]}</td>
              <td className="p-2">
                <Age at={startedAt} ago />
              </td>
              <td className="p-2">
                <Age at={heartbeatAt} ago />
              </td>
            </tr>
          ))}
        </Table>
      </Part>
      <Part title="Queues">
        <p className="text-text-2">
          {queues.data.items.length} queues; shown are those with work, and those that nobody holds.
        </p>
        <Table head={['Queue', 'Waiting', 'Oldest', 'Done in the last minute', 'Held by']}>
          {waiting.map(({ module, partition, depth, oldestAt, perMinute, holder }) => (
            <tr key={`${module} ${partition ?? 'effects'}`}>
              <td className="p-2">
                {module} {partition === null ? 'effects' : partition}
              </td>
              <td className="p-2 text-right">{depth}</td>
              <td className="p-2">{oldestAt === null ? '–' : <Age at={oldestAt} ago />}</td>
              <td className="p-2 text-right">{perMinute}</td>
              <td className={`p-2 ${holder === null && depth > 0 ? 'text-danger' : ''}`}>
                {holder === null ? 'nobody' : `${holder.host ?? 'a process that is gone'}, ${holder.pid ?? ''}`}
              </td>
            </tr>
          ))}
        </Table>
      </Part>
      <Part title="Schedules">
        <Table head={['What', 'Next', 'Last']}>
          {schedules.data?.items.map(({ key, name, dueAt, lastRunAt }) => (
            <tr key={key}>
              <td className="p-2">{actOf(name)}</td>
              <td className="p-2">{timeOf(dueAt)}</td>
              <td className="p-2">{lastRunAt === null ? 'never' : <Age at={lastRunAt} ago />}</td>
            </tr>
          ))}
        </Table>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h2 className="text-title font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Table({ head, children }: { head: readonly string[]; children: ReactNode }) {
  return (
    <div className="overflow-x-auto rounded-card border border-line" tabIndex={0} role="region" aria-label={head[0]}>
      <table className="w-full text-left">
        <thead className="text-text-3">
          <tr className="border-b border-line">
            {head.map((name) => (
              <th key={name} className="p-2 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  );
}
