import type { ProcessView, SandboxView } from '@foundry/sandbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { newId } from '../api/new-id.js';
import { useLive, useSandbox } from '../live/live-context.js';
import { byProcess } from '../live/sandbox-topic.js';
import type { RealTask } from '../live/task-topic.js';
import { withRows } from '../live/versioned.js';
import { prepareTask } from '../task/task-calls.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { Tabs } from '../ui/tabs.js';
import { ProcessList } from './process-list.js';
import { RunForm } from './run-form.js';
import { resume, startProcess, stopProcess } from './sandbox-calls.js';
import { isRunning, sandboxWords } from './sandbox-words.js';

const TerminalView = lazy(async () => ({ default: (await import('./terminal-view.js')).TerminalView }));

const PROCESSES = 'processes';

interface DockPanelProps {
  real: RealTask;
  mayAct: boolean;
  /** Whether a terminal that is shown takes the focus. */
  takesFocus: boolean;
  /** Somebody left a terminal for the page by its keys. */
  onLeave: () => void;
}

/** The terminals of the machine, and its processes. */
export function DockPanel({ real: { task, sandbox: told }, mayAct, takesFocus, onLeave }: DockPanelProps) {
  const { state } = useSandbox(task.sandboxId);
  const [shown, setShown] = useState<string | null>(null);
  const [isForScreenReader, setIsForScreenReader] = useState(false);
  const sandbox = state?.sandbox ?? told;
  const processes = useMemo(() => (state ? [...state.processes.values()] : []), [state]);
  const terminals = processes.filter(({ tty, status }) => tty && status === 'running');
  if (!sandbox || !isRunning(sandbox)) {
    return <Asleep taskId={task.taskId} sandbox={sandbox} mayAct={mayAct} />;
  }
  const tabs = [
    ...terminals.map((process) => ({
      value: process.processId,
      label: process.title,
      panel: (
        <Suspense fallback={<Skeleton rows={2} label="Loading the terminal" />}>
          <div className="grid h-full grid-rows-[auto_minmax(0,1fr)]">
            <TerminalTools
              process={process}
              mayAct={mayAct}
              isForScreenReader={isForScreenReader}
              onScreenReader={setIsForScreenReader}
            />
            <TerminalView
              key={`${process.processId} ${String(isForScreenReader)}`}
              sandboxId={sandbox.sandboxId}
              processId={process.processId}
              title={process.title}
              mayType={mayAct}
              takesFocus={takesFocus}
              isForScreenReader={isForScreenReader}
              onLeave={onLeave}
            />
          </div>
        </Suspense>
      ),
    })),
    {
      value: PROCESSES,
      label: 'Processes',
      panel: (
        <ProcessList
          sandboxId={sandbox.sandboxId}
          processes={processes}
          mayAct={mayAct}
          start={
            mayAct ? (
              <>
                <NewTerminal sandboxId={sandbox.sandboxId} onStarted={setShown} />
                <RunForm sandboxId={sandbox.sandboxId} />
              </>
            ) : null
          }
        />
      ),
    },
  ];
  const value = tabs.some((tab) => tab.value === shown) ? (shown ?? PROCESSES) : (tabs[0]?.value ?? PROCESSES);
  return <Tabs label="Terminals" tabs={tabs} value={value} onChange={setShown} />;
}

/** A login shell in the repository. */
function NewTerminal({ sandboxId, onStarted }: { sandboxId: string; onStarted: (processId: string) => void }) {
  const topic = useLive().sandbox(sandboxId);
  const start = useMutation({
    mutationFn: () =>
      startProcess(sandboxId, { processId: newId(), argv: ['bash', '-l'], title: 'Terminal', isTerminal: true }),
    onSuccess: (process) => {
      topic.merge((state) => ({ ...state, processes: withRows(state.processes, [process], byProcess) }));
      onStarted(process.processId);
    },
  });
  return (
    <>
      <Button look="primary" pending={start.isPending ? 'Starting' : null} onClick={() => start.mutate()}>
        New terminal
      </Button>
      {start.isError && <ErrorNotice error={start.error} what="No terminal was started." />}
    </>
  );
}

interface TerminalToolsProps {
  process: ProcessView;
  mayAct: boolean;
  isForScreenReader: boolean;
  onScreenReader: (is: boolean) => void;
}

function TerminalTools({ process, mayAct, isForScreenReader, onScreenReader }: TerminalToolsProps) {
  const end = useMutation({ mutationFn: () => stopProcess(process.sandboxId, process.processId) });
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line px-2 text-meta text-text-3">
      <span>Ctrl+Shift+Esc leaves the terminal.</span>
      <label className="flex min-h-6 items-center gap-1">
        <input type="checkbox" checked={isForScreenReader} onChange={(event) => onScreenReader(event.target.checked)} />
        Screen reader mode
      </label>
      {mayAct && (
        <Button look="quiet" pending={end.isPending ? 'Ending' : null} onClick={() => end.mutate()}>
          End process
        </Button>
      )}
      {end.isError && <ErrorNotice error={end.error} what="The process goes on." />}
    </div>
  );
}

/** No machine runs, and looking makes none. */
function Asleep({ taskId, sandbox, mayAct }: { taskId: string; sandbox: SandboxView | null; mayAct: boolean }) {
  const isGone = sandbox === null || sandbox.state === 'destroyed' || sandbox.state === 'expired';
  const wake = useMutation({
    mutationFn: async (): Promise<void> => {
      if (sandbox?.state === 'paused') await resume(sandbox.sandboxId);
      else await prepareTask(taskId);
    },
  });
  const canWake = isGone || sandbox.state === 'paused';
  return (
    <div className="grid justify-items-start gap-2 p-3">
      <p className="text-text-2">
        {sandbox === null ? 'There is no sandbox yet.' : `The sandbox: ${sandboxWords(sandbox)}.`}
      </p>
      {mayAct && canWake && (
        <Button pending={wake.isPending ? 'Starting' : null} onClick={() => wake.mutate()}>
          {sandbox?.state === 'paused' ? 'Resume sandbox' : 'Start the sandbox'}
        </Button>
      )}
      {wake.isError && <ErrorNotice error={wake.error} what="The sandbox was not started." />}
    </div>
  );
}
