import type { TaskSummary } from '@foundry/organization/contracts';
import type { OperationView } from '@foundry/task/contracts';
import { useMutation } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useLive } from '../live/live-context.js';
import { type RealTask, withOperation } from '../live/task-topic.js';
import { Elapsed, Remaining } from '../session/elapsed.js';
import { IdentityChip } from '../session/identity-chip.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Menu, MenuItem } from '../ui/menu.js';
import { archive, cancelOperation, markReady, retryOperation, sync } from './operation-calls.js';
import { isOpen, operationStep, operationWait, operationWords, runningWords, type ShipAct, shipping } from './ship.js';

const Remedy = lazy(async () => ({ default: (await import('./ship-remedy.js')).Remedy }));
const ShipForm = lazy(async () => ({ default: (await import('./ship-forms.js')).ShipForm }));

interface ShipBarProps {
  real: RealTask;
  summary: TaskSummary;
  /** The session that is shown; null: none yet. */
  sessionId: string | null;
  mayAct: boolean;
}

const NAMES: Readonly<Record<ShipAct, string>> = {
  publish: 'Create pull request',
  push: 'Push',
  sync: 'Update branch',
  merge: 'Merge',
  ready: 'Mark as ready',
  archive: 'Archive',
};
const FORMS = new Set<ShipAct>(['publish', 'push', 'merge']);
const NOT_SHIPPED = new Set<OperationView['kind']>(['revert', 'kill']);

/** The way of the work to GitHub: one action that is next, the one that runs, and the last one that failed. */
export function ShipBar({ real, summary, sessionId, mayAct }: ShipBarProps) {
  const { task, changes, operations } = real;
  const topic = useLive().task(task.taskId);
  const [form, setForm] = useState<ShipAct | null>(null);
  const keep = (operation: OperationView): void => {
    setForm(null);
    topic.merge((state) => withOperation(state, operation));
  };
  const act = useMutation({ mutationFn: (what: ShipAct) => direct(real, summary, what), onSuccess: keep });
  const shown = shipping({ task, listed: summary.pullRequest, changes });
  const newest = [...operations.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const running = newest.find(isOpen);
  const last = newest[0];
  const begin = (what: ShipAct): void => {
    if (FORMS.has(what)) setForm(what);
    else act.mutate(what);
  };
  const { primary } = shown;
  return (
    <section aria-label="Ship" className="grid gap-2 border-b border-line bg-surface p-3">
      {running ? (
        <Running operation={running} mayAct={mayAct} />
      ) : (
        mayAct && (
          <div className="flex flex-wrap items-center gap-2">
            {primary === null ? (
              <Button disabled>{shown.label}</Button>
            ) : (
              <Button
                look="primary"
                pending={act.isPending ? 'Asking' : null}
                aria-expanded={FORMS.has(primary) ? form === primary : undefined}
                onClick={() => begin(primary)}
              >
                {shown.label}
              </Button>
            )}
            {shown.others.length > 0 && (
              <Menu label="Other ways to ship" trigger={<span aria-hidden="true">More</span>}>
                {shown.others.map((what) => (
                  <MenuItem key={what} onSelect={() => begin(what)}>
                    {NAMES[what]}
                  </MenuItem>
                ))}
              </Menu>
            )}
            <IdentityChip owner={task.owner.person} verb="Pushing" />
          </div>
        )
      )}
      {!running && form !== null && (
        <Suspense fallback={null}>
          <ShipForm act={form} task={task} summary={summary} onEnd={() => setForm(null)} onDone={keep} />
        </Suspense>
      )}
      {act.isError && <ErrorNotice error={act.error} what={`${NAMES[act.variables]} was not begun.`} />}
      {!running && last?.state === 'failed' && (
        <Failed key={last.operationId} operation={last} mayAct={mayAct}>
          <Suspense fallback={null}>
            <Remedy operation={last} task={task} sessionId={sessionId} onUpdate={() => begin('sync')} />
          </Suspense>
        </Failed>
      )}
      {!running && last?.state === 'succeeded' && !NOT_SHIPPED.has(last.kind) && <Succeeded operation={last} />}
    </section>
  );
}

/** What needs no further word. */
function direct({ task }: RealTask, summary: TaskSummary, what: ShipAct): Promise<OperationView> {
  const number = task.pullRequest?.number ?? summary.pullRequest?.number ?? 0;
  if (what === 'sync') return sync(task.taskId);
  return what === 'ready' ? markReady(task.taskId, number) : archive(task.taskId, false);
}

function Running({ operation, mayAct }: { operation: OperationView; mayAct: boolean }) {
  const cancel = useMutation({ mutationFn: () => cancelOperation(operation.operationId) });
  const doing = operationWait(operation) ?? operationStep(operation);
  return (
    <div className="grid gap-1">
      <p role="status">
        <span className="font-medium">{runningWords(operation)}</span>
        {doing !== null && <span className="text-text-2">: {doing}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-meta text-text-3">
        <Elapsed since={operation.createdAt} />
        {operation.deadlineAt !== null && <Remaining until={operation.deadlineAt} before="gives up in " />}
        {mayAct && (
          <Button look="quiet" pending={cancel.isPending ? 'Cancelling' : null} onClick={() => cancel.mutate()}>
            Cancel
          </Button>
        )}
      </p>
      {cancel.isError && <ErrorNotice error={cancel.error} what="It goes on." />}
    </div>
  );
}

/** It stays until something newer is done, also after the page is opened anew. */
function Failed({ operation, mayAct, children }: { operation: OperationView; mayAct: boolean; children: ReactNode }) {
  const again = useMutation({ mutationFn: () => retryOperation(operation.operationId) });
  const [isHidden, setIsHidden] = useState(false);
  if (isHidden) return null;
  return (
    <div role="alert" className="grid gap-2 rounded-card border border-danger p-2">
      <p className="break-words">
        <span className="font-medium text-danger">{operationWords(operation)} failed: </span>
        {operation.reason ?? operation.code ?? 'no reason was given'}
      </p>
      {operation.paths.length > 0 && (
        <ul aria-label="Files in the way" className="font-mono text-meta break-all">
          {operation.paths.map((path) => (
            <li key={path}>{path}</li>
          ))}
        </ul>
      )}
      <p className="flex flex-wrap gap-2">
        {mayAct && children}
        {mayAct && (
          <Button pending={again.isPending ? 'Trying' : null} onClick={() => again.mutate()}>
            Retry
          </Button>
        )}
        <Button look="quiet" onClick={() => setIsHidden(true)}>
          Dismiss
        </Button>
      </p>
      {again.isError && <ErrorNotice error={again.error} what="It was not tried again." />}
    </div>
  );
}

function Succeeded({ operation }: { operation: OperationView }) {
  const { result } = operation;
  const isNothing = result?.outcome === 'nothing';
  return (
    <p role="status" className="text-meta text-text-2">
      {operationWords(operation)}: {isNothing ? 'there was nothing new' : 'done'}
      {result?.headSha && <code className="font-mono"> {result.headSha.slice(0, 7)}</code>}{' '}
      {result?.url && /^https?:\/\//.test(result.url) && (
        <a href={result.url} target="_blank" rel="noreferrer" className="text-accent underline">
          {result.number === null ? 'Open on GitHub' : `#${result.number} on GitHub`}
        </a>
      )}
    </p>
  );
}
