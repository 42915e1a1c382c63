import type { GithubStatusView } from '@foundry/github-data/contracts';
import type { MemberRole, TaskSummary } from '@foundry/organization/contracts';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { SyncProgress } from '../github-data/sync-progress.js';
import { SyncButton } from '../github-data/sync-button.js';
import { Button, buttonLook } from '../ui/button.js';
import type { FirstSteps } from './use-first-steps.js';
import { InstallButton } from './install-button.js';

interface OnboardingProps {
  github: GithubStatusView;
  role: MemberRole | null;
  steps: FirstSteps;
  /** Tasks that nobody started yet, to begin with one of them. */
  waiting: readonly TaskSummary[];
  onHide: () => void;
}

/** The first steps. Each says what is missing and offers the next thing to do. */
export function Onboarding({ github, role, steps, waiting, onHide }: OnboardingProps) {
  const isConnected = steps.install;
  return (
    <section aria-labelledby="first-steps" className="grid gap-3 rounded-card border border-line p-3">
      <div className="flex items-center justify-between gap-2">
        <h2 id="first-steps" className="text-title font-semibold">
          First steps
        </h2>
        <Button look="quiet" onClick={onHide}>
          Hide
        </Button>
      </div>
      <ol className="grid gap-3">
        <Step title="Connect GitHub" isDone={isConnected}>
          <Connection github={github} />
        </Step>
        <Step title="First sync" isDone={steps.sync}>
          {isConnected ? (
            <>
              <SyncProgress github={github} />
              {github.sync !== 'syncing' && role !== 'viewer' && <SyncButton organizationId={github.organizationId} />}
            </>
          ) : (
            <p className="text-text-2">Begins by itself as soon as GitHub is connected.</p>
          )}
        </Step>
        <Step title="An agent is ready" isDone={steps.agent}>
          <AgentStep organizationId={github.organizationId} steps={steps} />
        </Step>
        <Step title="First task" isDone={steps.firstTask}>
          <TaskStep organizationId={github.organizationId} role={role} waiting={waiting} />
        </Step>
      </ol>
    </section>
  );
}

function Step({ title, isDone, children }: { title: string; isDone: boolean; children: ReactNode }) {
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-2">
      <Icon aria-hidden="true" size={16} strokeWidth={1.75} className={isDone ? 'text-owner' : 'text-text-3'} />
      <div className="grid justify-items-start gap-2">
        <h3 className="font-medium">
          {title}
          <span className="sr-only">{isDone ? ', done' : ', open'}</span>
        </h3>
        {!isDone && children}
      </div>
    </li>
  );
}

function AgentStep({ organizationId, steps: { agents } }: { organizationId: string; steps: FirstSteps }) {
  return (
    <>
      <p className="text-text-2">
        {agents === null || agents.source === 'catalogue'
          ? `No machine was asked yet; the first task asks. There are ${agents?.agents.map(({ name }) => name).join(', ') ?? 'none'}.`
          : 'None of them can run: each needs a key for its model.'}
      </p>
      <Link to="/o/$organizationId/settings/agents" params={{ organizationId }} className={buttonLook()}>
        Add a key
      </Link>
    </>
  );
}

const MOST_WAITING = 3;

function TaskStep({
  organizationId,
  role,
  waiting,
}: Pick<OnboardingProps, 'role' | 'waiting'> & { organizationId: string }) {
  const shown = waiting.slice(0, MOST_WAITING);
  return (
    <>
      {role === 'viewer' ? (
        <p className="text-text-2">Members can begin tasks; you may look.</p>
      ) : (
        <Link to="/o/$organizationId/new" params={{ organizationId }} className={buttonLook('primary')}>
          New task
        </Link>
      )}
      {shown.length > 0 && (
        <>
          <p className="text-text-2">Or go on with an open pull request:</p>
          <ul className="grid gap-1">
            {shown.map(({ id, title, repositoryName, pullRequest }) => (
              <li key={id}>
                <Link
                  to="/o/$organizationId/tasks/$taskId"
                  params={{ organizationId, taskId: id }}
                  className="inline-block py-0.5 text-accent underline"
                >
                  {repositoryName}
                  {pullRequest && ` #${pullRequest.number}`}
                </Link>{' '}
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Connection({
  github: { installation, login, missingPermissions, organizationId },
}: {
  github: GithubStatusView;
}) {
  switch (installation) {
    case 'connected':
      return null;
    case 'not_installed':
      return (
        <>
          <p className="text-text-2">
            The GitHub App is not installed on {login}. An owner there installs it, or approves your request.
          </p>
          <InstallButton organizationId={organizationId} />
        </>
      );
    case 'suspended':
      return (
        <>
          <p className="text-text-2">
            The GitHub App is suspended. An owner of {login} can let it work again at GitHub.
          </p>
          <InstallButton label="Fix on GitHub" organizationId={organizationId} />
        </>
      );
    case 'needs_permissions':
      return (
        <>
          <p className="text-text-2">
            An owner of {login} still has to grant: {missingPermissions.join(', ')}.
          </p>
          <InstallButton label="Fix on GitHub" organizationId={organizationId} />
        </>
      );
  }
}
