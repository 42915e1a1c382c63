import type { ProcessView } from '@foundry/sandbox/contracts';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { deleteProcess, killProcess, stopProcess } from './sandbox-calls.js';

interface ProcessListProps {
  sandboxId: string;
  processes: readonly ProcessView[];
  mayAct: boolean;
  start: ReactNode;
}

const STATES: Readonly<Record<ProcessView['status'], string>> = {
  starting: 'Starting',
  running: 'Running',
  exited: 'Ended',
  failed: 'Did not start',
  lost: 'Lost with its machine',
};

/** Programs on the machine, whoever started them. */
export function ProcessList({ sandboxId, processes, mayAct, start }: ProcessListProps) {
  return (
    <div className="grid content-start gap-2 p-3">
      <div className="flex flex-wrap gap-2">{start}</div>
      {processes.length === 0 && <p className="text-text-2">Nothing runs that was started here.</p>}
      <ul aria-label="Processes" className="grid gap-1">
        {processes.map((process) => (
          <li key={process.processId} className="flex flex-wrap items-center gap-2 border-b border-line py-1">
            <span className="font-medium">{process.title}</span>
            <code className="min-w-0 flex-1 truncate font-mono text-meta text-text-2">{process.argv.join(' ')}</code>
            <span className="text-meta text-text-2">
              {STATES[process.status]}
              {process.exitCode !== null && ` with ${process.exitCode}`}
            </span>
            <span className="text-meta text-text-3">
              {process.origin === 'setup' ? 'by the setup' : 'by a person'}, <Age at={process.createdAt} ago />
            </span>
            {mayAct && <Ending sandboxId={sandboxId} process={process} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

const CALLS = { Stop: stopProcess, Kill: killProcess, Remove: deleteProcess } as const;

function Ending({ sandboxId, process: { processId, title, status } }: { sandboxId: string; process: ProcessView }) {
  const act = useMutation({
    mutationFn: async (what: keyof typeof CALLS): Promise<void> => {
      await CALLS[what](sandboxId, processId);
    },
  });
  const acts = status === 'running' ? (['Stop', 'Kill'] as const) : status === 'starting' ? [] : (['Remove'] as const);
  return (
    <>
      {acts.map((what) => (
        <Button
          key={what}
          look="quiet"
          aria-label={`${what} ${title}`}
          pending={act.isPending && act.variables === what ? `${what}…` : null}
          onClick={() => act.mutate(what)}
        >
          {what}
        </Button>
      ))}
      {act.isError && <ErrorNotice error={act.error} what="The process is as it was." />}
    </>
  );
}
