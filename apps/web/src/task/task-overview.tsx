import type { TaskSummary } from '@foundry/organization/contracts';
import { useMutation } from '@tanstack/react-query';
import { TaskActivity } from '../audit-log/task-activity.js';
import { useLive, useSandbox } from '../live/live-context.js';
import { type RealTask, withTask } from '../live/task-topic.js';
import { SandboxCard } from '../sandbox/sandbox-card.js';
import { Age } from '../ui/age.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CONTROL } from '../ui/field.js';
import { ClosingCard } from './closing-card.js';
import { OwnerCard } from './owner-card.js';
import { PullRequestCard } from './pull-request-card.js';
import { dismissError, setPolicy } from './task-calls.js';

interface TaskOverviewProps {
  real: RealTask;
  summary: TaskSummary;
  mayWrite: boolean;
  mayAct: boolean;
}

/** Everything of a task that is not a conversation, card by card. */
export function TaskOverview({ real, summary, mayWrite, mayAct }: TaskOverviewProps) {
  const { task, sandbox } = real;
  const live = useSandbox(task.sandboxId).state?.sandbox ?? null;
  const machine = live && sandbox && sandbox.version > live.version ? sandbox : (live ?? sandbox);
  return (
    <div className="grid content-start gap-3 p-3">
      <Failure real={real} mayAct={mayAct} />
      <OwnerCard organizationId={task.organizationId} taskId={task.taskId} owner={task.owner} mayAct={mayAct} />
      <SandboxCard sandbox={machine} mayAct={mayAct} />
      <Pull real={real} summary={summary} />
      <BranchCard real={real} />
      {mayAct && <Approvals real={real} />}
      <TaskActivity organizationId={task.organizationId} taskId={task.taskId} />
      {mayWrite && <ClosingCard real={real} />}
    </div>
  );
}

/** What failed last, until something succeeds or somebody takes it away. */
function Failure({ real: { task }, mayAct }: { real: RealTask; mayAct: boolean }) {
  const topic = useLive().task(task.taskId);
  const dismiss = useMutation({
    mutationFn: () => dismissError(task.taskId),
    onSuccess: (next) => topic.merge((state) => withTask(state, next)),
  });
  if (task.failure === null) return null;
  return (
    <section aria-labelledby="failure" className="grid gap-2 rounded-card border border-danger bg-surface p-3">
      <h2 id="failure" className="font-semibold text-danger">
        Something failed
      </h2>
      <p className="break-words">{task.failure.text}</p>
      <p className="text-meta text-text-3">
        <Age at={task.failure.at} ago />
      </p>
      {mayAct && (
        <p>
          <Button pending={dismiss.isPending ? 'Dismissing' : null} onClick={() => dismiss.mutate()}>
            Dismiss
          </Button>
        </p>
      )}
      {dismiss.isError && <ErrorNotice error={dismiss.error} what="It is still shown to everyone." />}
    </section>
  );
}

/** As the list has it, with checks and reviews; one that GitHub has not told the list yet, as the task has it. */
function Pull({ real: { task }, summary }: { real: RealTask; summary: TaskSummary }) {
  const own = task.pullRequest;
  if (summary.pullRequest && (own === null || summary.pullRequest.number >= own.number)) {
    return <PullRequestCard task={summary} pullRequest={summary.pullRequest} />;
  }
  return (
    <section aria-labelledby="pull-request" className="grid gap-2 rounded-card border border-line bg-surface p-3">
      <h2 id="pull-request" className="font-semibold">
        Pull request
      </h2>
      {own ? (
        <p>
          #{own.number} {own.title ?? ''}{' '}
          {own.url && /^https?:\/\//.test(own.url) && (
            <a href={own.url} target="_blank" rel="noreferrer" className="text-accent underline">
              Open on GitHub
            </a>
          )}
        </p>
      ) : (
        <p className="text-text-2">None yet. It can be created as soon as there are changes.</p>
      )}
    </section>
  );
}

function BranchCard({ real: { task, changes } }: { real: RealTask }) {
  const facts = [
    ['Name', task.branch],
    ['Base', task.baseBranch ?? 'The default branch'],
    ...(changes ? [['Against it', `${changes.ahead} ahead, ${changes.behind} behind`] as const] : []),
    ['Not pushed', task.unpushed === null ? 'Not known yet' : String(task.unpushed)],
    ['Uncommitted', task.dirty === null ? 'Not known yet' : task.dirty ? 'Yes' : 'No'],
  ] as const;
  return (
    <section aria-labelledby="branch" className="grid gap-2 rounded-card border border-line bg-surface p-3">
      <h2 id="branch" className="font-semibold">
        Branch
      </h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-text-3">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const POLICIES = { ask: 'Ask for everything', edits: 'Ask except for edits', all: 'Ask for nothing' } as const;
const isPolicy = (value: string): value is keyof typeof POLICIES => value in POLICIES;

/** What agents may do without asking. */
function Approvals({ real: { task } }: { real: RealTask }) {
  const topic = useLive().task(task.taskId);
  const change = useMutation({
    mutationFn: (policy: keyof typeof POLICIES) => setPolicy(task.taskId, policy),
    onSuccess: (next) => topic.merge((state) => withTask(state, next)),
  });
  return (
    <section aria-labelledby="approvals" className="grid gap-2 rounded-card border border-line bg-surface p-3">
      <h2 id="approvals" className="font-semibold">
        Approvals
      </h2>
      <select
        aria-labelledby="approvals"
        className={CONTROL}
        value={task.policy}
        disabled={change.isPending}
        onChange={({ target: { value } }) => {
          if (isPolicy(value)) change.mutate(value);
        }}
      >
        {Object.entries(POLICIES).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {task.policy === 'all' && (
        <p className="text-warning">Agents run every command without asking, with what is on the machine.</p>
      )}
      {change.isError && <ErrorNotice error={change.error} what="The approvals are as they were." />}
    </section>
  );
}
