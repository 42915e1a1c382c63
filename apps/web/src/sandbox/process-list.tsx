import type { ProcessView } from '@foundry/sandbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { newId } from '../api/new-id.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { ProcessLogView } from './process-log-view.js';
import { deleteProcess, killProcess, startProcess, stopProcess } from './sandbox-calls.js';

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
          <ProcessRow key={process.processId} sandboxId={sandboxId} process={process} mayAct={mayAct} />
        ))}
      </ul>
    </div>
  );
}

type ProcessRowProps = Pick<ProcessListProps, 'sandboxId' | 'mayAct'> & { process: ProcessView };

function ProcessRow({ sandboxId, process, mayAct }: ProcessRowProps) {
  const [isLogOpen, setIsLogOpen] = useState(false);
  return (
    <li className="flex flex-wrap items-center gap-2 border-b border-line py-1">
      <span className="font-medium">{process.title}</span>
      <code className="min-w-0 flex-1 truncate font-mono text-meta text-text-2">{process.argv.join(' ')}</code>
      <span className="text-meta text-text-2">
        {STATES[process.status]}
        {process.exitCode !== null && ` with ${process.exitCode}`}
      </span>
      <span className="text-meta text-text-3">
        {process.origin === 'setup' ? 'by the setup' : 'by a person'}, <Age at={process.createdAt} ago />
      </span>
      <Button
        look="quiet"
        aria-expanded={isLogOpen}
        aria-label={`Log of ${process.title}`}
        onClick={() => {
          setIsLogOpen(!isLogOpen);
        }}
      >
        Log
      </Button>
      {mayAct && <Ending sandboxId={sandboxId} process={process} />}
      {isLogOpen && <ProcessLogView process={process} />}
    </li>
  );
}

const CALLS = { Stop: stopProcess, Kill: killProcess, Restart: restart, Remove: deleteProcess } as const;

/** The same program again, as a new process. */
async function restart(sandboxId: string, _: string, { argv, title, tty }: ProcessView): Promise<void> {
  await startProcess(sandboxId, { processId: newId(), argv: [...argv], title, isTerminal: tty });
}

function Ending({ sandboxId, process }: Pick<ProcessRowProps, 'sandboxId' | 'process'>) {
  const { processId, title, status } = process;
  const act = useMutation({
    mutationFn: async (what: keyof typeof CALLS): Promise<void> => {
      await CALLS[what](sandboxId, processId, process);
    },
  });
  const acts =
    status === 'running' ? (['Stop', 'Kill'] as const) : status === 'starting' ? [] : (['Restart', 'Remove'] as const);
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
